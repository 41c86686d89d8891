package org.patchbay.routing;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.queues.Queues;
import org.patchbay.queues.ServiceLevel;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;

/** Tells in the history of a ticket that still waits for its first agent that its queue's promise is at risk, or missed. */
@ApplicationScoped
class ServiceLevels implements TimerHandler {

    static final String KIND = "service-level";

    private final Queues queues;

    ServiceLevels(Queues queues) {
        this.queues = queues;
    }

    static Instant missedAt(Ticket ticket, ServiceLevel level) {
        return ticket.openedAt().plusSeconds(level.seconds());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        var ticket = Ticket.lock(timer.subjectId()).orElseThrow();
        if (ticket.awaitsFirstAgent() && Deadlines.isOf(ticket, timer)) {
            queues.find(ticket.queueId())
                    .map(queue -> queue.serviceLevel())
                    .ifPresent(level -> ticket.record(
                            timer.dueAt().isBefore(missedAt(ticket, level))
                                    ? TicketEvent.Type.SERVICE_LEVEL_AT_RISK
                                    : TicketEvent.Type.SERVICE_LEVEL_MISSED,
                            null,
                            null));
        }
    }
}
