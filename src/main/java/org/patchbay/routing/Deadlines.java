package org.patchbay.routing;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.queues.QueueView;
import org.patchbay.queues.Queues;
import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.Timers;

/**
 * Sets the timers of tickets that come to wait. Each wait in a queue has its own whole limit, and is the round of its timers:
 * those of an earlier wait, or of another queue, mean nothing any more.
 */
@ApplicationScoped
class Deadlines {

    /** Of the time that a queue promises. */
    private static final double AT_RISK = 0.8;

    private final Queues queues;
    private final Pools pools;
    private final Timers timers;

    Deadlines(Queues queues, Pools pools, Timers timers) {
        this.queues = queues;
        this.pools = pools;
        this.timers = timers;
    }

    /**
     * A ticket waits. Where an offer of it came to nothing, it goes on waiting.
     *
     * @param fromOrNull null for a new one
     */
    void begin(Ticket ticket, TicketStatus fromOrNull) {
        var demand = new Demand(ticket.queueId(), ticket);
        if (fromOrNull == null) {
            relax(ticket);
        } else if (!demand.turns().isEmpty()) {
            // It grew older meanwhile. The pool is there since it came to its queue.
            ticket.waitsIn(ticket.queueId(), pools.of(demand.now()));
        }
        if (fromOrNull != TicketStatus.OFFERED) {
            enter(ticket);
        }
    }

    /** A ticket requires less at each turn that is to come. */
    void relax(Ticket ticket) {
        var demand = new Demand(ticket.queueId(), ticket);
        demand.turns().stream()
                .filter(age -> age > demand.age())
                .forEach(age -> timers.set(
                        Relaxing.KIND, ticket.id(), age, ticket.openedAt().plusSeconds(age)));
    }

    /** A ticket waits in its queue from now on; while it does not, there is nothing to set. */
    void enter(Ticket ticket) {
        if (ticket.waitingSince() != null) {
            queues.find(ticket.queueId()).ifPresent(queue -> {
                limitWait(ticket, queue);
                promise(ticket, queue);
            });
        }
    }

    /** Whether a timer was set for the present wait of its ticket. */
    static boolean isOf(Ticket ticket, DueTimer timer) {
        return ticket.waitingSince() != null && round(ticket) == timer.round();
    }

    private static long round(Ticket ticket) {
        return Times.micros(ticket.inQueueSince());
    }

    private void limitWait(Ticket ticket, QueueView queue) {
        if (queue.maxWait() != null) {
            set(MaxWaits.KIND, ticket, Times.now().plusSeconds(queue.maxWait().seconds()));
        }
    }

    /** Counted since it was opened, whatever queue it came to. */
    private void promise(Ticket ticket, QueueView queue) {
        var level = queue.serviceLevel();
        if (level != null && ticket.awaitsFirstAgent()) {
            var atRisk = ticket.openedAt().plus(within(level.seconds() * AT_RISK));
            if (atRisk.isAfter(Times.now())) {
                set(ServiceLevels.KIND, ticket, atRisk);
            }
            set(ServiceLevels.KIND, ticket, ServiceLevels.missedAt(ticket, level));
        }
    }

    private void set(String kind, Ticket ticket, Instant dueAt) {
        timers.set(kind, ticket.id(), round(ticket), dueAt);
    }

    private static Duration within(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
