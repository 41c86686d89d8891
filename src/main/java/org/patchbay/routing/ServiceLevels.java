package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;

/** Tells in the history of a ticket that still waits for its first agent that its queue's promise is at risk, or missed. */
@ApplicationScoped
class ServiceLevels implements TimerHandler {

    static final String KIND = "service-level";
    static final long AT_RISK = 1;
    static final long MISSED = 2;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        boolean waits = ticket.status() == TicketStatus.OPEN || ticket.status() == TicketStatus.OFFERED;
        if (waits && ticket.openedAt().equals(ticket.waitingSince())) {
            ticket.record(
                    timer.round() == AT_RISK
                            ? TicketEvent.Type.SERVICE_LEVEL_AT_RISK
                            : TicketEvent.Type.SERVICE_LEVEL_MISSED,
                    null,
                    null);
        }
    }
}
