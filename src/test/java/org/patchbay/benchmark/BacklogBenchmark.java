package org.patchbay.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures whether assignment gets slower with the number of rows in the tables. Three applications, each with a
 * database of its own, are measured in turns, so that a machine that drifts drifts for all.
 */
final class BacklogBenchmark {

    private static final List<Integer> RESOLVED = List.of(0, 100_000, 1_000_000);
    private static final double RATE = 20;
    private static final int ROUNDS = Integer.getInteger("benchmark.turns", 6);
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration MEASURED = Duration.ofSeconds(4);

    private BacklogBenchmark() {}

    /** One of the three applications, with its measurements so far. */
    private static final class Point implements AutoCloseable {

        private final int resolved;
        private final Database database;
        private final Application application;
        private final LoadedCentre centre;
        private double filledIn;
        private Latencies assignment = new Latencies(new long[0]);

        Point(int resolved) throws SQLException, InterruptedException {
            this.resolved = resolved;
            database = Database.fresh("_" + resolved);
            application = Application.start(database);
            centre = application.centre();
        }

        /** The first tickets make the pool that the history's tickets belong to, and the agents' seats there. */
        void fill() throws IOException, InterruptedException {
            measure(WARM_UP, WARM_UP);
            long start = System.nanoTime();
            if (resolved > 0) {
                History.write(centre, resolved);
            }
            filledIn = (System.nanoTime() - start) / 1e9;
        }

        void measure(Duration warmUp, Duration measured) throws IOException, InterruptedException {
            var outcome = Load.run(centre, Pace.fixed(RATE), warmUp, measured);
            assignment = assignment.and(outcome.assignment());
        }

        /**
         * The time of the statements that lock an agent or a ticket for the matcher, from the server's own statistics.
         */
        double claimMillis() {
            return database.list(
                            "select coalesce(sum(s.sum_timer_execute) / nullif(sum(s.count_execute), 0), 0) / 1e9"
                                    + " from performance_schema.prepared_statements_instances s"
                                    + " join performance_schema.threads t on t.thread_id = s.owner_thread_id"
                                    + " where t.processlist_db = database() and s.sql_text like '%skip locked%'",
                            row -> row.getDouble(1))
                    .getFirst();
        }

        @Override
        public void close() throws SQLException, InterruptedException {
            application.close();
            database.close();
        }
    }

    static void measure(Report report) throws SQLException, IOException, InterruptedException {
        var points = new ArrayList<Point>();
        try {
            for (int resolved : RESOLVED) {
                var point = new Point(resolved);
                points.add(point);
                point.fill();
            }
            for (var point : points) {
                point.measure(FIRST_WARM_UP, WARM_UP);
                point.assignment = new Latencies(new long[0]);
            }
            points.getFirst().database.execute("truncate performance_schema.prepared_statements_instances");
            for (int round = 0; round < ROUNDS; round++) {
                for (var point : points) {
                    point.measure(WARM_UP, MEASURED);
                }
            }
            for (var point : points) {
                print(report, point, points.getFirst());
            }
        } finally {
            for (var point : points) {
                point.close();
            }
        }
    }

    private static void print(Report report, Point point, Point empty) {
        var what = String.format(Locale.ROOT, "%,d resolved", point.resolved)
                + (point.resolved == 0 ? "" : String.format(Locale.ROOT, ", %,d stuck", History.STUCK));
        report.section("backlog: " + what + ", " + (int) RATE + " tickets/s");
        report.value("to assignment p50", point.assignment.median(), "ms");
        report.value("to assignment p99", point.assignment.p99(), "ms");
        report.value("database time of a claim's select", point.claimMillis(), "ms");
        if (point != empty) {
            double ratio = point.assignment.median() / empty.assignment.median();
            report.value("rows were written in", point.filledIn, "s");
            if (point.resolved == RESOLVED.getLast()) {
                report.reached(Goal.BACKLOG, ratio);
            } else {
                report.value("ratio of the medians to the empty one", ratio, "");
            }
        }
    }
}
