package org.patchbay.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

/**
 * Measures the packaged application on the servers that tests use, in databases of its own, and prints a table. It is a
 * measurement, not a test: goals are met or missed; only wrong results fail it.
 */
public final class Benchmark {

    static final int LIVE = LoadedCentre.AGENTS * 8 / 10;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm-up", 120));
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration LATENCY_WARM_UP = Duration.ofSeconds(5);
    private static final double RATE_IF_UNKNOWN = 100;
    private static final int ISOLATION_TURNS = 6;
    private static final Duration TURN_WARM_UP = Duration.ofSeconds(3);
    private static final Duration TURN = Duration.ofSeconds(12);

    private final Set<Part> parts;
    private final Database database;
    private final Report report;

    /** The parts that {@code -Dbenchmark=} chooses. */
    private enum Part {
        FLOOR,
        LIFECYCLE,
        LATENCY,
        PAGES,
        DESK,
        ISOLATION,
        DECISIONS,
        BACKLOG,
        ROUTING,
        STARTUP
    }

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
        if (parts.contains(Part.STARTUP)) {
            StartUp.measure(report);
        }
        if (!EnumSet.of(Part.STARTUP, Part.ROUTING).containsAll(parts)) {
            onSmallCentre();
        }
        if (parts.contains(Part.DECISIONS)) {
            DecisionsBenchmark.measure(report, WARM_UP);
        }
        if (parts.contains(Part.BACKLOG)) {
            BacklogBenchmark.measure(report);
        }
        if (parts.contains(Part.ROUTING)) {
            RoutingBenchmark.measure(report);
        }
    }

    private void onSmallCentre() throws SQLException, InterruptedException, IOException {
        try (var application = Application.start(database)) {
            var centre = application.centre();
            double rate = RATE_IF_UNKNOWN;
            if (parts.contains(Part.LIFECYCLE)) {
                rate = lifeCycle(application, centre) / 2;
            } else if (parts.contains(Part.FLOOR)) {
                report.section("floor: three bare commits a ticket, 16 connections");
                report.value("tickets", DatabaseBaseline.measure(database), "1/s");
            }
            if (parts.contains(Part.LATENCY)) {
                latency(centre, rate);
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

    private double lifeCycle(Application application, LoadedCentre centre) throws InterruptedException, IOException {
        double before = DatabaseBaseline.measure(database);
        var own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var processor = application.processorTime();
        long ownProcessor = own.getProcessCpuTime();
        var outcome = Load.run(centre, Pace.closed(LIVE), WARM_UP, MEASURED);
        processor = application.processorTime().minus(processor);
        ownProcessor = own.getProcessCpuTime() - ownProcessor;
        var memory = application.residentMegabytes();
        double after = DatabaseBaseline.measure(database);
        double floor = (before + after) / 2;

        report.section("floor: three bare commits a ticket, 16 connections");
        report.value("tickets, before the life cycle", before, "1/s");
        report.value("tickets, after the life cycle", after, "1/s");
        report.section("life cycle: " + LoadedCentre.AGENTS + " agents, " + LoadedCentre.CUSTOMERS + " customers, "
                + LIVE + " live");
        report.value("tickets", outcome.tickets(), "1/s");
        report.atLeast("ratio to the floor", outcome.tickets() / floor, "", 0.25);
        report.value("opening p50", outcome.opening().median(), "ms");
        report.value("opening p99", outcome.opening().p99(), "ms");
        report.value("to assignment p50", outcome.assignment().median(), "ms");
        report.value("to assignment p99", outcome.assignment().p99(), "ms");
        long tickets = database.number("select count(*) from ticket where organisation_id = " + centre.organisation());
        report.value("processor time of the application", processor.toNanos() / 1e6 / tickets, "ms/ticket");
        report.value("processor time of the load generator", ownProcessor / 1e6 / tickets, "ms/ticket");
        memory.ifPresent(size -> report.atMost("resident memory after it", size, "MB", 350));
        return outcome.tickets();
    }

    private void latency(LoadedCentre centre, double rate) throws InterruptedException {
        var outcome = Load.run(centre, Pace.fixed(rate), LATENCY_WARM_UP, MEASURED);
        report.section(String.format(Locale.ROOT, "latency at half of the maximum, %.0f tickets/s", rate));
        report.value("tickets", outcome.tickets(), "1/s");
        report.value("opening p50", outcome.opening().median(), "ms");
        report.value("opening p99", outcome.opening().p99(), "ms");
        report.value("opening max", outcome.opening().max(), "ms");
        report.value("to assignment p50", outcome.assignment().median(), "ms");
        report.atMost("to assignment p99", outcome.assignment().p99(), "ms", 50);
        report.value("to assignment max", outcome.assignment().max(), "ms");
    }

    /** The life cycle with and without isolation by group, in turns, because machines drift. */
    private void isolation(LoadedCentre centre) throws InterruptedException, SQLException {
        centre.divide();
        double without = 0;
        double with = 0;
        var warmUp = parts.contains(Part.LIFECYCLE) ? TURN_WARM_UP : WARM_UP;
        for (int turn = 0; turn < ISOLATION_TURNS; turn++) {
            centre.isolate(false);
            without += Load.run(centre, Pace.closed(LIVE), warmUp, TURN).tickets() / ISOLATION_TURNS;
            centre.isolate(true);
            with += Load.run(centre, Pace.closed(LIVE), TURN_WARM_UP, TURN).tickets() / ISOLATION_TURNS;
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
                Application.jvmOptions());
    }

    private static String variable(Database database, String name) {
        return database.text("select @@global." + name);
    }
}
