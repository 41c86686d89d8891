package org.patchbay.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private static List<Operation> takingJson() {
        return OpenApi.read().operations().stream()
                .filter(operation -> operation.takes(JSON))
                .toList();
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{channel}", "CHAT").replaceAll("\\{[^}]*}", "1");
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
