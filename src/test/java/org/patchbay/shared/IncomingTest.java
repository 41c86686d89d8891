package org.patchbay.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.language.Texts;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;
import org.patchbay.testing.Wire.Answer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/** Invalid input that every operation refuses alike. */
@QuarkusTest
class IncomingTest {

    private static final String JSON = "application/json";
    private static final List<String> OTHERS = List.of(
            "text/plain",
            "text/plain; charset=UTF-8",
            "text/csv",
            "application/xml",
            "application/octet-stream",
            "application/x-www-form-urlencoded");

    private static final List<String> NO_TEXTS = List.of("a\u0000b", "a\ud83d", "\ude00a");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @TestHTTPResource(API)
    URI api;

    private final Map<String, Person> whoMay = new HashMap<>();
    private List<Person> everybody;

    @BeforeEach
    void signIn() {
        everybody = new TestOrganisation().oneOfEachRole();
    }

    @Test
    void whatTakesJsonTakesNothingElse() {
        var wrong = new ArrayList<String>();
        for (var operation : takingJson()) {
            for (var type : OTHERS) {
                if (!operation.takes(type)) {
                    var answer = send(operation, path(operation), type, "x");
                    check(wrong, operation + " of " + type, answer, 415, "unsupported-media-type", "");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void malformedJsonIsToldItsPlaceAndWhatWasExpected() {
        var wrong = new ArrayList<String>();
        for (var mistake : Map.ofEntries(
                        Map.entry("{\"name\":", "at line 1, column 9: expected"),
                        Map.entry("{\"name\" \"Jo\"}", "at line 1, column 9: expected a colon"),
                        Map.entry("{\n\"name\":\"Jo\"\n\"email\":1}", "at line 3, column 1: expected comma"),
                        Map.entry("{name:1}", "at line 1, column 2: expected double-quote"),
                        Map.entry("{\"name\":\"Jo", "at line 1, column 12: expected more"),
                        Map.entry("{\"name\":\"a\tb\"}", "at line 1, column 11: expected an escape"),
                        Map.entry("{\"name\":\"\\q\"}", "at line 1, column 11: expected an escape"),
                        Map.entry("{\"name\":hunter2}", "expected (JSON String"),
                        Map.entry("{\"name\":\"Jo\"", "at line 1, column 13: expected close marker for Object."),
                        Map.entry("{\"attributes\":{\"tier\":\"gold\"]}", "expected '}'."),
                        Map.entry("{\"name\":\"Jo\"}{}", "Something follows the JSON at line 1, column 14"),
                        Map.entry("[]", "The body is an object at line 1, column 1"),
                        Map.entry("{\"name\":{}}", "name is a text at line 1, column 9"),
                        Map.entry("{\"groupId\":\"hunter2\"}", "groupId is a whole number at line 1, column 12"),
                        Map.entry("{\"groupId\":1" + "0".repeat(30) + "}", "groupId is a whole number"),
                        Map.entry("{\"signIn\":{\"password\":hunter2}}", "expected (JSON String"))
                .entrySet()) {
            var answer = post("/customers", mistake.getKey());
            check(wrong, mistake.getKey(), answer, 400, "bad-request", mistake.getValue());
            Stream.of("hunter2", "org.patchbay", "com.fasterxml", "Source")
                    .filter(answer.text()::contains)
                    .forEach(told -> wrong.add(mistake.getKey() + " tells " + told + ": " + answer.detail()));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aConstantIsToldAsItIsWritten() {
        assertEquals(
                "roles[0] is one of supervisor, admin at line 1, column 11.",
                post("/accounts", "{\"roles\":[\"boss\"]}").detail());
    }

    @Test
    void cutJsonIsRefusedWithItsPlace() {
        var wrong = new ArrayList<String>();
        for (var operation : takingJson()) {
            var answer = send(operation, path(operation), JSON, "{");
            check(wrong, operation + " of {", answer, 400, "bad-request", "at line 1, column ");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTextOfABodyIsWholeAndTheFieldIsNamedThatIsNot() {
        var api = OpenApi.read();
        var wrong = new ArrayList<String>();
        for (var operation : takingJson()) {
            var example = api.example(operation);
            for (var field : texts(example)) {
                for (var text : NO_TEXTS) {
                    var answer = send(operation, path(operation), JSON, escaped(with(example, field, text)));
                    // Where a rule of its own is broken first, that is told.
                    if (answer.status() != 400 || !answer.text().contains(name(field))) {
                        wrong.add(operation + " with no text in " + field + " -> " + answer);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aFieldIsNamedWhoseKeysOrListedTextsAreNotWhole() {
        assertEquals(
                "attributes.tier " + Texts.RULE + " at line 1, column 23.",
                post("/customers", "{\"attributes\":{\"tier\":\"go\\ud83d\"}}").detail());
        assertEquals(
                "attributes " + Texts.RULE + " at line 1, column 16.",
                post("/customers", "{\"attributes\":{\"ti\\u0000er\":\"gold\"}}")
                        .detail()
                        .replaceFirst("attributes\\.\\S+", "attributes"));
        assertEquals(
                201,
                post("/skills", "{\"name\":\"" + TestOrganisation.unique("\\ud83d\\ude00") + "\"}")
                        .status());
    }

    @Test
    void everyParameterOfAnAddressIsATextAndIsNamedIfItIsNot() {
        var wrong = new ArrayList<String>();
        for (var operation : OpenApi.read().operations()) {
            for (var escaped : List.of("%00", "a%ED%A0%BDb", "%ff", "%C3")) {
                for (var parameter : operation.parameters("query")) {
                    var name = parameter.path("name").asText();
                    var answer = send(operation, path(operation) + "?" + name + "=" + escaped, null, null);
                    check(wrong, operation + " of " + name + "=" + escaped, answer, 400, "bad-request", name + " is");
                }
            }
            if (operation.path().contains("{")) {
                var answer = send(operation, operation.path().replaceAll("\\{[^}]*}", "a%00"), null, null);
                check(wrong, operation + " of a%00", answer, 400, "bad-request", "The path is");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyQueryParameterThatDoesNotExistIsRefusedWithThoseThatDo() {
        var wrong = new ArrayList<String>();
        for (var operation : OpenApi.read().operations()) {
            var names = operation.parameters("query").stream()
                    .map(parameter -> parameter.path("name").asText())
                    .sorted()
                    .collect(Collectors.joining(", "));
            var told = "There is no query parameter LIMIT here, "
                    + (names.isEmpty() ? "nor any other." : "but " + names + ".");
            if (!operation.toString().equals("GET /api/v1/auth/sso/{slug}")) {
                var answer = send(operation, path(operation) + "?LIMIT=1", null, null);
                check(wrong, operation + "?LIMIT=1", answer, 400, "bad-request", told);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aParameterOfOneValueIsGivenOnce() {
        var asked =
                Wire.send(new TestOrganisation().admin().token(), "GET", API + "/tickets?queueId=1&queueId=2", null);
        assertEquals("queueId is given more than once.", asked.detail());
        var options = Wire.send(new TestOrganisation().admin().token(), "OPTIONS", API + "/tickets?LIMIT=1", null);
        assertTrue(options.status() < 500, options.toString());
    }

    @Test
    void everyFieldOfAFormIsATextAndIsNamedIfItIsNot() {
        var form = "application/x-www-form-urlencoded";
        var wrong = new ArrayList<String>();
        for (var operation : OpenApi.read().operations()) {
            var fields = operation.description().at("/requestBody/content/application~1x-www-form-urlencoded/schema");
            for (var field : fields.path("properties").properties()) {
                for (var escaped : List.of("a%00", "a%ED%A0%BDb", "%FF")) {
                    var answer = send(operation, path(operation), form, field.getKey() + "=" + escaped);
                    check(wrong, operation + " of " + escaped, answer, 400, "bad-request", field.getKey() + " has");
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aHeaderWithNulIsRefusedBeforeAnybodyReadsIt() throws IOException {
        for (var header : List.of("User-Agent", "Idempotency-Key", "If-Match", "Accept-Language")) {
            try (var socket = new Socket(api.getHost(), api.getPort())) {
                socket.getOutputStream()
                        .write(("GET " + API + "/me HTTP/1.1\r\nHost: " + api.getAuthority() + "\r\n" + header
                                        + ": a\0b\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var answer = String.valueOf(
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                                .readLine());
                assertTrue(answer.startsWith("HTTP/1.1 400"), header + " -> " + answer);
            }
        }
    }

    @Test
    void aLineOfAnImportWithNoTextIsReported() {
        var csv = "number,customerId,product,quantity,amount,currency,orderedAt\nA,1,Desk\0lamp,1,1,EUR,"
                + "2026-11-02T09:30:00Z";
        assertEquals(
                "product " + Texts.RULE,
                imported("text/csv", csv).at("/errors/0/error").asText());
        for (var text : NO_TEXTS) {
            var line = escaped(NODES.objectNode().put("number", "A").put("product", text));
            assertEquals(
                    "product " + Texts.RULE + " at line 1, column 25.",
                    imported("application/x-ndjson", line).at("/errors/0/error").asText());
        }
    }

    private static JsonNode imported(String type, String lines) {
        var headers = Map.of("Content-Type", type);
        return Wire.send(new TestOrganisation().admin().token(), "POST", API + "/orders/import", headers, lines)
                .as(200)
                .json();
    }

    /** The places of its texts. */
    private static List<JsonPointer> texts(JsonNode json) {
        var found = new ArrayList<JsonPointer>();
        collect(json, JsonPointer.empty(), found);
        return found;
    }

    private static void collect(JsonNode json, JsonPointer at, List<JsonPointer> found) {
        if (json.isTextual()) {
            found.add(at);
        }
        json.properties().forEach(field -> collect(field.getValue(), at.appendProperty(field.getKey()), found));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            collect(json.get(i), at.appendIndex(i), found);
        }
    }

    private static JsonNode with(JsonNode example, JsonPointer field, String text) {
        var copy = example.deepCopy();
        var parent = copy.at(field.head());
        if (parent instanceof ObjectNode object) {
            object.put(field.last().getMatchingProperty(), text);
        } else {
            ((ArrayNode) parent).set(field.last().getMatchingIndex(), text);
        }
        return copy;
    }

    /** The name of the field in problems. */
    private static String name(JsonPointer field) {
        return field.toString()
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.');
    }

    /** Halves of pairs come over the wire as escapes only. */
    private static String escaped(JsonNode json) {
        try {
            return ASCII.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Operation> takingJson() {
        return OpenApi.read().operations().stream()
                .filter(operation -> operation.takes(JSON))
                .toList();
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{channel}", "CHAT").replaceAll("\\{[^}]*}", "1");
    }

    private static Answer post(String path, String body) {
        return Wire.send(
                new TestOrganisation().admin().token(), "POST", API + path, Map.of("Content-Type", JSON), body);
    }

    /** Sends by the first caller who may. */
    private Answer send(Operation operation, String path, @Nullable String type, @Nullable String body) {
        // Some operations are for our own pages only.
        var headers = new HashMap<>(Map.of("Sec-Fetch-Site", "same-origin"));
        if (type != null) {
            headers.put("Content-Type", type);
        }
        var known = whoMay.get(operation.toString());
        for (var person : known == null ? everybody : List.of(known)) {
            var answer = Wire.send(person.token(), operation.method(), path, headers, body);
            if (answer.status() != 403) {
                whoMay.put(operation.toString(), person);
                return answer;
            }
        }
        throw new AssertionError("Nobody may " + operation);
    }

    private static void check(List<String> wrong, String what, Answer answer, int status, String type, String detail) {
        if (!answer.isProblem(status, type) || !answer.detail().contains(detail)) {
            wrong.add(what + " -> " + answer);
        }
    }
}
