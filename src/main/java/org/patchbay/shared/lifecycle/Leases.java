package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.shared.time.Times;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.net.HostName;

/**
 * Background work of the whole installation runs on one replica at a time: the holder of the work's lease. A holder
 * renews its leases while it lives, and gives them back when it stops. After a kill they end by themselves, and each is
 * taken by the next replica whose run is due.
 *
 * <p>A lease saves work and decides nothing: a holder that hung for longer than its lease goes on beside the next one.
 * Rows decide, so both are right.
 */
@ApplicationScoped
public class Leases {

    /** Three renewals: one or two may fail. */
    static final Duration LASTS = Duration.ofSeconds(6);

    private static final int RANDOM_BYTES = 4;

    private final LeaseTable table;
    private final Shutdown shutdown;
    private final MeterRegistry metrics;
    private final String replica =
            HostName.getHostName() + "-" + HexFormat.of().formatHex(RandomSecrets.random(RANDOM_BYTES));

    /** Until when this replica holds what, by work. */
    private final Map<String, Instant> held = new ConcurrentHashMap<>();

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Leases(LeaseTable table, Shutdown shutdown, MeterRegistry metrics) {
        this.table = table;
        this.shutdown = shutdown;
        this.metrics = metrics;
    }

    /**
     * Takes the lease of a work, unless another replica holds it. While the database is away nobody holds one for long.
     *
     * @return whether this replica is to do the work now
     */
    public boolean take(String work) {
        if (told.add(work)) {
            metrics.gauge("patchbay.lease.held", Tags.of("work", work), this, leases -> leases.holds(work) ? 1 : 0);
        }
        if (!holds(work)) {
            shutdown.run(Work.SCHEDULED_RUNS, () -> ask(work));
        }
        return holds(work);
    }

    /** Whether this replica holds the lease of a work, as far as it knows. */
    public boolean holds(String work) {
        var until = held.get(work);
        return until != null && Times.now().isBefore(until);
    }

    private void ask(String work) {
        var now = Times.now();
        var until = now.plus(LASTS);
        try {
            if (table.take(work, replica, now, until)) {
                held.put(work, until);
            }
        } catch (RuntimeException e) {
            Log.debugf(e, "Lease of %s could not be asked for", work);
        }
    }

    @AwaitedAtShutdown
    @PerReplica("Each renews what it holds.")
    @Scheduled(every = "2s", identity = "leases", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        var works = Set.copyOf(held.keySet());
        if (works.isEmpty()) {
            return;
        }
        var until = Times.now().plus(LASTS);
        try {
            if (table.renew(works, replica, until) == works.size()) {
                works.forEach(work -> held.put(work, until));
            } else {
                // Another replica took some of them: which ones, each work asks when it is due.
                held.keySet().removeAll(works);
            }
        } catch (RuntimeException e) {
            Log.debugf(e, "Leases could not be renewed");
        }
    }

    /** Gives all leases back: other replicas need not wait for their end. */
    void release() {
        if (held.isEmpty()) {
            return;
        }
        held.clear();
        try {
            table.release(replica);
        } catch (RuntimeException e) {
            Log.debugf(e, "Leases could not be given back and end by themselves");
        }
    }
}
