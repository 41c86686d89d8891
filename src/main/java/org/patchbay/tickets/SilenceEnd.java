package org.patchbay.tickets;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

/** Resolves chats whose customers said nothing after they were warned. They may go on by writing. */
@ApplicationScoped
class SilenceEnd implements TimerHandler<Instant> {

    private final TicketDispatch dispatch;

    SilenceEnd(TicketDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public TimerKind<Instant> kind() {
        return SilenceTimer.END;
    }

    @Override
    public void fire(DueTimer<Instant> timer) {
        Ticket.lock(timer.subjectId())
                .filter(ticket -> SilenceTimer.holds(timer, ticket))
                .ifPresent(ticket -> dispatch.take(null, ticket, TicketStatus.Step.RESOLVE, null));
    }
}
