package org.patchbay.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.House.Person;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.Wire;
import org.patchbay.testing.Wire.Answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * No client can cause a 500: random requests, near to what each operation takes, of three people at once. The seed makes them
 * repeatable.
 */
@QuarkusTest
class HostileInputTest {

    private static final int REQUESTS_PER_OPERATION = 24;
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JSON.getNodeFactory();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud83d\ude00",
            "\ud83d",
            "%",
            "{x}",
            "'; drop table ticket; --",
            "\\",
            "\u202e\u0301\uffff",
            "null",
            "-1",
            "1e400",
            "9223372036854775808",
            "2026-02-30T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "MX4y",
            "MX4rOTk5OTk5OTk5LTEyLTMxVDIzOjU5OjU5Wn4x",
            "x".repeat(5_000));
    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(1.5),
            NODES.numberNode(new BigDecimal("1e400")),
            NODES.numberNode(new BigInteger("9".repeat(400))),
            NODES.arrayNode().add(NODES.arrayNode()),
            NODES.objectNode().put("a", 1));
    private static final List<String> IDS = List.of(
            "0",
            "-1",
            "1",
            "2",
            "3",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1.0",
            "x",
            "%00",
            "%F0%9F%98%80",
            "..%2F..",
            "1;a=b",
            "{id}");
    private static final List<String> BODIES =
            List.of("", "{", "null", "[]", "\"\"", "0", "[".repeat(5_000), "{\"a\":".repeat(2_000), "\u0000", "{}");

    private final Random random = new Random(20261120);
    private final House house = new House();
    private OpenApi api;

    @AfterEach
    void leaveNothingWaitingNothingIsolatedAndTheDefaultQueueServed() {
        var after = new House();
        after.isolate(false, false, false);
        after.resetDefaultQueue();
        after.clear();
    }

    @Test
    void noRequestOfTheseMakesTheServerFail() throws Exception {
        api = OpenApi.read();
        var operations = api.operations();
        operations.removeIf(Operation::streams);
        operations.sort(Comparator.comparing(Operation::endsSessions));
        var callers = List.of(house.admin(), house.customer(), house.agent());
        var asking = new ArrayList<Callable<List<String>>>();
        for (var caller : callers) {
            var requests = requests(operations, REQUESTS_PER_OPERATION / callers.size());
            asking.add(() -> failures(caller, requests));
        }
        try (var threads = Executors.newFixedThreadPool(callers.size())) {
            var failures = new ArrayList<String>();
            for (var asked : threads.invokeAll(asking)) {
                failures.addAll(asked.get());
            }
            assertEquals("", String.join("\n", failures));
        }
    }

    private List<Request> requests(List<Operation> operations, int each) {
        var requests = new ArrayList<Request>();
        for (var operation : operations) {
            for (int i = 0; i < (takesPasswords(operation) ? 3 : each); i++) {
                requests.add(new Request(operation, path(operation), query(operation), body(operation)));
            }
        }
        return requests;
    }

    private static List<String> failures(Person caller, List<Request> requests) {
        var failures = new ArrayList<String>();
        for (var request : requests) {
            var answer = request.send(caller);
            if (!isFine(answer)) {
                failures.add(request.shown() + " by " + caller.name() + " -> " + answer.status() + " "
                        + shortened(answer.text()));
            }
        }
        return failures;
    }

    /** Too many wrong ones would close our address to other tests. */
    private static boolean takesPasswords(Operation operation) {
        return Stream.of("/auth/", "/me/password", "/me/second-factor").anyMatch(operation.path()::contains);
    }

    private record Request(Operation operation, String path, String query, String body) {

        Answer send(Person caller) {
            Map<String, String> headers = body == null ? Map.of() : Map.of("Content-Type", operation.consumes());
            return Wire.send(caller.token(), operation.method(), path + query, headers, body);
        }

        String shown() {
            return operation.method() + " " + shortened(path + query) + " " + shortened(String.valueOf(body));
        }
    }

    private static boolean isFine(Answer answer) {
        return answer.status() < 400 || answer.status() < 500 && answer.isProblem();
    }

    private String path(Operation operation) {
        return PARAMETER
                .matcher(operation.path())
                .replaceAll(parameter -> Matcher.quoteReplacement(encodeBraces(oneOf(IDS))));
    }

    private String query(Operation operation) {
        var query = operation.parameters("query").stream()
                .filter(parameter -> random.nextInt(3) > 0)
                .map(parameter -> parameter.path("name").asText() + "=" + encoded(text(parameter.path("schema"))))
                .collect(Collectors.joining("&", "?", ""));
        return query.length() > 1 ? query : "";
    }

    private String body(Operation operation) {
        if (operation.consumes() == null) {
            return null;
        }
        if (random.nextInt(4) == 0) {
            return oneOf(BODIES);
        }
        var schema = operation
                .description()
                .path("requestBody")
                .path("content")
                .path(operation.consumes())
                .path("schema");
        if (!operation.consumes().endsWith("json")) {
            return "number,customerId,product,quantity,amount,currency,orderedAt\n" + oneOf(TEXTS) + "," + oneOf(TEXTS)
                    + ",\"" + oneOf(TEXTS) + "\",1,1," + oneOf(TEXTS);
        }
        try {
            return JSON.writeValueAsString(value(schema));
        } catch (JsonProcessingException e) {
            return "{\"name\":\"\ud83d\"}";
        }
    }

    /** Mostly what the schema asks for, so that some of the request gets far. */
    private JsonNode value(JsonNode reference) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? oneOf(VALUES) : NODES.textNode(oneOf(TEXTS));
        }
        var schema = api.resolved(reference);
        if (schema.has("properties")) {
            var object = NODES.objectNode();
            schema.path("properties").properties().forEach(field -> {
                if (random.nextInt(10) > 0) {
                    object.set(field.getKey(), value(field.getValue()));
                }
            });
            return object;
        }
        if (schema.has("items")) {
            return NODES.arrayNode().add(value(schema.path("items")));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        var examples = reference.has("examples") ? reference.path("examples") : schema.path("examples");
        return examples.isEmpty() ? NODES.textNode(oneOf(TEXTS)) : examples.get(0);
    }

    private String text(JsonNode schema) {
        return random.nextInt(2) == 0 ? oneOf(TEXTS) : value(schema).asText();
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String encoded(String text) {
        // The request line has a limit of its own, which other tests may try.
        return URLEncoder.encode(text.substring(0, Math.min(300, text.length())), StandardCharsets.UTF_8);
    }

    private static String encodeBraces(String id) {
        return id.replace("{", "%7B").replace("}", "%7D");
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
