package org.patchbay.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;

import static io.restassured.RestAssured.given;

/** The OpenAPI document, for tests that hold for every operation. */
public record OpenApi(JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head");

    /** One method of one path. */
    public record Operation(String method, String path, JsonNode description) {

        /** The media type of its body, or null where it takes none. */
        public String consumes() {
            return mediaTypes().isEmpty() ? null : mediaTypes().getFirst();
        }

        /** The media types of its body; any of them will do. */
        public List<String> mediaTypes() {
            return description.path("requestBody").path("content").properties().stream()
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** The description of a body of this media type. */
        public JsonNode body(String mediaType) {
            return description.path("requestBody").path("content").path(mediaType);
        }

        public boolean takes(String mediaType) {
            return mediaTypes().contains(mediaType);
        }

        public List<JsonNode> parameters(String in) {
            var found = new ArrayList<JsonNode>();
            description.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals(in)) {
                    found.add(parameter);
                }
            });
            return found;
        }

        /** Whether it may end the session of its caller, so that tests call it last. */
        public boolean endsSessions() {
            return path.contains("sign-out") || path.contains("/me/sessions/");
        }

        /**
         * Whether its response has no end, so that tests that wait for responses do not call it as permitted callers.
         */
        public boolean streams() {
            return description.at("/responses/200/content").has("text/event-stream");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static OpenApi read() {
        try {
            return new OpenApi(
                    JSON.readTree(given().get("/q/openapi?format=json").asString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text that is kept beside the pages: one line for each value, so that a change can be read. */
    public String text() {
        return document.toPrettyString() + "\n";
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method ->
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))
                .forEach(operations::add));
        return operations;
    }

    /** A possible request to this operation, made of the examples of its description; null where it takes no JSON. */
    public JsonNode example(Operation operation) {
        var content =
                operation.description().path("requestBody").path("content").path("application/json");
        return content.isMissingNode() ? null : example(content.path("schema"));
    }

    private JsonNode example(JsonNode reference) {
        var schema = resolved(reference);
        for (var described : List.of(reference, schema)) {
            if (described.path("examples").isArray()) {
                return typed(described.path("examples").path(0), schema);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("items")) {
            return JSON.createArrayNode().add(example(schema.path("items")));
        }
        var object = JSON.createObjectNode();
        schema.path("properties").properties().forEach(field -> object.set(field.getKey(), example(field.getValue())));
        return object;
    }

    /** An example in its own type: annotations write every one as text. */
    public static JsonNode typed(JsonNode example, JsonNode schema) {
        boolean number =
                Set.of("integer", "number").contains(schema.path("type").asText());
        return number ? new DecimalNode(new BigDecimal(example.asText())) : example;
    }

    /** The schema itself where it is a reference or a nullable reference to one. */
    public JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return document.at(schema.path("$ref").asText().substring(1));
        }
        for (var choice : schema.path("anyOf")) {
            if (choice.has("$ref")) {
                return resolved(choice);
            }
        }
        return schema;
    }
}
