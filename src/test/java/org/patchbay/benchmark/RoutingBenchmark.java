package org.patchbay.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures routing in a large organisation: whether a decision costs more where more agents could be chosen, how many
 * decisions one and two replicas take in a second among a hundred thousand waiting tickets, and how long tickets wait
 * meanwhile whose agents are free.
 */
final class RoutingBenchmark {

    private static final int AGENTS = Integer.getInteger("benchmark.agents", 10_000);
    private static final int WAITING = Integer.getInteger("benchmark.waiting", 100_000);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.routing-warm-up", 30));
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final int LIVE = 100;
    private static final int SAMPLE = 20;

    private final Report report;
    private final Database database;

    private RoutingBenchmark(Report report, Database database) {
        this.report = report;
        this.database = database;
    }

    /** @return decisions a second, on one replica */
    static double measure(Report report) throws SQLException, InterruptedException {
        try (var database = Database.fresh("_routing")) {
            // The application makes the tables.
            Application.start(database).close();
            long start = System.nanoTime();
            var centre = BigCentre.write(database, AGENTS);
            var routingBenchmark = new RoutingBenchmark(report, database);
            try (var application = Application.start(database, Map.of("patchbay.assignment.sweep-every", "off"))) {
                routingBenchmark.alone(centre, application.rest());
            }
            try (var application = Application.start(database)) {
                return routingBenchmark.together(centre, application.rest(), start);
            }
        }
    }

    private void alone(BigCentre centre, Rest rest) throws SQLException, InterruptedException {
        double hundred = eligible(rest, BigCentre.QUEUE_OF_A_HUNDRED, 100);
        double all = eligible(rest, BigCentre.QUEUE_OF_ALL, AGENTS);
        report.atMost("ratio of the rows read", all / hundred, "", 1.2);
        centre.checkSeats(rest, SAMPLE);
    }

    private double together(BigCentre centre, Rest rest, long start) throws SQLException, InterruptedException {
        centre.fill(WAITING);
        centre.checkSeats(rest, SAMPLE);
        report.section(String.format(
                Locale.ROOT,
                "routing: %,d agents, %d queues, %,d requirements, %,d waiting",
                AGENTS,
                centre.queues(),
                centre.pools(),
                WAITING));
        report.value("rows and the above took", (System.nanoTime() - start) / 1e9, "s");
        long before = System.nanoTime();
        rest.post("/tickets", BigCentre.unheardOf().ticket());
        report.value("opening with a requirement that is new", (System.nanoTime() - before) / 1e6, "ms");
        MatcherWork.awaitSeats(database);
        double one = maximum(centre, List.of(rest), "one replica");
        arriving(centre, rest, arriving(centre, rest) / 2);
        try (var second = Application.start(database)) {
            double two = maximum(centre, List.of(rest, second.rest()), "two replicas");
            report.value("ratio of two to one", two / one, "");
        }
        if (database.number("select count(*) from agent where load_units <> (select coalesce(sum(units), 0)"
                        + " from assignment x where x.live_agent_id = agent.id)")
                > 0) {
            throw new IllegalStateException("Agents' loads are not what they hold");
        }
        return one;
    }

    /** As many as possible. */
    private double arriving(BigCentre centre, Rest rest) throws InterruptedException {
        try (var load = new RoutingLoad(database, List.of(rest)).ticketsCome(centre.quietPools(), Pace.closed(LIVE))) {
            double rate = load.rate(WARM_UP.dividedBy(3), MEASURED);
            report.value("tickets to free agents, " + LIVE + " live", rate, "1/s");
            return rate;
        }
    }

    private void arriving(BigCentre centre, Rest rest, double rate) throws InterruptedException {
        try (var load = new RoutingLoad(database, List.of(rest)).ticketsCome(centre.quietPools(), Pace.fixed(rate))) {
            var waits = load.assignment(WARM_UP.dividedBy(3), MEASURED);
            MatcherWork.totals(database).forEach(total -> System.out.println(total.line()));
            report.value("tickets, half of that rate", rate, "1/s");
            report.value("to assignment p50", waits.median(), "ms");
            report.atMost("to assignment p99", waits.p99(), "ms", 50);
        }
    }

    private double eligible(Rest rest, int queue, int agents) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        long ticket = rest.post("/tickets", BigCentre.anybodyOf(queue).ticket());
        double first = (System.nanoTime() - start) / 1e6;
        // The replica then remembers for seconds how many agents could not be given anything.
        MatcherWork.awaitAssigned(database, ticket);
        MatcherWork.awaitSeats(database);
        var cost = MatcherWork.ofOne(database, rest, BigCentre.anybodyOf(queue));
        database.list("select ticket_id from assignment where live_ticket_id is not null", row -> row.getLong(1))
                .forEach(held -> rest.post("/tickets/" + held + "/resolve", "{}"));
        // The next ticket is then given to the same agents: the cost of a decision depends on their seats.
        BigCentre.rest(database);
        report.section(String.format(Locale.ROOT, "a decision among %,d agents, alone", agents));
        report.value("opening the first ticket", first, "ms");
        report.value("statements of the matcher", cost.statements(), "");
        report.value("rows they read", cost.rows(), "");
        report.value("time they take, replayed", cost.micros(), "us");
        return cost.rows();
    }

    private double maximum(BigCentre centre, List<Rest> applications, String who) throws InterruptedException {
        try (var load = new RoutingLoad(database, applications).agentsResolve(centre)) {
            long deadlocks = deadlocks();
            double rate = load.rate(WARM_UP, MEASURED);
            report.value("deadlocks meanwhile, " + who, deadlocks() - deadlocks, "");
            double rows = MatcherWork.rows(database) / (rate * MEASURED.toSeconds());
            MatcherWork.totals(database).forEach(total -> System.out.println(total.line()));
            report.value("decisions, " + who, rate, "1/s");
            report.value("rows that matchers examine, " + who, rows, "/decision");
            return rate;
        }
    }

    private long deadlocks() {
        return database.number("select count from information_schema.innodb_metrics where name = 'lock_deadlocks'");
    }
}
