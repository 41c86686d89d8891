package org.patchbay.calls.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The API of Janus by HTTP (janus.conf.meetecho.com, "REST"). It needs no connection that stands, so whichever replica
 * of ours is asked speaks with any session, and one that dies takes none along. Each connection of a device is a
 * session of its own: only one request at a time awaits its events.
 */
@ApplicationScoped
class JanusClient {

    private static final String PLUGIN = "janus.plugin.videoroom";

    private final HttpClient http;
    private final ObjectMapper mapper;
    private final JanusConfig config;

    /** A handle of the plug-in, in a session of its own. */
    record Handle(String node, long session, long id) {

        String path() {
            return node + "/" + session + "/" + id;
        }
    }

    /**
     * An event of the plug-in.
     *
     * @param description of a session (SDP); null where it has none
     */
    record Event(JsonNode data, @Nullable String description) {

        String needsDescription() {
            if (description == null) {
                throw new MediaServerException("Janus describes no session: " + data);
            }
            return description;
        }
    }

    JanusClient(JanusConfig config, ObjectMapper mapper) {
        this.config = config;
        this.mapper = mapper;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
    }

    /** Whether a node is there, and takes new sessions: one that is drained does not. */
    boolean takes(String node) {
        try {
            return send(HttpRequest.newBuilder(URI.create(node + "/info")).GET())
                    .path("accepting-new-sessions")
                    .asBoolean();
        } catch (MediaServerException e) {
            return false;
        }
    }

    Handle attach(String node) {
        long session = post(node, request("create")).path("data").path("id").asLong();
        var attach = request("attach").put("plugin", PLUGIN);
        long handle = post(node + "/" + session, attach).path("data").path("id").asLong();
        return new Handle(node, session, handle);
    }

    /** Ends a session, and the connection of it; one that is unknown is ended already. */
    void destroy(String node, long session) {
        try {
            post(node + "/" + session, request("destroy"));
        } catch (JanusProblem e) {
            if (!e.isUnknownSession()) {
                throw e;
            }
        }
    }

    /** Keeps a session, which ends when it was not heard of for a minute. */
    void keepAlive(String node, long session) {
        post(node + "/" + session, request("keepalive"));
    }

    /** Asks the plug-in for something that it answers at once. */
    JsonNode ask(Handle handle, ObjectNode body) {
        return dataOf(post(handle.path(), message(body)));
    }

    /**
     * Has the plug-in do something.
     *
     * @param type of the description; null with none
     */
    Event tell(Handle handle, ObjectNode body, @Nullable String type, @Nullable String description) {
        var message = message(body);
        if (type != null) {
            message.putObject("jsep").put("type", type).put("sdp", description);
        }
        post(handle.path(), message);
        var event = event(handle, message.path("transaction").asText());
        var sdp = event.path("jsep").path("sdp");
        return new Event(dataOf(event), sdp.isTextual() ? sdp.asText() : null);
    }

    private ObjectNode message(ObjectNode body) {
        return request("message").set("body", body);
    }

    /** The event of a request among those of its session. */
    private JsonNode event(Handle handle, String transaction) {
        long end = System.nanoTime() + config.timeout().multipliedBy(2).toNanos();
        var address = handle.node() + "/" + handle.session() + "?maxev=1"
                + config.secret().map(secret -> "&apisecret=" + secret).orElse("");
        while (System.nanoTime() < end) {
            var event = send(HttpRequest.newBuilder(URI.create(address)).GET());
            if (transaction.equals(event.path("transaction").asText())) {
                return event;
            }
        }
        throw new MediaServerException("Janus tells nothing of a request to " + handle.node());
    }

    private ObjectNode request(String verb) {
        var request = mapper.createObjectNode()
                .put("janus", verb)
                .put("transaction", UUID.randomUUID().toString());
        config.secret().ifPresent(secret -> request.put("apisecret", secret));
        return request;
    }

    private JsonNode post(String address, ObjectNode request) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(request.toString())));
    }

    private JsonNode send(HttpRequest.Builder request) {
        var sent = request.timeout(config.timeout()).build();
        try {
            var answer = mapper.readTree(
                    http.send(sent, HttpResponse.BodyHandlers.ofString()).body());
            if (answer.has("error")) {
                throw new JanusProblem(answer.path("error").path("code").asInt(), answer.path("error"));
            }
            return answer;
        } catch (IOException e) {
            throw new MediaServerException(
                    "Janus does not answer at " + sent.uri().getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaServerException("Nobody waits for Janus any more", e);
        }
    }

    private static JsonNode dataOf(JsonNode event) {
        var data = event.path("plugindata").path("data");
        if (data.has("error_code")) {
            throw new JanusProblem(data.path("error_code").asInt(), data);
        }
        return data;
    }
}
