package org.patchbay.benchmark;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.patchbay.queues.Distribution;

/**
 * Measures how long others wait for an agent's lock while seats of ten thousand agents change: by a queue's members, by
 * its distribution, and by a requirement that is new. Some threads lock one agent after another, at random; where one
 * is locked by somebody else, they wait, and that is measured.
 */
final class StallsBenchmark {

    private static final int AGENTS = Integer.getInteger("benchmark.agents", 10_000);
    private static final int WATCHERS = 2;
    private static final int NEW_REQUIREMENTS = 5;
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final int MYSQL_LOCKED = 3572;

    private final Report report;
    private final Database database;
    private final Rest rest;
    private volatile boolean watching;

    private StallsBenchmark(Report report, Database database, Rest rest) {
        this.report = report;
        this.database = database;
        this.rest = rest;
    }

    /** Something done while the locks are watched. */
    @FunctionalInterface
    private interface Meanwhile {
        void happens() throws InterruptedException;
    }

    /**
     * The sight of the watchers.
     *
     * @param looks how many agents they locked
     * @param waits for those who were locked already, in microseconds
     */
    private record Watched(long looks, List<Long> waits) {

        Latencies latencies() {
            return Latencies.of(waits.stream().mapToLong(Long::longValue));
        }
    }

    static void measure(Report report) throws SQLException, InterruptedException {
        try (var database = Database.fresh("_stalls")) {
            // The application makes the tables.
            Application.start(database).close();
            BigCentre.write(database, AGENTS);
            try (var application = Application.start(database)) {
                new StallsBenchmark(report, database, application.rest()).measure();
            }
        }
    }

    private void measure() throws InterruptedException, SQLException {
        rest.post("/tickets", BigCentre.anybodyOf(BigCentre.QUEUE_OF_ALL).ticket());
        MatcherWork.awaitSeats(database);
        changeQueue(Distribution.RANKED);
        report.section(String.format(Locale.ROOT, "waits for an agent's lock, %,d agents", AGENTS));
        report("nothing changes", watch(() -> Thread.sleep(QUIET)));
        report("a queue's distribution changes", watch(() -> {
            for (var distribution : Distribution.values()) {
                changeQueue(distribution);
            }
        }));
        report("a queue's members change", watch(this::changeMembers));
        report("requirements come that are new", watch(() -> {
            for (int skill = 0; skill < NEW_REQUIREMENTS; skill++) {
                rest.post(
                        "/tickets",
                        BigCentre.common(BigCentre.QUEUE_OF_ALL, skill).ticket());
                MatcherWork.awaitSeats(database);
            }
        }));
    }

    private void changeQueue(Distribution distribution) throws InterruptedException {
        rest.put("/queues/" + BigCentre.QUEUE_OF_ALL, "{\"name\":\"All\",\"distribution\":\"" + distribution + "\"}");
        MatcherWork.awaitSeats(database);
    }

    /** Nobody serves the queue, and then all do. */
    private void changeMembers() throws InterruptedException {
        var path = "/queues/" + BigCentre.QUEUE_OF_ALL + "/members";
        var all = rest.get(path).body().toString();
        for (var members : List.of("[]", all)) {
            rest.put(path, members);
            MatcherWork.awaitSeats(database);
        }
    }

    private void report(String when, Watched watched) {
        report.value("agents locked, " + when, watched.looks, "");
        report.value("of these, others had locked, " + when, watched.waits.size(), "");
        if (!watched.waits.isEmpty()) {
            report.value("wait p50, " + when, watched.latencies().median(), "ms");
            report.value("wait p99, " + when, watched.latencies().p99(), "ms");
            report.atMost("longest wait, " + when, watched.latencies().max(), "ms", 20);
        }
    }

    private Watched watch(Meanwhile meanwhile) throws InterruptedException {
        var agents = database.list("select id from agent", row -> row.getLong(1));
        watching = true;
        try (var threads = Executors.newFixedThreadPool(WATCHERS)) {
            var watchers = new ArrayList<Future<Watched>>();
            for (int i = 0; i < WATCHERS; i++) {
                watchers.add(threads.submit(() -> lockOneAfterAnother(agents)));
            }
            try {
                meanwhile.happens();
            } finally {
                watching = false;
            }
            long looks = 0;
            var waits = new ArrayList<Long>();
            for (var watcher : watchers) {
                looks += watcher.get().looks;
                waits.addAll(watcher.get().waits);
            }
            return new Watched(looks, waits);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Watched lockOneAfterAnother(List<Long> agents) throws SQLException {
        long looks = 0;
        var waits = new ArrayList<Long>();
        try (var connection = database.connect();
                var look = connection.prepareStatement("select id from agent where id = ? for update nowait");
                var wait = connection.prepareStatement("select id from agent where id = ? for update")) {
            connection.setAutoCommit(false);
            for (; watching; looks++) {
                long agent = agents.get(ThreadLocalRandom.current().nextInt(agents.size()));
                long start = System.nanoTime();
                if (!locks(look, agent)) {
                    locks(wait, agent);
                    waits.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
                }
                connection.commit();
            }
        }
        return new Watched(looks, waits);
    }

    /** @return false where somebody else has locked it */
    private static boolean locks(PreparedStatement statement, long agent) throws SQLException {
        statement.setLong(1, agent);
        try (var rows = statement.executeQuery()) {
            return rows.next();
        } catch (SQLException e) {
            if (e.getErrorCode() == MYSQL_LOCKED) {
                return false;
            }
            throw e;
        }
    }
}
