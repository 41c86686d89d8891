package org.patchbay.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import org.patchbay.benchmark.Meter.Count;
import org.patchbay.benchmark.Meter.Party;

/** The life cycle at full load beside what the database could do alone, and at half of that load. */
final class LifeCycleBenchmark {

    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration LATENCY_WARM_UP = Duration.ofSeconds(5);

    private LifeCycleBenchmark() {}

    /** The database alone. */
    static void floor(Report report, Database database) throws InterruptedException {
        for (var kind : Floor.Kind.values()) {
            report(report, kind, List.of(Floor.measure(database, kind)));
        }
    }

    /**
     * Both floors before and after it, because machines drift.
     *
     * @return tickets a second
     */
    static double full(Report report, Database database, Application application, LoadedCentre centre)
            throws InterruptedException, IOException {
        var before = floors(database);
        var meter = new Meter(database, application);
        var outcome = Load.run(centre, Pace.closed(LoadedCentre.LIVE), Benchmark.WARM_UP, MEASURED, meter);
        var memory = application.residentMegabytes();
        var after = floors(database);
        for (var kind : Floor.Kind.values()) {
            report(report, kind, List.of(before.get(kind), after.get(kind)));
        }

        double tickets = outcome.tickets();
        report.section("life cycle: " + LoadedCentre.AGENTS + " agents, " + LoadedCentre.CUSTOMERS + " customers, "
                + LoadedCentre.LIVE + " live");
        report.value("tickets", tickets, "1/s");
        report.reached(Goal.RATIO, tickets / tickets(before, after, Floor.Kind.COMMITS));
        report.value("life cycle / floor of rows", tickets / tickets(before, after, Floor.Kind.ROWS), "");
        report.value("opening p50", outcome.opening().median(), "ms");
        report.value("opening p99", outcome.opening().p99(), "ms");
        report.value("to assignment p50", outcome.assignment().median(), "ms");
        report.value("to assignment p99", outcome.assignment().p99(), "ms");
        meter.report(report, tickets);
        report.reached(Goal.ROUND_TRIPS, meter.count(Count.STATEMENTS, tickets));
        report.reached(Goal.COMMITS, meter.count(Count.COMMITS, tickets));
        processor(report, meter.processor(tickets, Party.APPLICATION, Party.DATABASE), before, after);
        memory.ifPresent(size -> {
            if (Application.isNative()) {
                report.value("resident memory after it", size, "MB");
            } else {
                report.reached(Goal.MEMORY, size);
            }
        });
        return tickets;
    }

    /** @param rate tickets a second */
    static void latency(Report report, LoadedCentre centre, double rate) throws IOException, InterruptedException {
        var outcome = Load.run(centre, Pace.fixed(rate), LATENCY_WARM_UP, MEASURED);
        report.section(String.format(Locale.ROOT, "latency at half of the maximum, %.0f tickets/s", rate));
        report.value("tickets", outcome.tickets(), "1/s");
        report.reached(Goal.OPENING, outcome.opening().median());
        report.value("opening p99", outcome.opening().p99(), "ms");
        report.value("opening max", outcome.opening().max(), "ms");
        report.value("to assignment p50", outcome.assignment().median(), "ms");
        report.reached(Goal.ASSIGNMENT, outcome.assignment().p99());
        report.value("to assignment max", outcome.assignment().max(), "ms");
    }

    private static void processor(
            Report report, OptionalDouble ours, Map<Floor.Kind, Floor> before, Map<Floor.Kind, Floor> after) {
        var first = before.get(Floor.Kind.COMMITS).processor();
        var second = after.get(Floor.Kind.COMMITS).processor();
        if (ours.isPresent() && first.isPresent()) {
            double floor = (first.getAsDouble() + second.getAsDouble()) / 2;
            report.reached(Goal.PROCESSOR, ours.getAsDouble() / floor);
        }
    }

    private static Map<Floor.Kind, Floor> floors(Database database) throws InterruptedException {
        var floors = new EnumMap<Floor.Kind, Floor>(Floor.Kind.class);
        for (var kind : Floor.Kind.values()) {
            floors.put(kind, Floor.measure(database, kind));
        }
        return floors;
    }

    private static double tickets(Map<Floor.Kind, Floor> before, Map<Floor.Kind, Floor> after, Floor.Kind kind) {
        return (before.get(kind).tickets() + after.get(kind).tickets()) / 2;
    }

    /** Its own costs are those of the last run, when Java knew the client's code. */
    private static void report(Report report, Floor.Kind kind, List<Floor> runs) {
        report.section(kind.title());
        for (var run : runs) {
            report.value("tickets", run.tickets(), "1/s");
        }
        var last = runs.getLast();
        last.meter().report(report, last.tickets());
    }
}
