package org.patchbay.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.agents.PresenceChanged;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audited;
import org.patchbay.groups.Memberships;
import org.patchbay.tickets.TicketHappened;

/** Stores events in the transaction in which they happen, and wakes the feed when that commits. */
@ApplicationScoped
class Outbox {

    private final Memberships memberships;
    private final WakeUp wakeUp;

    Outbox(Memberships memberships, WakeUp wakeUp) {
        this.memberships = memberships;
        this.wakeUp = wakeUp;
    }

    void onTicket(@Observes TicketHappened happened) {
        OutboxEntry.write(happened);
    }

    void onPresence(@Observes PresenceChanged changed) {
        OutboxEntry.write(changed, memberships.groupsOf(changed.agentId()));
    }

    void onAudited(@Observes Audited audited) {
        if (isOfConfiguration(audited.action())) {
            OutboxEntry.write(audited.action().subject());
        }
    }

    void onTicketCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketHappened happened) {
        wakeUp.ring();
    }

    void onPresenceCommitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) PresenceChanged changed) {
        wakeUp.ring();
    }

    /** Only changes of things that pages list; presence has events of its own. */
    private static boolean isOfConfiguration(Action action) {
        return action != Action.AGENT_PRESENCE_SET
                && switch (action.subject()) {
                    case GROUP,
                            AGENT,
                            PRESENCE_REASON,
                            SKILL,
                            QUEUE,
                            CHANNEL,
                            BUSINESS_HOURS,
                            ROUTING_POLICY,
                            SAVED_REPLY,
                            TAG,
                            TICKET_FIELD,
                            TICKET_VIEW,
                            ORGANISATION -> true;
                    case ACCOUNT, USERNAME, API_CLIENT, CUSTOMER, ORDER, TICKET -> false;
                };
    }
}
