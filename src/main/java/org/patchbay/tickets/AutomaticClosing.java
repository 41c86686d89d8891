package org.patchbay.tickets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.Times;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.Timers;

/**
 * Closes resolved tickets once the time to reopen them is over. The time of its resolution is the round of a ticket's
 * timer.
 */
@ApplicationScoped
class AutomaticClosing implements TimerHandler {

    private final Tickets tickets;
    private final NextSteps nextSteps;
    private final Timers timers;

    AutomaticClosing(Tickets tickets, NextSteps nextSteps, Timers timers) {
        this.tickets = tickets;
        this.nextSteps = nextSteps;
        this.timers = timers;
    }

    void onMoved(@Observes TicketMoved moved) {
        if (moved.to() == TicketStatus.RESOLVED) {
            Ticket.byId(moved.ticketId()).ifPresent(this::expect);
        }
    }

    private void expect(Ticket ticket) {
        timers.set(kind(), ticket.id, Times.micros(ticket.resolvedAt), nextSteps.reopenableUntil(ticket));
    }

    @Override
    public String kind() {
        return "close-resolved";
    }

    /** A timer comes too early where the time to reopen was prolonged after it was set. */
    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.status == TicketStatus.RESOLVED && Times.micros(ticket.resolvedAt) == timer.round()) {
            if (nextSteps.isReopenable(ticket)) {
                expect(ticket);
            } else {
                tickets.apply(null, ticket, Step.CLOSE, null);
            }
        }
    }
}
