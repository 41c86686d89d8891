package org.patchbay.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The OpenAPI document is complete. */
@QuarkusTest
class OpenApiTest {

    /**
     * POSTs that do no harm twice: they begin or end a session, only answer, find by themselves what existed (imported
     * orders, slugs, answered offers, tickets that went back, invitations, passwords that are to be set), name the
     * version they change, hand out a secret of which nothing is kept, or leave a file that goes unless a message
     * names it.
     */
    private static final Pattern HARMLESS = Pattern.compile("/api/v1/(auth/.*|me/second-factor.*|.*/sign-out-everywhere"
            + "|.*/password-link|audit/verify|.*/test|orders/import|organisations.*|offers/.*|agents/[^/]*/give-back"
            + "|.*/(publish|withdraw|preview|retry|transcript|transcript-mail)|api-clients|attachments"
            // Its clientId does the same, and is told to the reader; a question is answered once.
            + "|(conversations/[^/]*|case)/messages|.*/answer"
            // A chat is handed over once.
            + "|.*/(hand-over|ask-for-person)"
            // A ticket has one call, and an account one part in it; a signal that is told twice is taken once.
            + "|tickets/[^/]*/calls|calls/.*"
            // A recording that has begun, paused or ended has; a segment without pieces is nothing.
            + "|recordings/.*)");

    private OpenApi api;
    private final Set<String> missing = new TreeSet<>();

    @BeforeEach
    void read() {
        api = OpenApi.read();
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItRefuses() {
        var ids = new HashSet<String>();
        for (var operation : api.operations()) {
            var description = operation.description();
            require(
                    operation,
                    "a summary",
                    !description.path("summary").asText().isBlank());
            require(operation, "one tag", description.path("tags").size() == 1);
            require(
                    operation,
                    "an operation id of its own",
                    ids.add(description.path("operationId").asText()));
            var responses = description.path("responses");
            boolean open = description.path("security").isEmpty();
            require(operation, "401", open || responses.has("401"));
            require(operation, "403", open || responses.has("403"));
            require(operation, "429", responses.has("429"));
            responses
                    .properties()
                    .forEach(response -> require(
                            operation,
                            "a description of " + response.getKey(),
                            !response.getValue().path("description").asText().isBlank()));
            require(
                    operation,
                    "404 where it names one thing",
                    !operation.path().contains("{id}") || responses.has("404"));
            require(operation, "400 where it takes a body", operation.consumes() == null || responses.has("400"));
        }
        assertEquals(Set.of(), missing);
    }

    /** A client that lost the response asks again: nothing may happen twice by that. */
    @Test
    void everyPostThatCreatesOrSaysSomethingTakesAnIdempotencyKey() {
        for (var operation : api.operations()) {
            boolean takes = operation.parameters("header").stream()
                    .anyMatch(header -> header.path("name").asText().equals("Idempotency-Key"));
            boolean needs = operation.method().equals("POST")
                    && !HARMLESS.matcher(operation.path()).matches();
            require(operation, "an Idempotency-Key, or a reason in this test to take none", takes == needs);
        }
        assertEquals(Set.of(), missing);
    }

    /** The pages' client is generated from that document: a change that the pages do not know fails their build. */
    @Test
    void thePagesAreBuiltAgainstThisApi() throws Exception {
        var document = Path.of("src/main/webui/openapi.json");
        var written = Files.exists(document) ? Files.readString(document) : "";
        var now = api.text();
        Files.writeString(document, now);
        assertTrue(written.equals(now), document + " was not what the API says; it is now: look at it, and commit it");
    }

    @Test
    void everyFieldOfARequestShowsAnExampleOrItsValues() {
        for (var operation : api.operations()) {
            operation.description().path("requestBody").path("content").forEach(content -> {
                if (!content.has("examples")) {
                    fields(operation, "body", content.path("schema"));
                }
            });
        }
        assertEquals(Set.of(), missing);
    }

    /** Templates beyond the last counted one are in no metric, and only a line of the log tells. */
    @Test
    void everyTemplateIsCountedAndThereIsRoomForAThirdMore() {
        int most = ConfigProvider.getConfig()
                .getValue("quarkus.micrometer.binder.http-server.max-uri-tags", Integer.class);
        int templates = api.document().path("paths").size();
        assertTrue(4 * templates <= 3 * most, templates + " templates; raise max-uri-tags, which is " + most);
    }

    private void fields(Operation operation, String path, JsonNode reference) {
        var schema = api.resolved(reference);
        if (schema.has("properties")) {
            schema.path("properties")
                    .properties()
                    .forEach(field -> fields(operation, path + "." + field.getKey(), field.getValue()));
        } else if (schema.has("items") && !reference.has("examples")) {
            fields(operation, path + "[]", schema.path("items"));
        } else {
            require(
                    operation,
                    "an example or the values of " + path,
                    List.of("example", "examples", "enum").stream()
                            .anyMatch(name -> schema.has(name) || reference.has(name)));
        }
    }

    private void require(Operation operation, String what, boolean there) {
        if (!there) {
            missing.add(operation + " lacks " + what);
        }
    }
}
