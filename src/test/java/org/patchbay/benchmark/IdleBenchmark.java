package org.patchbay.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import org.patchbay.benchmark.Meter.Count;
import org.patchbay.benchmark.Meter.Party;

/**
 * Measures the processor time of an installation where nothing happens, with one organisation and with many. Work that
 * comes every ten minutes or every hour comes every minute here, as far as settings say when it comes: it counts for
 * more than it costs in production.
 */
final class IdleBenchmark {

    private static final int ORGANISATIONS = Integer.getInteger("benchmark.organisations", 10_000);
    private static final Duration SETTLING = Duration.ofSeconds(Integer.getInteger("benchmark.settling", 90));
    private static final Duration MEASURED = Duration.ofSeconds(60);

    private static final Map<String, String> RARE_WORK = Map.of(
            "patchbay.feed.purge-every", "1m",
            "patchbay.decisions.purge-every", "1m",
            "patchbay.organisations.purge-every", "1m",
            "patchbay.privacy.sweep-every", "1m");

    private IdleBenchmark() {}

    /**
     * The work of an installation while nothing happens.
     *
     * @param application its processor time, in per cent of a core
     * @param both this and MySQL's; nothing where MySQL runs on another machine
     * @param statements that MySQL receives in a second
     */
    private record Idle(double application, OptionalDouble both, double statements) {

        /** Starts the application, and waits until a start, its first work and the compiler are over. */
        static Idle measure(Database database) throws InterruptedException {
            try (var application = Application.start(database, RARE_WORK)) {
                Thread.sleep(SETTLING);
                var meter = new Meter(database, application);
                meter.begins();
                Thread.sleep(MEASURED);
                meter.ends();
                meter.printStatements(1, "a second");
                return new Idle(
                        percent(meter.processor(Party.APPLICATION, 1).orElseThrow()),
                        meter.processor(1, Party.APPLICATION, Party.DATABASE).stream()
                                .map(Idle::percent)
                                .findFirst(),
                        meter.count(Count.STATEMENTS, 1));
            }
        }

        private static double percent(double millisASecond) {
            return millisASecond / 10;
        }

        void report(Report report, String who) {
            report.value("the application, " + who, application, "%");
            both.ifPresent(sum -> report.value("MySQL, " + who, sum - application, "%"));
            report.value("statements that MySQL received, " + who, statements, "1/s");
        }
    }

    static void measure(Report report) throws SQLException, InterruptedException {
        try (var database = Database.fresh("_idle")) {
            try (var application = Application.start(database)) {
                QuietOrganisation.make(application.rest());
            }
            var one = Idle.measure(database);
            QuietOrganisation.copy(database, ORGANISATIONS - 1);
            var many = Idle.measure(database);
            report.section("processor time while nothing happens, in per cent of a core");
            one.report(report, "one organisation");
            many.report(report, String.format(Locale.ROOT, "%,d", ORGANISATIONS));
            if (one.both.isPresent() && many.both.isPresent()) {
                report.reached(Goal.IDLE, many.both.getAsDouble() - one.both.getAsDouble());
            }
        }
    }
}
