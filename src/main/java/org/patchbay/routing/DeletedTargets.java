package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.agents.AgentDeleted;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.Timers;

/**
 * Opens tickets that were meant for a deleted agent to any agent. It uses timers, because the deletion holds the locks
 * of the roster and the agent, before which the tickets' locks come.
 */
@ApplicationScoped
class DeletedTargets implements TimerHandler {

    private final Timers timers;
    private final Router router;
    private final Arrivals arrivals;

    DeletedTargets(Timers timers, Router router, Arrivals arrivals) {
        this.timers = timers;
        this.router = router;
        this.arrivals = arrivals;
    }

    void onDeleted(@Observes AgentDeleted deleted) {
        CurrentVisibility.ofEverything(() -> Ticket.liveFor(deleted.agentId()))
                .forEach(ticket -> timers.set(kind(), ticket, deleted.agentId(), Times.now()));
    }

    @Override
    public String kind() {
        return "forsaken";
    }

    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.status().isLive() && router.isForsaken(ticket)) {
            ticket.isForAnybody();
            router.waitIn(ticket.queueId(), ticket);
            if (ticket.status() == TicketStatus.OPEN) {
                ticket.record(TicketEvent.Type.RELAXED, null, null);
                arrivals.welcome(ticket);
            }
        }
    }
}
