package org.patchbay.tickets;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Times;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;

/**
 * Closes resolved tickets once the time to reopen them is over. The time of its resolution is the round of a ticket's
 * timer.
 */
@ApplicationScoped
class AutomaticClosing implements TimerHandler {

    private final Tickets tickets;
    private final NextSteps nextSteps;
    private final ClosingTimer closingTimer;

    AutomaticClosing(Tickets tickets, NextSteps nextSteps, ClosingTimer closingTimer) {
        this.tickets = tickets;
        this.nextSteps = nextSteps;
        this.closingTimer = closingTimer;
    }

    @Override
    public String kind() {
        return ClosingTimer.KIND;
    }

    /** A timer comes too early where the time to reopen was prolonged after it was set. */
    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.status == TicketStatus.RESOLVED && Times.micros(ticket.resolvedAt) == timer.round()) {
            if (nextSteps.isReopenable(ticket)) {
                closingTimer.set(ticket);
            } else {
                tickets.apply(null, ticket, Step.CLOSE, null);
            }
        }
    }
}
