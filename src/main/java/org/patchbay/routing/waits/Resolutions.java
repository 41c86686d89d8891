package org.patchbay.routing.waits;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tickets.Promises;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

/** Notes in the history of a ticket that the time for its resolution is nearly over, or over. */
@ApplicationScoped
class Resolutions implements TimerHandler<Instant> {

    @Override
    public TimerKind<Instant> kind() {
        return TicketTimers.RESOLUTION;
    }

    @Override
    public void fire(DueTimer<Instant> timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        var promises = ticket.promises();
        if (ticket.status().isLive() && promises.pausedSince() == null && isOf(promises, timer)) {
            ticket.record(
                    timer.dueAt().isBefore(promises.resolutionDueAt())
                            ? TicketEventType.RESOLUTION_AT_RISK
                            : TicketEventType.RESOLUTION_MISSED,
                    null,
                    null);
        }
    }

    /** Timers of an earlier due time mean nothing any more. */
    private static boolean isOf(Promises promises, DueTimer<Instant> timer) {
        return timer.payload().equals(promises.resolutionDueAt());
    }
}
