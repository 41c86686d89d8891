package org.patchbay.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A user's program: signs in once, calls any replica, and repeats requests that failed for a passing reason, with the
 * same idempotency key, as our documentation asks of it.
 */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer: its status and, if any, its JSON; of JSON lines, an array. */
    public record Answer(int status, JsonNode body) {

        /** @throws AssertionError where it has another status */
        public Answer as(int expected) {
            if (status != expected) {
                throw new AssertionError(expected + " was expected of " + this);
            }
            return this;
        }

        /** Whether another try is useless. */
        boolean isFinal() {
            return status > 0 && status != 503;
        }

        /** The id of the thing in the response. */
        public long id() {
            return body.path("id").asLong();
        }
    }

    private final List<URI> replicas;
    private final AtomicInteger turn =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000));
    private final String token;

    public Client(List<URI> replicas) {
        this(replicas, null);
    }

    private Client(List<URI> replicas, String token) {
        this.replicas = replicas;
        this.token = token;
    }

    public Client signedIn(String username, String password) {
        var answer = post(
                "/auth/token", JSON.createObjectNode().put("username", username).put("password", password));
        return new Client(replicas, answer.body().path("accessToken").asText());
    }

    /** Signs in as another system, with the permissions of its client id and secret. */
    public Client signedInAsClient(String clientId, String secret) {
        var form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret;
        var answer = patiently("POST", "/auth/token", "application/x-www-form-urlencoded", form);
        return new Client(replicas, answer.body().path("access_token").asText());
    }

    public Answer get(String path) {
        return patiently("GET", path, null, null);
    }

    public Answer post(String path, Object body) {
        return patiently("POST", path, "application/json", body);
    }

    public Answer put(String path, Object body) {
        return patiently("PUT", path, "application/json", body);
    }

    public Answer delete(String path) {
        return patiently("DELETE", path, null, null);
    }

    public Answer postCsv(String path, String body) {
        return patiently("POST", path, "text/csv", body);
    }

    /** One try against one replica; -1 without a response. */
    public int status(String path) {
        return once(replicas.getFirst().resolve(path), "GET", null, null, null).status();
    }

    /** One try, no patience. */
    public Answer tryPost(String path, Object body) {
        return once(replicas.getFirst().resolve("/api/v1" + path), "POST", "application/json", text(body), null);
    }

    /** One try, no patience. */
    public Answer tryGet(String path) {
        return once(replicas.getFirst().resolve("/api/v1" + path), "GET", null, null, null);
    }

    /** The access token of its sign-in. */
    public String token() {
        return token;
    }

    /** One try, the answer as text. */
    public String text(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(replicas.getFirst().resolve(path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private Answer patiently(String method, String path, String type, Object body) {
        var key = method.equals("POST") ? UUID.randomUUID().toString() : null;
        var text = text(body);
        Supplier<Answer> ask = () -> {
            var replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
            return once(replica.resolve("/api/v1" + path), method, type, text, key);
        };
        var answer = ask.get();
        return answer.isFinal()
                ? answer
                : Patience.await()
                        .pollInterval(Duration.ofMillis(
                                20 + ThreadLocalRandom.current().nextInt(60)))
                        .until(ask::get, Answer::isFinal);
    }

    private Answer once(URI uri, String method, String type, String body, String key) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(Patience.LIMIT)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var answered = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), json(answered, response.body()));
        } catch (IOException e) {
            return new Answer(-1, JSON.missingNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String type, String text) throws IOException {
        if (type.startsWith("application/x-ndjson")) {
            return JSON.readTree("[" + String.join(",", text.lines().toList()) + "]");
        }
        return type.contains("json") ? JSON.readTree(text) : JSON.missingNode();
    }

    private static String text(Object body) {
        return switch (body) {
            case null -> null;
            case String text -> text;
            default -> JSON.valueToTree(body).toString();
        };
    }
}
