package org.patchbay.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.Wire;
import org.patchbay.testing.Wire.Answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Random requests, near to an operation's OpenAPI description, with something wrong here and there. */
final class HostileRequests {

    private static final Pattern PARAMETER = Pattern.compile("([\\w-]+)/\\{[^}]*}");
    /** Of nearly all of them, so that what is said in another language is seen. */
    private static final String READER = "de";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Lets halves of surrogate pairs get as far as the server. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1.0",
            "x",
            "%00",
            "%ED%A0%BD",
            "%F0%9F%98%80",
            "..%2F..",
            "1;a=b",
            "%7Bid%7D");
    private static final List<String> BODIES =
            List.of("", "{", "null", "[]", "\"\"", "0", "[".repeat(5_000), "{\"a\":".repeat(2_000), "\u0000", "{}");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "text/csv",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/json;charset=UTF-16",
            "a",
            "*/*");
    private static final List<String> HEADERS = List.of(
            "",
            "\"0\"",
            "W/\"1\"",
            "*",
            "\"",
            "\"99999999999999999999\"",
            "-1",
            "Basic !",
            "xx-;q=9,\u00e4",
            "x".repeat(500));

    private final OpenApi api;
    private final Map<String, Long> known;
    private final Random random;

    /** @param known ids of existing things, by the names of collections and of fields */
    HostileRequests(OpenApi api, Map<String, Long> known, Random random) {
        this.api = api;
        this.known = known;
        this.random = random;
    }

    /** One of them. */
    record Request(
            String method,
            String address,
            Map<String, String> headers,
            @Nullable String body) {

        Answer send(String token) {
            return Wire.send(token, method, address, headers, body);
        }

        /** Whether whoever asks reads German. */
        boolean isGerman() {
            return READER.equals(headers.get("Accept-Language"));
        }

        @Override
        public String toString() {
            return method + " " + shortened(address) + " " + headers + " " + shortened(String.valueOf(body));
        }
    }

    Request to(Operation operation) {
        var headers = new HashMap<String, String>();
        for (var parameter : operation.parameters("header")) {
            if (oneIn(3)) {
                headers.put(parameter.path("name").asText(), oneOf(HEADERS));
            }
        }
        if (oneIn(8)) {
            headers.put(oneOf(List.of("Accept", "Accept-Language", "User-Agent", "Origin")), oneOf(HEADERS));
        }
        headers.putIfAbsent("Accept-Language", READER);
        // Otherwise it would be another test, of permissions.
        headers.remove("Authorization");
        var type = operation.consumes() == null ? null : oneOf(operation.mediaTypes());
        if (type != null) {
            headers.put("Content-Type", oneIn(8) ? oneOf(TYPES) : type);
        }
        return new Request(
                operation.method(),
                path(operation) + query(operation),
                headers,
                type == null ? null : body(type, operation.body(type)));
    }

    private String path(Operation operation) {
        return PARAMETER.matcher(operation.path()).replaceAll(parameter -> {
            var id = known.get(parameter.group(1));
            var shown = id == null || oneIn(2) ? oneOf(IDS) : id.toString();
            return Matcher.quoteReplacement(parameter.group(1) + "/" + shown);
        });
    }

    private String query(Operation operation) {
        var query = operation.parameters("query").stream()
                .filter(parameter -> !oneIn(3))
                .map(parameter -> parameter.path("name").asText() + "=" + encoded(parameter))
                .collect(Collectors.joining("&", "?", oneIn(20) ? "&LIMIT=%ff" : ""));
        return query.length() > 1 ? query : "";
    }

    private String encoded(JsonNode parameter) {
        var text = oneIn(2)
                ? oneOf(TEXTS)
                : value(parameter.path("name").asText(), parameter.path("schema"))
                        .asText();
        // The request line has a limit of its own, which other tests may try.
        return URLEncoder.encode(text.substring(0, Math.min(300, text.length())), StandardCharsets.UTF_8);
    }

    private String body(String type, JsonNode content) {
        if (oneIn(6)) {
            return oneOf(BODIES);
        }
        var body = content.has("examples")
                ? content.path("examples").elements().next().path("value").asText()
                : type.equals("application/json") ? json(content.path("schema")) : form(content.path("schema"));
        int somewhere = random.nextInt(body.length() + 1);
        return switch (random.nextInt(8)) {
            case 0 -> body.substring(0, somewhere);
            case 1 -> body.substring(0, somewhere) + oneOf(TEXTS) + body.substring(somewhere);
            default -> body;
        };
    }

    private String form(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(value("", field.getValue()).asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String json(JsonNode schema) {
        try {
            return JSON.writeValueAsString(value("", schema));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Mostly what the schema asks for, so that some of the requests get far. */
    private JsonNode value(String name, JsonNode reference) {
        if (oneIn(8)) {
            return random.nextBoolean() ? oneOf(VALUES) : NODES.textNode(oneOf(TEXTS));
        }
        if (name.endsWith("Id") && known.containsKey(name) && !oneIn(3)) {
            return NODES.numberNode(known.get(name));
        }
        var schema = api.resolved(reference);
        if (schema.has("properties")) {
            var object = NODES.objectNode();
            schema.path("properties").properties().forEach(field -> {
                if (!oneIn(10)) {
                    object.set(field.getKey(), value(field.getKey(), field.getValue()));
                }
            });
            return object;
        }
        if (schema.has("items")) {
            return NODES.arrayNode().add(value(name, schema.path("items")));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return text(name, reference, schema);
    }

    /** A unique value is new, so that it takes nothing from other tests. */
    private JsonNode text(String name, JsonNode reference, JsonNode schema) {
        return switch (name) {
            case "slug", "username", "number" -> NODES.textNode(TestOrganisation.unique("hostile"));
            case "hostName" -> NODES.textNode(TestOrganisation.unique("hostile") + ".example");
            case "email" -> NODES.textNode(TestOrganisation.unique("hostile") + "@example.org");
            default -> {
                var examples = reference.has("examples") ? reference.path("examples") : schema.path("examples");
                yield examples.isEmpty() ? NODES.textNode(oneOf(TEXTS)) : OpenApi.typed(examples.get(0), schema);
            }
        };
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }
}
