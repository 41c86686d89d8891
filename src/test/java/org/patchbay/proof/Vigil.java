package org.patchbay.proof;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

import org.patchbay.testing.Store;

/** Watches the database for tickets that wait while an agent is free, and remembers the longest such wait. */
final class Vigil implements AutoCloseable {

    private static final String WAITING_IN_VAIN = """
            select t.id from ticket t where t.status = 'OPEN' and exists (
                select 1 from agent a where a.organisation_id = t.organisation_id and a.presence = 'AVAILABLE'
                and a.load_units < a.capacity and a.deleted_at is null)
            """;

    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private final Map<Long, Long> since = new HashMap<>();
    private volatile long longestNanos;
    private volatile boolean over;

    static Vigil begin() {
        var vigil = new Vigil();
        vigil.thread.start();
        return vigil;
    }

    Duration longest() {
        return Duration.ofNanos(longestNanos);
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
                Thread.sleep(50);
            } catch (InterruptedException e) {
                return;
            } catch (IllegalStateException e) {
                // A test killed our connection with the others.
            }
        }
    }

    private void look() {
        var waiting = new HashSet<>(Store.list(WAITING_IN_VAIN, row -> row.getLong(1)));
        long now = System.nanoTime();
        since.keySet().retainAll(waiting);
        for (long ticket : waiting) {
            since.putIfAbsent(ticket, now);
            longestNanos = Math.max(longestNanos, now - since.get(ticket));
        }
    }
}
