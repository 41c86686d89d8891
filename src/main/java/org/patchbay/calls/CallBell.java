package org.patchbay.calls;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.shared.events.DomainEvent;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.events.ReplicaListener;
import org.patchbay.shared.events.ReplicaNews;

/**
 * Calls those in a call to look at it, on all replicas, once what changed is committed. Devices look again by
 * themselves, so a bell that nobody hears delays them by a moment.
 */
@ApplicationScoped
class CallBell implements ReplicaListener<CallNews> {

    private final ReplicaNews replicaNews;

    /** It is to ring with the commit. */
    private record Rung(CallNews news) implements DomainEvent {}

    CallBell(ReplicaNews replicaNews) {
        this.replicaNews = replicaNews;
    }

    /** Rings when the transaction under way is committed. */
    static void ring(Call call, Set<Long> accounts) {
        if (!accounts.isEmpty()) {
            DomainEvents.publish(new Rung(new CallNews(call.organisationId(), call.ticketId, call.id, accounts)));
        }
    }

    void onRung(@Observes(during = TransactionPhase.AFTER_SUCCESS) Rung rung) {
        replicaNews.tell(this, rung.news());
    }

    @Override
    public String kind() {
        return "call";
    }

    @Override
    public Class<CallNews> type() {
        return CallNews.class;
    }

    @Override
    public void hear(CallNews news) {
        DomainEvents.publish(news);
    }
}
