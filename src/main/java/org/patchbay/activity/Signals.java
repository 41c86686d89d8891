package org.patchbay.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.conversations.ConversationTickets.About;
import org.patchbay.conversations.PositionMoved;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.events.ReplicaListener;
import org.patchbay.shared.events.ReplicaNews;
import org.patchbay.shared.time.Times;

/** Tells all replicas what goes on in conversations: this one at once, the others soon. */
@ApplicationScoped
class Signals implements ReplicaListener<Signal> {

    private final ReplicaNews replicaNews;
    private final Rooms rooms;

    Signals(ReplicaNews replicaNews, Rooms rooms) {
        this.replicaNews = replicaNews;
        this.rooms = rooms;
    }

    void tell(long organisation, long conversation, About about, ActivityView activity) {
        replicaNews.tell(this, new Signal(organisation, conversation, activity.accountId(), about, activity));
    }

    void onMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) PositionMoved moved) {
        var signal = new Signal(moved.organisationId(), moved.conversationId(), moved.accountId(), null, null);
        if (rooms.moved(signal).filter(news -> !news.present().isEmpty()).isPresent()) {
            replicaNews.tell(this, signal);
        }
    }

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public Class<Signal> type() {
        return Signal.class;
    }

    @Override
    public void hear(Signal signal) {
        var about = signal.about();
        var activity = signal.activity();
        if (about == null || activity == null) {
            rooms.moved(signal).ifPresent(DomainEvents::publish);
        } else if (!activity.isOver(Times.now())) {
            DomainEvents.publish(rooms.enter(signal, about, activity));
        }
    }
}
