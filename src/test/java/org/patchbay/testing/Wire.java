package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;

/** Requests as they go over the wire, for tests that send thousands, where REST Assured would take most of the time. */
public final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Wire() {}

    /** A response. */
    public record Answer(int status, String contentType, String text) {

        /** @throws AssertionError where it has another status */
        public Answer as(int expected) {
            if (status != expected) {
                throw new AssertionError(expected + " was expected of " + this);
            }
            return this;
        }

        /** Whether it is a problem of a type of ours, whose detail says more than its status. */
        public boolean isProblem() {
            return contentType.startsWith("application/problem+json")
                    && problem().startsWith("urn:patchbay:problem:")
                    && !detail().startsWith("HTTP ");
        }

        public boolean isProblem(int expectedStatus, String type) {
            return status == expectedStatus && isProblem() && problem().equals("urn:patchbay:problem:" + type);
        }

        /** The detail of a problem, or nothing. */
        public String detail() {
            return json().path("detail").asText();
        }

        private String problem() {
            return json().path("type").asText();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(text, e);
            }
        }
    }

    /** Sends JSON, or nothing. */
    public static Answer send(String token, String method, String path, @Nullable Object body) {
        return body == null
                ? send(token, method, path, Map.of(), null)
                : send(
                        token,
                        method,
                        path,
                        Map.of("Content-Type", "application/json"),
                        JSON.valueToTree(body).toString());
    }

    /**
     * @param token null for a stranger
     * @param path with its query, encoded
     * @param headers beside that of the token
     * @param body null for none
     */
    public static Answer send(String token, String method, String path, Map<String, String> headers, String body) {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
