package org.patchbay.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Measures the cost of keeping decisions: the life cycle without and with them, by two applications, each with a
 * database of its own, measured in turns, so that a machine that drifts drifts for both.
 */
final class DecisionsBenchmark {

    private static final int TURNS = Integer.getInteger("benchmark.turns", 6);
    private static final Duration TURN_WARM_UP = Duration.ofSeconds(3);
    private static final Duration TURN = Duration.ofSeconds(12);

    private DecisionsBenchmark() {}

    /** One of the two, and what was measured so far. */
    private static final class Point implements AutoCloseable {

        private final Database database;
        private final Application application;
        private final LoadedCentre centre;
        private double tickets;

        Point(boolean enabled) throws SQLException, InterruptedException {
            database = Database.fresh("_decisions_" + enabled);
            application = Application.start(database, Map.of("patchbay.decisions.enabled", Boolean.toString(enabled)));
            centre = application.centre();
        }

        double measure(Duration warmUp) throws IOException, InterruptedException {
            return Load.run(centre, Pace.closed(LoadedCentre.LIVE), warmUp, TURN)
                    .tickets();
        }

        @Override
        public void close() throws SQLException, InterruptedException {
            application.close();
            database.close();
        }
    }

    static void measure(Report report) throws SQLException, IOException, InterruptedException {
        try (var without = new Point(false);
                var with = new Point(true)) {
            without.measure(Benchmark.WARM_UP);
            with.measure(Benchmark.WARM_UP);
            for (int turn = 0; turn < TURNS; turn++) {
                without.tickets += without.measure(TURN_WARM_UP) / TURNS;
                with.tickets += with.measure(TURN_WARM_UP) / TURNS;
            }
            report.section("life cycle without and with decisions, " + TURNS + " turns each");
            report.value("tickets, no decisions kept", without.tickets, "1/s");
            report.value("tickets, decisions kept", with.tickets, "1/s");
            report.value("decisions kept", with.database.number("select count(*) from decision"), "");
            report.value(
                    "of bytes each",
                    with.database.number("select coalesce(avg(length(weighed)), 0) from decision"),
                    "B");
            report.atLeast("ratio", with.tickets / without.tickets, "", 0.9);
        }
    }
}
