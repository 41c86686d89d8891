package org.patchbay.benchmark;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.patchbay.benchmark.LoadedCentre.Customer;

/**
 * Measures how long the application takes until it is ready, and how soon after that the first tickets have an agent:
 * just started each time, while 24 agents are free and 16 customers open tickets at once.
 */
final class StartUp {

    private static final int STARTS = 3;
    private static final int FREE = 24;
    private static final int OPENED_EACH = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofSeconds(30);

    /** JEP 514; a native executable has nothing to learn. */
    private static final boolean CAN_BE_TRAINED = Runtime.version().feature() >= 25 && !Application.isNative();

    /** A way to start it. */
    private enum Way {
        COLD("as before: the road is not walked", Map.of("patchbay.assignment.rehearsals", "0"), ""),
        WALKED("the road is walked before it is ready", Map.of(), ""),
        CACHED("the same, from the cache of Java that was trained", Map.of(), "-XX:AOTCache=" + Training.CACHE);

        private final String title;
        private final Map<String, String> settings;
        private final String option;

        Way(String title, Map<String, String> settings, String option) {
            this.title = title;
            this.settings = settings;
            this.option = option;
        }

        static List<Way> possible() {
            return CAN_BE_TRAINED ? List.of(values()) : List.of(COLD, WALKED);
        }
    }

    /** The measurements of one start, in milliseconds; first and last assignments since it was ready. */
    private record Start(double ready, double first, double last, double firstAnswer, long megabytes) {}

    private final Report report;
    private final Database database;
    private final LoadedCentre people;

    private StartUp(Report report, Database database, LoadedCentre people) {
        this.report = report;
        this.database = database;
        this.people = people;
    }

    static void measure(Report report) throws SQLException, InterruptedException, IOException {
        if (CAN_BE_TRAINED) {
            Training.run();
        }
        try (var database = Database.fresh("_startup")) {
            new StartUp(report, database, people(database)).measure();
        }
    }

    /** These people are there before the measured start: making them would warm it up. */
    private static LoadedCentre people(Database database) throws SQLException {
        var application = Application.start(database);
        var centre = application.centre();
        application.stop();
        return centre;
    }

    private void measure() throws InterruptedException, IOException {
        for (var way : Way.possible()) {
            first(way);
        }
        var starts = new EnumMap<Way, List<Start>>(Way.class);
        double later = 0;
        // In turns, because machines drift.
        for (int i = 0; i < STARTS; i++) {
            for (var way : Way.possible()) {
                try (var application = Application.start(database, way.settings, way.option)) {
                    var start = firstAssignments(application);
                    starts.computeIfAbsent(way, first -> new ArrayList<>()).add(start);
                    people.on(application).resolveAll();
                    if (i == STARTS - 1 && way == Way.WALKED) {
                        later = later(application);
                    }
                }
            }
        }
        for (var way : Way.possible()) {
            tell(way, starts.get(way), later);
        }
        report.section("later, " + people.customers().size() + " customers who open as fast as they can");
        report.value("opening with its assignment, p50", later, "ms");
    }

    private Start firstAssignments(Application application) throws IOException {
        var ready = Instant.now();
        long answered;
        try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            answered = people.customers().stream()
                    .map(customer -> customers.submit(() -> open(customer, application.uri())))
                    .toList()
                    .stream()
                    .map(StartUp::get)
                    .min(Long::compare)
                    .orElseThrow();
        }
        var assigned = database.list(
                "select timestampdiff(microsecond, '1970-01-01', x.assigned_at) from assignment x"
                        + " join ticket t on t.id = x.ticket_id where t.status = 'IN_PROGRESS' order by x.assigned_at",
                row -> Instant.EPOCH.plus(row.getLong(1), ChronoUnit.MICROS));
        if (assigned.size() < FREE) {
            throw new IllegalStateException("Of " + FREE + " agents only " + assigned.size() + " have a ticket");
        }
        return new Start(
                application.startUp().toMillis(),
                millis(ready, assigned.getFirst()),
                millis(ready, assigned.get(FREE - 1)),
                answered / 1e6,
                application.residentMegabytes().orElse(0));
    }

    /** @return how long the first response took */
    private static long open(Customer customer, URI uri) throws IOException {
        try (var connection = new HttpConnection(uri)) {
            long first = 0;
            for (var order : customer.orders().subList(0, OPENED_EACH)) {
                long began = System.nanoTime();
                int status = connection.send(HttpConnection.post(
                        "/tickets", customer.token(), "{\"orderNumber\":\"" + order + "\",\"reason\":\"DAMAGED\"}"));
                if (status != 201) {
                    throw new IllegalStateException("Opening a ticket answers " + status + " " + connection.body());
                }
                first = first == 0 ? System.nanoTime() - began : first;
            }
            return first;
        }
    }

    private double later(Application application) throws IOException, InterruptedException {
        return Load.run(people.on(application), Pace.closed(FREE), WARM_UP, LATER)
                .opening()
                .median();
    }

    /** Measures a pod that has just become ready at full load; then all but a few agents go home. */
    private void first(Way way) throws IOException, InterruptedException {
        try (var application = Application.start(database, way.settings, way.option)) {
            var centre = people.on(application);
            var first = Load.run(centre, Pace.closed(LoadedCentre.LIVE), Duration.ZERO, FIRST);
            report.section("the first 30 s under full load, " + way.title);
            report.value("tickets", first.tickets(), "1/s");
            report.value("opening p50", first.opening().median(), "ms");
            report.value("opening p99", first.opening().p99(), "ms");
            if (way == Way.possible().getLast()) {
                double later = Load.run(centre, Pace.closed(LoadedCentre.LIVE), Benchmark.WARM_UP, FIRST)
                        .tickets();
                report.value("tickets, after " + Benchmark.WARM_UP.toSeconds() + " s more", later, "1/s");
                report.reached(Goal.FIRST_SECONDS, first.tickets() / later);
                centre.agents().keySet().stream().skip(FREE).forEach(agent -> centre.admin()
                        .put("/agents/" + agent + "/presence", Map.of("presence", "OFFLINE")));
            }
        }
    }

    private void tell(Way way, List<Start> starts, double later) {
        report.section("start-up, " + way.title + ": median of " + STARTS);
        report.value("until /q/health/ready answers 200", median(starts.stream().map(Start::ready)) / 1e3, "s");
        report.value(
                "from ready to the first assignment", median(starts.stream().map(Start::first)), "ms");
        report.value("from ready to the " + FREE + "th", median(starts.stream().map(Start::last)), "ms");
        report.atMost(
                "first answer / p50 of later ones", median(starts.stream().map(Start::firstAnswer)) / later, "", 10);
        report.value("resident memory then", median(starts.stream().map(start -> (double) start.megabytes())), "MB");
    }

    private static double median(Stream<Double> values) {
        return values.sorted().skip(STARTS / 2).findFirst().orElseThrow();
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
