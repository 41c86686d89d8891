package org.patchbay.proof;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.FeedClient;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;
import org.patchbay.testing.TcpProxy;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

/**
 * A replica that is told to stop while everybody works ends what it began, hands back the rest, and says one line. Its
 * start said no more than an operator needs.
 */
@Order(Pair.BEFORE)
class StoppingIT {

    /** More than one replica can answer at once, so that it stops with requests fetched but not begun. */
    private static final int REQUESTS_AT_ONCE = 300;

    private static final Map<String, String> AT_FULL_SPEED = Map.of(
            "patchbay.assignment.sweep-every", "1s",
            "patchbay.agents.look-every", "1s",
            "patchbay.timers.poll-every", "20ms");

    /**
     * Only the leaving replica receives requests: those it hands back stay on the broker. And only it sweeps and looks
     * for agents who are gone, for which it would wait while another holds the leases.
     */
    private static final Map<String, String> WITHOUT_WORK_OF_ITS_OWN = Map.of(
            "mp.messaging.incoming.matcher.port", "1",
            "patchbay.assignment.sweep-every", "off",
            "patchbay.agents.look-every", "off");

    private static final Pattern LINE_OF_NO_CONCERN = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+ INFO .*");

    /** Of Java's cache, by Java itself. */
    private static final String OF_JAVA = "[";

    private static final Pattern OF_A_START = Pattern.compile(
            ".* (Current version of schema .*|SRMSG16213: .*|patchbay .* started in .*|Profile test activated.*"
                    + "|Able to assign after .*)");
    private static final int LINES_OF_A_START = 8;
    private static final int CHANNELS = 4;
    private static final String CONNECTED = "SRMSG16213";
    private static final String DISCONNECTED = "SRMSG16214";
    private static final String SUMMARY = "All work ended within ";
    private static final String MISPLACED = "were wrong and have been repaired";
    private static final int GOING_AWAY = 1001;

    private static Replica staying;

    @BeforeAll
    static void startTheOneThatStays() throws InterruptedException {
        Replicas.cleanDatabase();
        staying = start("stopping-staying", WITHOUT_WORK_OF_ITS_OWN);
    }

    @AfterAll
    static void stopIt() {
        staying.close();
    }

