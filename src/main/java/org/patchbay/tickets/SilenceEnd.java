package org.patchbay.tickets;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

/** Resolves chats whose customers said nothing after they were warned. They may go on by writing. */
@ApplicationScoped
class SilenceEnd implements TimerHandler<Instant> {

    private final SilenceTimer silenceTimer;
    private final TicketDispatch dispatch;

    SilenceEnd(SilenceTimer silenceTimer, TicketDispatch dispatch) {
        this.silenceTimer = silenceTimer;
        this.dispatch = dispatch;
    }

    @Override
    public TimerKind<Instant> kind() {
        return SilenceTimer.END;
    }

    @Override
    public void fire(DueTimer<Instant> timer) {
        Ticket.lock(timer.subjectId())
                .filter(ticket -> silenceTimer.holds(timer, ticket))
                .ifPresent(ticket -> dispatch.take(null, ticket, end(ticket), null));
    }

    private static Step end(Ticket ticket) {
        return ticket.status == TicketStatus.OPEN ? Step.SETTLE : Step.RESOLVE;
    }
}
