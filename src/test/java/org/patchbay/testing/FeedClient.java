package org.patchbay.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.patchbay.testing.Patience.await;

/** A page that listens to the feed as a browser does: by a WebSocket that carries its token as a subprotocol. */
public final class FeedClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private volatile int closed;
    private WebSocket socket;

    private FeedClient() {}

    /** A refused upgrade, and its status. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        private Refused(int status) {
            super("The upgrade was answered with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /**
     * Returns when the greeting was heard.
     *
     * @param server the feed's server
     * @param after the last number heard; null for from now on
     */
    public static FeedClient open(URI server, String token, Long after) {
        var feed = connect(server, token, after == null ? "" : "?after=" + after, null);
        await().until(() -> feed.closed != 0 || !feed.heard.isEmpty());
        return feed;
    }

    /** @throws Refused where the upgrade is */
    public static FeedClient connect(URI server, String token, String query, @Nullable String origin) {
        var feed = new FeedClient();
        var builder = HTTP.newWebSocketBuilder();
        if (token != null) {
            var carried =
                    URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8);
            builder.subprotocols("bearer-token-carrier", carried.replace("+", "%20"));
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        var uri = URI.create("ws://" + server.getAuthority() + "/api/v1/feed" + query);
        try {
            feed.socket = builder.buildAsync(uri, feed.listener()).join();
            return feed;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refusal) {
                throw new Refused(refusal.getResponse().statusCode());
            }
            throw e;
        }
    }

    private WebSocket.Listener listener() {
        return new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                text.append(data);
                if (last) {
                    heard.add(json(text.toString()));
                    text.setLength(0);
                }
                from.request(1);
                return null;
            }

            @Override
            public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                closed = code;
                return null;
            }

            @Override
            public void onError(WebSocket from, Throwable error) {
                closed = -1;
            }
        };
    }

    /** All messages, the greeting first. */
    public List<JsonNode> all() {
        return heard;
    }

    public JsonNode greeting() {
        return heard.getFirst();
    }

    /** The messages after the greeting. */
    public List<JsonNode> events() {
        var all = List.copyOf(heard);
        return all.subList(1, all.size());
    }

    /** The types of this ticket's messages after the greeting. */
    public List<String> typesOf(long ticket) {
        return events().stream()
                .filter(event -> event.path("ticketId").asLong() == ticket)
                .map(event -> event.path("type").asText())
                .toList();
    }

    public long lastNumber() {
        return heard.getLast().path("number").asLong();
    }

    /** The code that closed the connection; 0 while it is open. */
    public int closed() {
        return closed;
    }

    /** Cuts the connection as a failing network does: without a word. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
