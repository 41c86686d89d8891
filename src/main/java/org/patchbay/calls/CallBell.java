package org.patchbay.calls;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.shared.events.DomainEvent;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.events.ReplicaListener;
import org.patchbay.shared.events.ReplicaNews;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Calls those in a call to look at it, on all replicas, once what changed is committed. Devices look again by
 * themselves, so a bell that nobody hears delays them by a moment.
 */
@ApplicationScoped
class CallBell implements ReplicaListener {

    private static final String KIND = "call";

    private final ReplicaNews replicaNews;
    private final ObjectMapper json;

    /** It is to ring with the commit. */
    private record Rung(CallNews news) implements DomainEvent {}

    CallBell(ReplicaNews replicaNews, ObjectMapper json) {
        this.replicaNews = replicaNews;
        this.json = json;
    }

    /** Rings when the transaction under way is committed. */
    static void ring(Call call, Set<Long> accounts) {
        if (!accounts.isEmpty()) {
            DomainEvents.publish(new Rung(new CallNews(call.organisationId(), call.ticketId, call.id, accounts)));
        }
    }

    void onRung(@Observes(during = TransactionPhase.AFTER_SUCCESS) Rung rung) {
        DomainEvents.publish(rung.news());
        replicaNews.tellOthers(KIND, rung.news());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void hear(String news) throws JsonProcessingException {
        DomainEvents.publish(json.readValue(news, CallNews.class));
    }
}
