package org.patchbay.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures the packaged application on the servers that tests use, in databases of its own, and prints a table. It is a
 * measurement, not a test: goals are met or missed; only wrong results fail it.
 */
public final class Benchmark {

    /** For the compiler. */
    static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up", 120));

    private static final double RATE_IF_UNKNOWN = 30;
    private static final int ISOLATION_TURNS = Integer.getInteger("benchmark.turns", 6);
    private static final Duration TURN_WARM_UP = Duration.ofSeconds(3);
    private static final Duration TURN = Duration.ofSeconds(12);

    private final Set<Part> parts;
    private final Database database;
    private final Report report;
    /** A second, of the life cycle; 0 while it was not measured. */
    private double tickets;

    /** The parts that {@code -Dbenchmark=} chooses. */
    private enum Part {
        RULES,
        FLOOR,
        LIFECYCLE,
        LATENCY,
        PAGES,
        DESK,
        ISOLATION,
        REPLICAS,
        DECISIONS,
        BACKLOG,
        ROUTING,
        STALLS,
        MESSAGES,
        WIDGETS,
        IDLE,
        STARTUP
    }

    /** These share one application. */
    private static final Set<Part> ON_SMALL_CENTRE =
            EnumSet.of(Part.FLOOR, Part.LIFECYCLE, Part.LATENCY, Part.PAGES, Part.DESK, Part.ISOLATION);

    private Benchmark(Set<Part> parts, Database database) {
        this.parts = parts;
        this.database = database;
        this.report = new Report(machine(database));
    }

    public static void main(String[] args) throws Exception {
        try (var database = Database.fresh("")) {
            var benchmark = new Benchmark(chosen(System.getProperty("benchmark", "")), database);
            try {
                benchmark.run();
            } finally {
                benchmark.report.print();
                benchmark.report.write(Path.of("target/benchmark.json"));
            }
        }
    }

    private static Set<Part> chosen(String names) {
        return names.isBlank()
                ? EnumSet.allOf(Part.class)
                : Arrays.stream(names.split(","))
                        .map(name -> Part.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private void run() throws SQLException, InterruptedException, IOException {
        if (parts.contains(Part.RULES)) {
            RulesBenchmark.measure(report);
        }
        if (parts.contains(Part.STARTUP)) {
            StartUp.measure(report);
        }
        if (parts.stream().anyMatch(ON_SMALL_CENTRE::contains)) {
            onSmallCentre();
        }
        if (parts.contains(Part.REPLICAS)) {
            ReplicasBenchmark.measure(report);
        }
        if (parts.contains(Part.DECISIONS)) {
            DecisionsBenchmark.measure(report);
        }
        if (parts.contains(Part.BACKLOG)) {
            BacklogBenchmark.measure(report);
        }
        if (parts.contains(Part.IDLE)) {
            IdleBenchmark.measure(report);
        }
        if (parts.contains(Part.STALLS)) {
            StallsBenchmark.measure(report);
        }
        if (parts.contains(Part.MESSAGES)) {
            MessagesBenchmark.measure(report);
        }
        if (parts.contains(Part.WIDGETS)) {
            WidgetsBenchmark.measure(report);
        }
        if (parts.contains(Part.ROUTING)) {
            double decisions = RoutingBenchmark.measure(report);
            if (tickets > 0) {
                report.reached(Goal.ROUTING, decisions / tickets);
            }
        }
    }

    private void onSmallCentre() throws SQLException, InterruptedException, IOException {
        try (var application = Application.start(database)) {
            var centre = application.centre();
            if (parts.contains(Part.LIFECYCLE)) {
                tickets = LifeCycleBenchmark.full(report, database, application, centre);
            } else if (parts.contains(Part.FLOOR)) {
                LifeCycleBenchmark.floor(report, database);
            }
            if (parts.contains(Part.LATENCY)) {
                LifeCycleBenchmark.latency(report, centre, tickets > 0 ? tickets / 2 : RATE_IF_UNKNOWN);
            }
            if (parts.contains(Part.PAGES)) {
                PagesBenchmark.measure(report, application, centre);
            }
            if (parts.contains(Part.ISOLATION)) {
                isolation(centre);
            }
            // Last, because its tickets are not resolved.
            if (parts.contains(Part.DESK)) {
                DeskPage.measure(report, centre);
            }
        }
    }

    /** The life cycle with and without isolation by group, in turns, because machines drift. */
    private void isolation(LoadedCentre centre) throws InterruptedException, SQLException, IOException {
        centre.divide();
        double without = 0;
        double with = 0;
        // The compiler has not seen what isolation asks, whatever ran before.
        var warmUp = WARM_UP;
        for (int turn = 0; turn < ISOLATION_TURNS; turn++) {
            centre.isolate(false);
            without += Load.run(centre, Pace.closed(LoadedCentre.LIVE), warmUp, TURN)
                            .tickets()
                    / ISOLATION_TURNS;
            centre.isolate(true);
            with += Load.run(centre, Pace.closed(LoadedCentre.LIVE), warmUp, TURN)
                            .tickets()
                    / ISOLATION_TURNS;
            warmUp = TURN_WARM_UP;
        }
        centre.isolate(false);
        report.section("life cycle by " + LoadedCentre.GROUPS + " groups, " + ISOLATION_TURNS + " turns each");
        report.value("tickets, nothing isolated", without, "1/s");
        report.value("tickets, everything isolated", with, "1/s");
        report.atLeast("ratio", with / without, "", 0.9);
    }

    private static String machine(Database database) {
        return String.format(
                Locale.ROOT,
                "%d cores, %s %s on Java %s%nMySQL %s, innodb_flush_log_at_trx_commit=%s, sync_binlog=%s, log_bin=%s,"
                        + " innodb_buffer_pool_size=%s%nApplication: %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                database.text("select version()"),
                variable(database, "innodb_flush_log_at_trx_commit"),
                variable(database, "sync_binlog"),
                variable(database, "log_bin"),
                variable(database, "innodb_buffer_pool_size"),
                Application.description());
    }

    private static String variable(Database database, String name) {
        return database.text("select @@global." + name);
    }
}
