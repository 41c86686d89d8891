package org.patchbay.activity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.patchbay.conversations.ConversationTickets.About;
import org.patchbay.conversations.PositionMoved;
import org.patchbay.shared.events.Announcements;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.time.Times;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.MutinyEmitter;

/**
 * Tells all replicas what goes on in conversations: this one at once, the others over the broker. Without the broker
 * those alone learn of it who are connected to the same replica.
 */
@ApplicationScoped
class Signals {

    private static final int BUFFERED = 1_000;

    private final String replica = UUID.randomUUID().toString();
    private final MutinyEmitter<String> channel;
    private final Rooms rooms;
    private final ObjectMapper json;

    Signals(
            @Channel("signals") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFERED)
                    MutinyEmitter<String> channel,
            Rooms rooms,
            ObjectMapper json) {
        this.channel = channel;
        this.rooms = rooms;
        this.json = json;
    }

    void tell(long organisation, long conversation, About about, ActivityView activity) {
        tell(new Signal(replica, organisation, conversation, activity.accountId(), about, activity));
    }

    void onMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) PositionMoved moved) {
        var signal = new Signal(replica, moved.organisationId(), moved.conversationId(), moved.accountId(), null, null);
        if (rooms.moved(signal).filter(news -> !news.present().isEmpty()).isPresent()) {
            tell(signal);
        }
    }

    private void tell(Signal signal) {
        hear(signal);
        try {
            Announcements.send(channel, json.writeValueAsString(signal), () -> {}, failure -> unheard(signal, failure));
        } catch (JsonProcessingException e) {
            unheard(signal, e);
        }
    }

    private static void unheard(Signal signal, Throwable failure) {
        Log.debugf(failure, "Other replicas do not hear %s", signal);
    }

    @Incoming("signals-heard")
    void onMessage(Object payload) {
        try {
            var text = payload instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : payload.toString();
            var signal = json.readValue(text, Signal.class);
            if (!signal.replica().equals(replica)) {
                hear(signal);
            }
        } catch (JsonProcessingException e) {
            Log.debugf(e, "Not a signal: %s", payload);
        }
    }

    private void hear(Signal signal) {
        var about = signal.about();
        var activity = signal.activity();
        if (about == null || activity == null) {
            rooms.moved(signal).ifPresent(DomainEvents::publish);
        } else if (!activity.isOver(Times.now())) {
            DomainEvents.publish(rooms.enter(signal, about, activity));
        }
    }
}
