package org.patchbay.shared.events;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.reactive.messaging.MutinyEmitter;

/**
 * News for pages that nobody keeps, told to the other replicas over the broker. Without the broker those alone learn of
 * it who are connected to the replica where it happened.
 */
@ApplicationScoped
public class ReplicaNews {

    private static final int BUFFERED = 1_000;

    private final String replica = UUID.randomUUID().toString();
    private final MutinyEmitter<String> channel;
    private final Instance<ReplicaListener<?>> listeners;
    private final ObjectMapper json;

    /**
     * A message to the other replicas.
     *
     * @param replica which tells it
     * @param news as JSON
     */
    @RegisterForReflection
    record Envelope(String replica, String kind, String news) {}

    ReplicaNews(
            @Channel("signals") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFERED)
                    MutinyEmitter<String> channel,
            @Any Instance<ReplicaListener<?>> listeners,
            ObjectMapper json) {
        this.channel = channel;
        this.listeners = listeners;
        this.json = json;
    }

    /** Tells this replica at once, and the others soon, or never. */
    public <N> void tell(ReplicaListener<N> listener, N news) {
        listener.hear(news);
        try {
            var envelope = new Envelope(replica, listener.kind(), json.writeValueAsString(news));
            Announcements.send(
                    channel, json.writeValueAsString(envelope), () -> {}, failure -> unheard(envelope, failure));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unheard(Envelope envelope, Throwable failure) {
        Log.debugf(failure, "Other replicas do not hear %s", envelope);
    }

    @Incoming("signals-heard")
    void onMessage(Object payload) {
        var text = payload instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : payload.toString();
        try {
            var envelope = json.readValue(text, Envelope.class);
            if (!envelope.replica().equals(replica)) {
                for (var listener : listeners) {
                    if (listener.kind().equals(envelope.kind())) {
                        hear(listener, envelope.news());
                    }
                }
            }
        } catch (JsonProcessingException e) {
            Log.debugf(e, "Not a signal: %s", text);
        }
    }

    private <N> void hear(ReplicaListener<N> listener, String news) throws JsonProcessingException {
        listener.hear(json.readValue(news, listener.type()));
    }
}
