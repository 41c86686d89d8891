package org.patchbay.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Measures whether two replicas that share the cores of one do as much as it: the life cycle by one of them and by
 * both, in turns, because machines drift. Each is warmed up by itself before, as long as the other. While one works,
 * the other one runs beside it and has nothing to do.
 */
final class ReplicasBenchmark {

    private static final int TURNS = Integer.getInteger("benchmark.turns", 6);
    private static final Duration TURN_WARM_UP = Duration.ofSeconds(3);
    private static final Duration TURN = Duration.ofSeconds(12);

    private ReplicasBenchmark() {}

    static void measure(Report report) throws SQLException, IOException, InterruptedException {
        try (var database = Database.fresh("_replicas");
                var first = Application.start(database)) {
            var centre = first.centre();
            run(centre, Benchmark.WARM_UP);
            try (var second = Application.start(database)) {
                var alone = centre.on(second);
                run(alone, Benchmark.WARM_UP);
                var both = centre.on(first, second);
                double one = 0;
                double two = 0;
                for (int turn = 0; turn < TURNS; turn++) {
                    one += run(turn % 2 == 0 ? centre : alone, TURN_WARM_UP) / TURNS;
                    two += run(both, TURN_WARM_UP) / TURNS;
                }
                report.section("life cycle by one and by two replicas on the same cores, " + TURNS + " turns each");
                report.value("tickets, one replica", one, "1/s");
                report.value("tickets, two replicas", two, "1/s");
                report.reached(Goal.REPLICAS, two / one);
            }
        }
    }

    private static double run(LoadedCentre centre, Duration warmUp) throws IOException, InterruptedException {
        return Load.run(centre, Pace.closed(LoadedCentre.LIVE), warmUp, TURN).tickets();
    }
}
