package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Times;
import org.patchbay.tickets.Promises;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;

/** Notes in the history of a ticket that the time for its resolution is nearly over, or over. */
@ApplicationScoped
class Resolutions implements TimerHandler {

    @Override
    public String kind() {
        return TicketTimers.RESOLUTION;
    }

    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        var promises = ticket.promises();
        if (ticket.status().isLive() && promises.pausedSince() == null && isOf(promises, timer)) {
            ticket.record(
                    timer.dueAt().isBefore(promises.resolutionDueAt())
                            ? TicketEvent.Type.RESOLUTION_AT_RISK
                            : TicketEvent.Type.RESOLUTION_MISSED,
                    null,
                    null);
        }
    }

    /** Timers of an earlier due time mean nothing any more. */
    private static boolean isOf(Promises promises, DueTimer timer) {
        return promises.resolutionDueAt() != null && Times.micros(promises.resolutionDueAt()) == timer.round();
    }
}
