package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;

/**
 * Stops a replica in order: no work begins any more, work under way ends, within a bound, and only then are the
 * connections closed that it needs. All work asks here before it begins, and reports when it has ended; long work asks
 * between its steps whether to stop.
 *
 * <p>Quarkus has this for requests only ({@code quarkus.shutdown.timeout}), and in 3.30 one of its own listeners never
 * reports that it is done, so every shutdown would last as long as the timeout. Its event of a shutdown that begins
 * comes while everything still runs; {@code ShutdownEvent} would be too late.
 *
 * <p>A singleton, which those who work keep: a proxy would give a loop that is between two looks another instance,
 * whose door is open, while the beans are destroyed.
 */
@Singleton
public class Shutdown {

    /** The priority of observers that stop their work; later observers find no work under way. */
    static final int PRIORITY = 1;

    /** The kinds of work that a shutdown waits for. */
    public enum Work {
        REQUESTS,
        SCHEDULED_RUNS,
        MESSAGES,
        TIMERS,
        DELIVERIES,
        LOOKS_OF_THE_FEED,
        REHEARSALS
    }

    private final Duration limit;
    private final Map<Work, Integer> underWay = new EnumMap<>(Work.class);
    private final CountDownLatch begun = new CountDownLatch(1);

    public Shutdown(@ConfigProperty(name = "patchbay.shutdown-timeout") Duration limit) {
        this.limit = limit;
    }

    /** A latecomer, after all beans are gone, is given another instance, which lets nothing begin. */
    @PostConstruct
    void stayClosed() {
        if (!Arc.container().isRunning()) {
            begun.countDown();
        }
    }

    /** @return whether the work may begin; then its end must be reported */
    public synchronized boolean begin(Work work) {
        if (hasBegun()) {
            return false;
        }
        underWay.merge(work, 1, Integer::sum);
        return true;
    }

    public synchronized void end(Work work) {
        underWay.computeIfPresent(work, (kind, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Runs the task, unless the replica stops. */
    public void run(Work work, Runnable task) {
        if (begin(work)) {
            try {
                task.run();
            } finally {
                end(work);
            }
        }
    }

    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Waits that long; returns at once when the replica stops. */
    public boolean hasBegunWithin(long nanos) throws InterruptedException {
        return begun.await(nanos, TimeUnit.NANOSECONDS);
    }

    void onStop(@Observes @Priority(PRIORITY) ShutdownDelayInitiatedEvent event) throws InterruptedException {
        stop();
    }

    /** Returns when no work is under way any more, or the bound is reached. */
    public void stop() throws InterruptedException {
        long start = System.nanoTime();
        var waitedFor = beginning();
        var left = awaitEnd(start + limit.toNanos());
        if (left.isEmpty()) {
            Log.infof("All work ended within %d ms: %s", millisSince(start), list(waitedFor));
        } else {
            Log.warnf("Work did not end within %s and is cut off: %s", limit, list(left));
        }
    }

    private synchronized Map<Work, Integer> beginning() {
        begun.countDown();
        return new EnumMap<>(underWay);
    }

    private synchronized Map<Work, Integer> awaitEnd(long deadline) throws InterruptedException {
        for (long now = System.nanoTime(); !underWay.isEmpty() && now < deadline; now = System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - now);
        }
        return new EnumMap<>(underWay);
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static String list(Map<Work, Integer> counts) {
        return counts.isEmpty()
                ? "nothing was under way"
                : counts.entrySet().stream()
                        .map(count -> name(count.getKey()) + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String name(Work work) {
        return work.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
