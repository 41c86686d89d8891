package org.patchbay.routing.transfers;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.AgentDeletion;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.routing.Router;
import org.patchbay.routing.matching.AssignmentTransaction;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketQueries;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

/**
 * Opens tickets that were meant for a deleted agent to any agent. It uses timers, because the deletion holds the locks
 * of the roster and the agent, before which the tickets' locks come.
 */
@ApplicationScoped
class DeletedTargets implements AgentDeletion, TimerHandler<Void> {

    private static final TimerKind<Void> KIND = TimerKind.plain("forsaken");

    private final Timers timers;
    private final Router router;
    private final AssignmentTransaction transaction;

    DeletedTargets(Timers timers, Router router, AssignmentTransaction transaction) {
        this.timers = timers;
        this.router = router;
        this.transaction = transaction;
    }

    @Override
    public void agentDeleted(long agentId) {
        CurrentVisibility.ofEverything(() -> TicketQueries.liveFor(agentId))
                .forEach(ticket -> timers.set(KIND, ticket, Times.now()));
    }

    @Override
    public TimerKind<Void> kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer<Void> timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.status().isLive() && router.isForsaken(ticket)) {
            ticket.isForAnybody();
            router.waitIn(ticket.queueId(), ticket);
            if (ticket.status() == TicketStatus.OPEN) {
                ticket.record(TicketEventType.RELAXED, null, null);
                transaction.seekFor(ticket);
            }
        }
    }
}
