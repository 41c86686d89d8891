package org.patchbay.proof;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.patchbay.testing.Patience;
import org.patchbay.testing.Replica;
import org.patchbay.testing.TestDatabase;

/**
 * Watches the database for tickets that wait while an agent is free, and counts the sweeps that pass meanwhile: a
 * machine may be slow, but a match that a whole sweep leaves behind was forgotten.
 */
final class IdleWatch implements AutoCloseable {

    private static final String SWEEPS = "patchbay_sweeps_total";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /**
     * Every agent of a {@link SupportCentre} may take every ticket; an agent who was given something meanwhile is idle
     * since then.
     */
    private static final String WAITING_IN_VAIN = """
            select t.id, t.waiting_since, a.id, a.idle_since from ticket t
            join agent a on a.organisation_id = t.organisation_id and a.presence = 'AVAILABLE'
            and a.load_units < a.capacity and a.deleted_at is null
            where t.status = 'OPEN'
            """;

    private final List<Replica> replicas;
    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private final Map<Replica, Long> ended = new HashMap<>();
    private final Map<Wait, Long> endedBefore = new HashMap<>();
    private Set<Wait> firstSeen = Set.of();
    private volatile long mostSweeps;
    private volatile boolean over;

    /** One ticket and one agent, as long as neither gets anything else. */
    private record Wait(long ticket, String since, long agent, String idleSince) {}

    private IdleWatch(List<Replica> replicas) {
        this.replicas = replicas;
    }

    /** @param replicas that sweep in turn, and one has; one that dies counts no more */
    static IdleWatch begin(List<Replica> replicas) {
        var watch = new IdleWatch(replicas);
        Patience.await().until(() -> Metrics.sum(replicas, SWEEPS) > 0);
        watch.thread.start();
        return watch;
    }

    /** How many whole sweeps, at most, began and ended while the same ticket waited and the same agent was free. */
    long mostSweeps() {
        return mostSweeps;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }

    private void watch() {
        while (!over) {
            try {
                look();
            } catch (IllegalStateException e) {
                // A test killed our connection with the others.
            }
            Patience.pause(LOOK_AGAIN);
        }
    }

    /** Sweeps count from a look after the one that saw the wait first, up to one before it was seen last. */
    private void look() {
        long sweeps = sweepsEnded();
        firstSeen.forEach(wait -> endedBefore.putIfAbsent(wait, sweeps));
        var waits = new HashSet<>(TestDatabase.list(
                WAITING_IN_VAIN, row -> new Wait(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4))));
        endedBefore.keySet().retainAll(waits);
        for (long before : endedBefore.values()) {
            // The first of each replica may have begun before the wait.
            mostSweeps = Math.max(mostSweeps, sweeps - before - replicas.size());
        }
        firstSeen = waits;
    }

    private long sweepsEnded() {
        for (var replica : replicas) {
            ended.merge(replica, (long) Metrics.of(replica, SWEEPS), Math::max);
        }
        return ended.values().stream().mapToLong(count -> count).sum();
    }
}
