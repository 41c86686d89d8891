package org.patchbay.privacy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.LoggedLines;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.Wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/** The log names people by number: it bears no address, and none of the names and words that requests bring. */
@QuarkusTest
class LogPrivacyTest {

    private static final String MARK = "Zebrafish";
    private static final Pattern TELLING =
            Pattern.compile("[\\w.]@[\\w-]+\\.\\w|" + MARK, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    void noRequestLeavesAddressesNamesOrWordsInTheLog() {
        var house = TestOrganisation.ofNewOrganisation();
        var people = List.of(house.admin(), house.availableAgent(), house.customer());
        var api = OpenApi.read();
        // In tests mails are logged instead of sent.
        try (var logged = LoggedLines.of(logger -> !logger.equals("quarkus-mailer"))) {
            var customer = people.getLast();
            long ticket = house.ticket(customer, house.order(customer), Map.of("note", MARK));
            customer.sends(Map.of("note", MARK)).post(API + "/tickets/{id}/cancel", ticket);
            for (var person : people) {
                for (var operation : api.operations()) {
                    if (!operation.streams()
                            && !operation.endsSessions()
                            && !operation.path().contains("/auth/")) {
                        // Sent again, it names what is there already.
                        ask(person.token(), api, operation);
                        ask(person.token(), api, operation);
                    }
                }
            }
            var lines = logged.lines();
            assertTrue(lines.stream().anyMatch(line -> line.contains("already-exists")), "the second ones are refused");
            assertEquals(
                    List.of(),
                    lines.stream().filter(line -> TELLING.matcher(line).find()).toList());
        }
    }

    private static void ask(String token, OpenApi api, Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]*}", "9000000000");
        var body = api.example(operation);
        if (body == null) {
            var words = operation.parameters("query").stream()
                    .map(parameter -> parameter.path("name").asText())
                    .filter(List.of("text", "search", "q", "name", "email", "number")::contains)
                    .map(name -> name + "=" + MARK)
                    .toList();
            Wire.send(token, operation.method(), path + "?" + String.join("&", words), null);
        } else {
            Wire.send(token, operation.method(), path, marked(body));
        }
    }

    /** With other words and addresses in place of those of the example. */
    private static JsonNode marked(JsonNode example) {
        if (example instanceof ObjectNode object) {
            var marked = object.objectNode();
            object.properties().forEach(field -> marked.set(field.getKey(), marked(field.getValue())));
            return marked;
        }
        var text = example.asText();
        return !example.isTextual() || !text.matches(".*[ @].*")
                ? example
                : TextNode.valueOf(text.contains("@") ? MARK + "@example.org" : MARK);
    }
}
