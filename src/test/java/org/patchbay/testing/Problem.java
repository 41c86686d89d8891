package org.patchbay.testing;

import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Matches a body that is a problem (RFC 9457) of this status and type, with a title, whose detail says more than its
 * status. Parsed at once, as thousands are looked at.
 */
final class Problem extends TypeSafeMatcher<String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final String type;

    Problem(int status, String type) {
        this.status = status;
        this.type = type;
    }

    @Override
    protected boolean matchesSafely(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("status").asInt() == status
                    && problem.path("type").asText().equals(type)
                    && !problem.path("title").asText().isEmpty()
                    && !problem.path("detail").asText().startsWith("HTTP ");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(
                "a problem of the type " + type + " with status " + status + ", a title, and a detail that says more");
    }
}
