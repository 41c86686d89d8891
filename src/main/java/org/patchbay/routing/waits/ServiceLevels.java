package org.patchbay.routing.waits;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;

/**
 * Notes in the history of a ticket that waits for its first agent that its queue's service level is at risk, or missed.
 */
@ApplicationScoped
class ServiceLevels implements TimerHandler<Instant> {

    @Override
    public TimerKind<Instant> kind() {
        return TicketTimers.SERVICE_LEVEL;
    }

    @Override
    public void fire(DueTimer<Instant> timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.awaitsFirstAgent() && ticket.promises().answerDueAt() != null && TicketTimers.isOf(ticket, timer)) {
            ticket.record(
                    timer.dueAt().isBefore(ticket.promises().answerDueAt())
                            ? TicketEventType.SERVICE_LEVEL_AT_RISK
                            : TicketEventType.SERVICE_LEVEL_MISSED,
                    null,
                    null);
        }
    }
}