    @Test
    void aReplicaThatStopsUnderLoadEndsItsWorkWithoutAWord() throws Exception {
        var replicas = new CopyOnWriteArrayList<URI>(List.of(staying.uri(), staying.uri()));
        var returned = new ArrayList<Integer>();
        try (var broker = new Returned()) {
            broker.requests();
            broker.deadLetters();
            // The first starts while there is no work yet: then it starts much sooner.
            var leaving = start("stopping-leaving", Map.of());
            var said = leaving.log();
            try (var workload = RandomWorkload.begin(new QueueMix(replicas, new Random(20)))) {
                for (int stop = 1; stop <= Size.STOPS; stop++) {
                    if (stop > 1) {
                        leaving = start("stopping-leaving", Map.of());
                    }
                    replicas.set(1, leaving.uri());
                    awaitFullLoad(leaving);
                    stop(leaving);
                    returned.addAll(broker.requests());
                    assertNothingIsHalfDone();
                }
            }
            // Not before it is stopped: one that is left would keep the leases from all proofs that follow.
            assertAFewLinesAndNoneOfConcern(said);
            assertFalse(returned.isEmpty(), "no stop came while requests lay there");
            assertEquals(0, returned.stream().mapToInt(Integer::intValue).sum(), "deliveries that were counted");
            assertEquals(0, broker.deadLetters());
        }
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    /** The schema's version, the broker for each channel, where it listens, the profile, and that it is able. */
    private static void assertAFewLinesAndNoneOfConcern(String said) {
        var lines = said.lines().filter(line -> !line.startsWith(OF_JAVA)).toList();
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> !LINE_OF_NO_CONCERN.matcher(line).matches()
                                || !OF_A_START.matcher(line).matches())
                        .toList());
        assertTrue(lines.size() <= LINES_OF_A_START, said);
    }

    @Test
    void aBrokerThatIsAwayIsNotSpokenOfAtTheStop() throws InterruptedException {
        try (var broker = new TcpProxy(Servers.amqpHost(), Servers.amqpPort())) {
            var lonely = start(
                    "stopping-lonely", Map.of("amqp-host", "127.0.0.1", "amqp-port", Integer.toString(broker.port())));
            await().until(() -> lines(lonely, CONNECTED) == CHANNELS);
            broker.cut();
            await().until(() -> lines(lonely, DISCONNECTED) == CHANNELS);
            int saidBefore = lonely.log().length();
            lonely.terminate();
            lonely.awaitExit();
            assertNothingOfConcern(lonely.log().substring(saidBefore));
        }
    }

    private static long lines(Replica replica, String said) {
        return replica.log().lines().filter(line -> line.contains(said)).count();
    }

    /** It sweeps as well: whoever left before has given the lease back. */
    private static void awaitFullLoad(Replica leaving) throws Exception {
        await().until(() -> Metrics.of(leaving, "patchbay_sweeps_total") > 0);
        var done = List.of("patchbay_assignment_requests_lag_seconds_count", "patchbay_tickets_resolved_total");
        await().until(() -> {
            var metrics = leaving.client().text("/q/metrics");
            return done.stream().allMatch(name -> value(metrics, name) >= 10);
        });
    }

    private static void stop(Replica leaving) throws Exception {
        try (var page = FeedClient.open(leaving.uri(), token(), null);
                var requests = new Requests()) {
            requests.send(manyRequests());
            int saidBefore = leaving.log().length();
            leaving.terminate();
            leaving.awaitExit();
            assertFalse(leaving.log().contains(MISPLACED), "a sweep had to put seats right");
            assertEquals(GOING_AWAY, page.closed());
            var said = leaving.log().substring(saidBefore);
            assertNothingOfConcern(said);
            assertEquals(1, said.lines().filter(line -> line.contains(SUMMARY)).count(), said);
        }
    }

    private static void assertNothingOfConcern(String said) {
        var concerns = said.lines()
                .filter(line -> !LINE_OF_NO_CONCERN.matcher(line).matches())
                .toList();
        assertEquals(List.of(), concerns, "in all it said\n" + said);
    }

    /** As if each agent had become free ten times over. */
    private static List<String> manyRequests() {
        var agents = TestDatabase.list(
                "select organisation_id, id from agent",
                row -> "{\"organisationId\":%d,\"agentId\":%d,\"sentAt\":\"2026-11-20T12:00:00Z\"}"
                        .formatted(row.getLong(1), row.getLong(2)));
        var requests = new ArrayList<String>();
        for (int i = 0; i < REQUESTS_AT_ONCE; i++) {
            requests.add(agents.get(i % agents.size()));
        }
        return requests;
    }

    /** Looks at the database once for each invariant, while the other replica works on. */
    private static void assertNothingIsHalfDone() {
        for (var held : Map.of("OFFERED", "OFFERED", "IN_PROGRESS", "ACTIVE").entrySet()) {
            assertEquals(
                    0,
                    TestDatabase.count("""
                            select count(*) from ticket t where t.status = '%s' and 1 <> (
                                select count(*) from assignment a where a.ticket_id = t.id and a.status = '%s')
                            """.formatted(held.getKey(), held.getValue())),
                    held.getKey() + " without an assignment that is " + held.getValue());
        }
        assertEquals(0, TestDatabase.count("""
                        select count(*) from agent a where load_units <> coalesce((
                            select sum(units) from assignment s
                            where s.agent_id = a.id and s.status in ('OFFERED', 'ACTIVE', 'WRAP_UP')), 0)
                        """), "agents whose load is not what they hold");
        assertEquals(0, TestDatabase.count("""
                        select count(*) from assignment a where a.status = 'OFFERED' and not exists (
                            select 1 from timer t where t.kind = 'offer-expiry' and t.subject_id = a.id)
                        """), "offers that never expire");
        assertEquals(0, TestDatabase.count("""
                        select count(*) from ticket t where not exists (
                            select 1 from event e where e.ticket_id = t.id and e.type = 'OPENED')
                        """), "tickets without their first line of history");
    }

    private static Replica start(String name, Map<String, String> settings) throws InterruptedException {
        var all = new java.util.HashMap<>(AT_FULL_SPEED);
        all.putAll(settings);
        return Replica.start(name, all).awaitReady();
    }

    private static double value(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String token() {
        return staying.client()
                .post("/auth/token", Map.of("username", "admin", "password", SupportCentre.PASSWORD))
                .body()
                .path("accessToken")
                .asText();
    }
}
