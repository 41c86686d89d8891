package org.patchbay.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.patchbay.testing.TestOrganisation.Person;

import io.restassured.response.Response;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Walks a list by its {@code Link: rel=next}, as a client does. */
public final class ListPages {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next\"?");
    private static final int MOST = 500;

    private ListPages() {}

    /** The ids on each page; the path is encoded already. */
    public static List<List<Long>> of(Person reader, String path) {
        var listPages = new ArrayList<List<Long>>();
        Response answer = reader.asks().urlEncodingEnabled(false).get(TestOrganisation.API + path);
        while (listPages.size() < MOST) {
            answer.then().statusCode(200);
            listPages.add(answer.jsonPath().getList("items.id", Long.class));
            Matcher next = NEXT.matcher(String.valueOf(answer.header("Link")));
            boolean more = next.find();
            assertEquals(more, answer.path("next") != null, "the header and the field agree");
            if (!more) {
                return listPages;
            }
            answer = reader.asks().urlEncodingEnabled(false).get(next.group(1));
        }
        throw new AssertionError("The pages of " + path + " do not end");
    }
}
