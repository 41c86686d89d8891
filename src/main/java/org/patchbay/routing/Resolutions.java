package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;

/** Tells in the history of a ticket that the time in which it shall be resolved is nearly over, or over. */
@ApplicationScoped
class Resolutions implements TimerHandler {

    static final String KIND = "resolution";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.status().isLive() && ticket.pausedSince() == null && isOf(ticket, timer)) {
            ticket.record(
                    timer.dueAt().isBefore(ticket.resolutionDueAt())
                            ? TicketEvent.Type.RESOLUTION_AT_RISK
                            : TicketEvent.Type.RESOLUTION_MISSED,
                    null,
                    null);
        }
    }

    /** Timers of an earlier due time mean nothing any more. */
    private static boolean isOf(Ticket ticket, DueTimer timer) {
        return ticket.resolutionDueAt() != null && Times.micros(ticket.resolutionDueAt()) == timer.round();
    }
}
