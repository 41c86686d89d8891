package org.patchbay.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.agents.Agent;
import org.patchbay.agents.Presence;
import org.patchbay.routing.matching.TicketAssigned;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.lifecycle.Leases;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketFigures;
import org.patchbay.tickets.TicketHappened;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;

/**
 * Metrics of routing. Counters are this replica's. Gauges are of the whole installation: one replica reads them every
 * ten seconds and tells them, and the others say that they do not know.
 */
@ApplicationScoped
public class RoutingMetrics {

    private static final String GAUGES = "gauges";

    /** Most agents of most organisations are offline, and all of them are read. */
    private static final Duration OFFLINE_EVERY = Duration.ofMinutes(5);

    private final Counter opened;
    private final Counter resolved;
    private final Counter sweeps;
    private final Counter swept;
    private final Counter failed;
    private final Counter dropped;
    private final Timer timeToAssignment;
    private final Timer lag;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestWaitSeconds = new AtomicLong();
    private final Map<Presence, AtomicLong> agents = new EnumMap<>(Presence.class);
    private volatile Instant offlineReadAt = Instant.EPOCH;

    private final CurrentOrganisation currentOrganisation;
    private final Leases leases;

    RoutingMetrics(MeterRegistry registry, CurrentOrganisation currentOrganisation, Leases leases) {
        this.currentOrganisation = currentOrganisation;
        this.leases = leases;
        opened = Counter.builder("patchbay.tickets.opened")
                .description("Tickets taken in")
                .register(registry);
        resolved = Counter.builder("patchbay.tickets.resolved")
                .description("Tickets resolved")
                .register(registry);
        sweeps = Counter.builder("patchbay.sweeps")
                .description("Sweeps that have looked through all organisations")
                .register(registry);
        swept = Counter.builder("patchbay.sweep.assigned")
                .description("Tickets that the sweep found waiting although somebody could take them")
                .register(registry);
        failed = Counter.builder("patchbay.assignment.requests.failed")
                .description("Deliveries of assignment requests that failed; malformed ones end in the dead letters")
                .register(registry);
        dropped = Counter.builder("patchbay.assignment.requests.dropped")
                .description("Assignment requests that could not be sent and were left to the sweep")
                .register(registry);
        timeToAssignment = Timer.builder("patchbay.tickets.assigned")
                .description("From entering the queue to being given to an agent")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
        lag = Timer.builder("patchbay.assignment.requests.lag")
                .description("From sending an assignment request to working on it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
        gauge("patchbay.tickets.waiting", waiting).register(registry);
        gauge("patchbay.tickets.oldest.wait.seconds", oldestWaitSeconds).register(registry);
        for (var presence : Presence.values()) {
            var count = new AtomicLong();
            agents.put(presence, count);
            gauge("patchbay.agents", count).tag("presence", presence.name()).register(registry);
        }
    }

    private Gauge.Builder<Supplier<Number>> gauge(String name, AtomicLong figure) {
        return Gauge.builder(name, () -> leases.holds(GAUGES) ? figure.doubleValue() : Double.NaN);
    }

    void onTicket(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketHappened happened) {
        if (happened.type() == TicketEventType.OPENED) {
            opened.increment();
        } else if (happened.type() == TicketEventType.RESOLVED) {
            resolved.increment();
        }
    }

    void onAssigned(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketAssigned assigned) {
        timeToAssignment.record(assigned.waited());
    }

    /** @param tickets the number of tickets that it found */
    public void swept(int tickets) {
        swept.increment(tickets);
        sweeps.increment();
    }

    public void requestFailed() {
        failed.increment();
    }

    public void requestDropped() {
        dropped.increment();
    }

    public void requestLag(Duration since) {
        lag.record(since.isNegative() ? Duration.ZERO : since);
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "10s",
            delayed = "1s",
            identity = GAUGES,
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readGauges() {
        currentOrganisation.everywhere(() -> {
            var queue = TicketFigures.waiting();
            waiting.set(queue.tickets());
            oldestWaitSeconds.set(queue.longestSeconds());
            var present = Agent.countPresent();
            var now = Times.now();
            agents.forEach((presence, gauge) -> {
                if (presence != Presence.OFFLINE) {
                    gauge.set(present.getOrDefault(presence, 0L));
                } else if (offlineReadAt.plus(OFFLINE_EVERY).isBefore(now)) {
                    gauge.set(Agent.countOffline());
                    offlineReadAt = now;
                }
            });
        });
    }
}
