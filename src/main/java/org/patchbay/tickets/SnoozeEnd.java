package org.patchbay.tickets;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

/** Resumes snoozed tickets when their time has come. */
@ApplicationScoped
class SnoozeEnd implements TimerHandler<Instant> {

    private final TicketDispatch dispatch;

    SnoozeEnd(TicketDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public TimerKind<Instant> kind() {
        return SnoozeTimer.KIND;
    }

    @Override
    public void fire(DueTimer<Instant> timer) {
        Ticket.lock(timer.subjectId())
                .filter(ticket -> timer.payload().equals(ticket.pendingUntil))
                .ifPresent(ticket -> dispatch.take(null, ticket, Step.RESUME, null));
    }
}
