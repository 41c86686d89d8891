package org.patchbay.routing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.queues.QueueView;
import org.patchbay.queues.Queues;
import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.timers.Timers;

/** Sets the timers of tickets that come into a queue. */
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

    /** A ticket waits, for the first time or again. */
    void begin(Ticket ticket, boolean first) {
        var demand = new Demand(ticket.queueId(), ticket);
        if (first) {
            set(ticket, demand);
        } else if (!demand.turns().isEmpty()) {
            // It grew older meanwhile. The pool is there since it was opened.
            ticket.waitsIn(ticket.queueId(), pools.of(demand.now()));
        }
    }

    private void set(Ticket ticket, Demand demand) {
        demand.turns().forEach(age -> set(Relaxing.KIND, ticket, age, Duration.ofSeconds(age)));
        queues.find(ticket.queueId()).ifPresent(queue -> {
            limitWait(ticket, queue);
            var level = queue.serviceLevel();
            if (level != null) {
                set(ServiceLevels.KIND, ticket, ServiceLevels.AT_RISK, within(level.seconds() * AT_RISK));
                set(ServiceLevels.KIND, ticket, ServiceLevels.MISSED, within(level.seconds()));
            }
        });
    }

    /** From now on, in the queue where it came. */
    void limitWait(Ticket ticket, QueueView queue) {
        if (queue.maxWait() != null) {
            set(
                    MaxWaits.KIND,
                    ticket,
                    queue.id(),
                    Duration.ofSeconds(queue.maxWait().seconds()));
        }
    }

    private void set(String kind, Ticket ticket, long round, Duration fromNow) {
        timers.set(kind, ticket.id(), round, Times.now().plus(fromNow));
    }

    private static Duration within(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
