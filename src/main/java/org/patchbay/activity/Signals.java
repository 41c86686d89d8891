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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tells all replicas what goes on in conversations: this one at once, the others soon. */
@ApplicationScoped
class Signals implements ReplicaListener {

    private static final String KIND = "activity";

    private final ReplicaNews replicaNews;
    private final Rooms rooms;
    private final ObjectMapper json;

    Signals(ReplicaNews replicaNews, Rooms rooms, ObjectMapper json) {
        this.replicaNews = replicaNews;
        this.rooms = rooms;
        this.json = json;
    }

    void tell(long organisation, long conversation, About about, ActivityView activity) {
        tell(new Signal(organisation, conversation, activity.accountId(), about, activity));
    }

    void onMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) PositionMoved moved) {
        var signal = new Signal(moved.organisationId(), moved.conversationId(), moved.accountId(), null, null);
        if (rooms.moved(signal).filter(news -> !news.present().isEmpty()).isPresent()) {
            tell(signal);
        }
    }

    private void tell(Signal signal) {
        hear(signal);
        replicaNews.tellOthers(KIND, signal);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void hear(String news) throws JsonProcessingException {
        hear(json.readValue(news, Signal.class));
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
