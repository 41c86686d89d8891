package org.patchbay.tickets;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

import static java.util.Objects.requireNonNull;

/** Closes resolved tickets once the time to reopen them is over. */
@ApplicationScoped
class AutomaticClosing implements TimerHandler<Instant> {

    private final TicketDispatch dispatch;
    private final NextSteps nextSteps;
    private final ClosingTimer closingTimer;

    AutomaticClosing(TicketDispatch dispatch, NextSteps nextSteps, ClosingTimer closingTimer) {
        this.dispatch = dispatch;
        this.nextSteps = nextSteps;
        this.closingTimer = closingTimer;
    }

    @Override
    public TimerKind<Instant> kind() {
        return ClosingTimer.KIND;
    }

    /** A timer comes too early where the time to reopen was prolonged after it was set. */
    @Override
    public void fire(DueTimer<Instant> timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.status == TicketStatus.RESOLVED
                && requireNonNull(ticket.resolvedAt).equals(timer.payload())) {
            if (nextSteps.isReopenable(ticket)) {
                closingTimer.set(ticket);
            } else {
                dispatch.take(null, ticket, Step.CLOSE, null);
            }
        }
    }
}
