package org.patchbay.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.House.Person;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.Wire;
import org.patchbay.testing.Wire.Answer;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.House.API;

/** What comes in that no operation takes: each refuses it alike. */
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

    private final Map<String, Person> whoMay = new HashMap<>();
    private List<Person> everybody;

    @BeforeEach
    void signIn() {
        everybody = new House().oneOfEachRole();
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

    private static List<Operation> takingJson() {
        return OpenApi.read().operations().stream()
                .filter(operation -> operation.takes(JSON))
                .toList();
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{channel}", "CHAT").replaceAll("\\{[^}]*}", "1");
    }

    private static Answer post(String path, String body) {
        return Wire.send(new House().admin().token(), "POST", API + path, Map.of("Content-Type", JSON), body);
    }

    /** By the first who may. */
    private Answer send(Operation operation, String path, String typeOrNull, String bodyOrNull) {
        // Some operations are for our own pages only.
        var headers = new HashMap<>(Map.of("Sec-Fetch-Site", "same-origin"));
        if (typeOrNull != null) {
            headers.put("Content-Type", typeOrNull);
        }
        var known = whoMay.get(operation.toString());
        for (var person : known == null ? everybody : List.of(known)) {
            var answer = Wire.send(person.token(), operation.method(), path, headers, bodyOrNull);
            if (answer.status() != 403) {
                whoMay.put(operation.toString(), person);
                return answer;
            }
        }
        throw new AssertionError("Nobody may " + operation);
    }

    private static void check(
            List<String> wrong, String what, Answer answer, int status, String type, String detail) {
        if (!answer.isProblem(status, type) || !answer.detail().contains(detail)) {
            wrong.add(what + " -> " + answer);
        }
    }
}
