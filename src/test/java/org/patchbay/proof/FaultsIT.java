package org.patchbay.proof;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Client;
import org.patchbay.testing.FeedClient;
import org.patchbay.testing.Patience;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;
import org.patchbay.testing.TcpProxy;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The pair and a replica that sweeps, under load, with a fault in the middle. Clients only repeat requests that failed
 * for a passing reason.
 */
class FaultsIT {

    private static final Map<String, String> SWEEPING = Map.of("patchbay.assignment.sweep-every", "1s");

    /** A sweep may begin while a matcher holds the rows that it looks for; the next one may not. */
    private static final int SWEEPS = 2;

    private static final int OPENERS = 16;
    private static final int TICKETS = OPENERS * Size.FAULT;
    private static final int GOING_AWAY = 1001;

    /** More than a replica has connections. */
    private static final int PROBES = 60;

    private static Pair pair;
    private static TcpProxy database;
    private static Replica sweeper;

    @BeforeAll
    static void open() {
        pair = Pair.fresh();
        var server = URI.create(Servers.jdbcUrl().substring("jdbc:".length()));
        database = new TcpProxy(server.getHost(), server.getPort() < 0 ? 3306 : server.getPort());
    }

    /** A test may have stopped the one before. */
    @BeforeEach
    void sweepersAreThere() throws InterruptedException {
        if (sweeper == null || !sweeper.isAlive()) {
            var server = URI.create(Servers.jdbcUrl().substring("jdbc:".length()));
            var settings = new HashMap<>(SWEEPING);
            settings.put(
                    "quarkus.datasource.jdbc.url",
                    Servers.jdbcUrl().replace(server.getAuthority(), "127.0.0.1:" + database.port()));
            sweeper = pair.startOther("sweeper", settings).awaitReady();
        }
    }

    @AfterAll
    static void close() {
        if (sweeper != null) {
            sweeper.close();
        }
        database.close();
    }

    /** Under full load a replica is in the middle of a group of requests nearly always. */
    @Test
    void killingAReplicaLosesAndDoublesNothing() throws Exception {
        var random = new Random(Size.KILLS);
        try (var next = pair.startOther("next", SWEEPING).awaitReady()) {
            for (int kill = 0; kill < Size.KILLS; kill++) {
                sweepersAreThere();
                var replicas = List.of(pair.left(), sweeper, next);
                try (var scenario = walkTheRoad(centre(replicas));
                        var watch = IdleWatch.begin(List.of(sweeper, next))) {
                    scenario.open(OPENERS, Size.FAULT - 1).awaitResolved(random.nextInt(TICKETS / 8, TICKETS / 2));
                    sweeper.kill();
                    scenario.awaitResolved(TICKETS);
                    double before = Metrics.of(next, "patchbay_sweeps_total");
                    Patience.await().until(() -> Metrics.of(next, "patchbay_sweeps_total") > before);
                    assertNothingWaitedInVain(watch);
                }
                assertNothingLostOrDoubled();
            }
        }
    }

    @Test
    void assignmentGoesOnWithoutTheBrokerAndReturnsToItByItself() throws Exception {
        var centre = centre(all());
        try (var scenario = walkTheRoad(centre);
                var watch = IdleWatch.begin(List.of(sweeper))) {
            scenario.open(OPENERS, Size.FAULT - 1).awaitResolved(TICKETS / 4);
            pair.incoming().cut();
            pair.outgoing().cut();
            awaitState("degraded");
            scenario.awaitResolved(TICKETS / 2);
            pair.incoming().restore();
            pair.outgoing().restore();
            scenario.awaitResolved(TICKETS);
            assertNothingWaitedInVain(watch);
        }
        assertNothingLostOrDoubled();
        awaitState("ok");
        for (var replica : all()) {
            awaitRequestsSentBy(replica);
        }
    }

    @Test
    void killingTheDatabasesConnectionsLeavesNothingHalfDone() throws Exception {
        try (var scenario = walkTheRoad(centre(all()));
                var watch = IdleWatch.begin(List.of(sweeper))) {
            scenario.open(OPENERS, Size.FAULT - 1);
            for (int resolved = TICKETS / 8; resolved <= TICKETS / 2; resolved += TICKETS / 8) {
                scenario.awaitResolved(resolved);
                TestDatabase.killConnections();
            }
            scenario.awaitResolved(TICKETS);
            assertNothingWaitedInVain(watch);
        }
        assertNothingLostOrDoubled();
        for (var replica : all()) {
            awaitSoundConnections(replica);
        }
    }

    @Test
    void withoutTheDatabaseRequestsAreRefusedUntilItIsBack() {
        var centre = centre(List.of(sweeper));
        var request = Map.of("orderNumber", centre.nextOrder(), "reason", "DAMAGED");
        var impatient = sweeper.client().signedIn("admin", SupportCentre.PASSWORD);

        database.cut();
        var refused = impatient.tryPost("/tickets", request);
        assertEquals(503, refused.status());
        assertEquals(
                "urn:patchbay:problem:temporarily-unavailable",
                refused.body().path("type").asText());
        assertEquals(503, impatient.status("/q/health/ready"));
        assertEquals(200, impatient.status("/q/health/live"), "a restart would not help");

        database.restore();
        centre.everybodyIs("AVAILABLE");
        try (var scenario = new LoadScenario(centre, Duration.ZERO).agentsWork()) {
            scenario.open(1, 1).awaitResolved(1);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(1);
    }

    @Test
    void aReplicaThatIsToldToStopFinishesItsRequestsTakesNoNewOnesAndSendsItsPagesAway() throws Exception {
        var centre = SupportCentre.of(List.of(pair.left().uri(), sweeper.uri()), 1, 1, 1_000);
        var leaving = sweeper;
        int loggedBefore = leaving.log().length();
        var client = leaving.client().signedIn("admin", SupportCentre.PASSWORD);
        var statuses = new HashMap<Integer, Integer>();
        var threads = new ArrayList<Thread>();
        try (var page = FeedClient.open(leaving.uri(), client.token(), null)) {
            for (int i = 0; i < 16; i++) {
                threads.add(Thread.ofVirtual().start(() -> openUntilRefused(centre, client, statuses)));
            }
            Patience.await().until(() -> TestDatabase.count("select count(*) from ticket") > 64);
            leaving.terminate();
            leaving.awaitExit();
            for (var thread : threads) {
                thread.join();
            }
            Patience.await().until(() -> page.closed() == GOING_AWAY);
        }
        assertEquals(
                statuses.get(201).longValue(),
                TestDatabase.count("select count(*) from ticket"),
                "every ticket that was taken in was answered for, and no other exists; answers: " + statuses);
        assertTrue(
                leaving.log().substring(loggedBefore).contains("All work ended within "),
                "neither requests nor pages held it up");
    }

    private static void openUntilRefused(SupportCentre centre, Client client, Map<Integer, Integer> statuses) {
        int status = 201;
        while (status == 201) {
            status = client.tryPost("/tickets", Map.of("orderNumber", centre.nextOrder(), "reason", "OTHER"))
                    .status();
            synchronized (statuses) {
                statuses.merge(status, 1, Integer::sum);
            }
        }
    }

    private static List<Replica> all() {
        return Stream.concat(pair.both().stream(), Stream.of(sweeper)).toList();
    }

    private static SupportCentre centre(List<Replica> replicas) {
        var centre = SupportCentre.of(replicas.stream().map(Replica::uri).toList(), 24, 1, TICKETS);
        centre.everybodyIs("AVAILABLE");
        return centre;
    }

    /** Through every replica, so that none does anything for the first time while {@link IdleWatch} watches. */
    private static LoadScenario walkTheRoad(SupportCentre centre) {
        return new LoadScenario(centre, Duration.ofMillis(50))
                .agentsWork()
                .open(OPENERS, 1)
                .awaitResolved(OPENERS);
    }

    private static void assertNothingWaitedInVain(IdleWatch watch) {
        assertTrue(
                watch.mostSweeps() <= SWEEPS,
                () -> watch.mostSweeps() + " sweeps left a ticket although an agent was free all the time");
    }

    private static void assertNothingLostOrDoubled() {
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(TICKETS);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
        Proof.nobodyIdlesWhileATicketWaits();
    }

    /** Readiness stays up all the time; only its data changes. */
    private static void awaitState(String state) {
        for (var replica : all()) {
            Patience.await().until(() -> {
                assertEquals(200, replica.client().status("/q/health/ready"));
                return replica.client().text("/q/health/ready").contains("\"" + state + "\"");
            });
        }
    }

    /** A sender returns later than the receivers, with what it kept meanwhile. */
    private static void awaitRequestsSentBy(Replica replica) {
        var centre = SupportCentre.of(List.of(replica.uri()), 0, 1, 700);
        double before = Metrics.sum(all(), "patchbay_assignment_requests_lag_seconds_count");
        Patience.await().pollInterval(Duration.ofMillis(500)).until(() -> {
            centre.open();
            return Metrics.sum(all(), "patchbay_assignment_requests_lag_seconds_count") > before;
        });
    }

    /** Many at once use each connection of the pool; broken ones are noticed, and replaced. */
    private static void awaitSoundConnections(Replica replica) {
        var client = replica.client().signedIn("admin", SupportCentre.PASSWORD);
        Patience.await().until(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var statuses = IntStream.range(0, PROBES)
                        .mapToObj(probe -> threads.submit(
                                () -> client.tryGet("/tickets/count").status()))
                        .toList();
                boolean sound = true;
                for (var status : statuses) {
                    sound &= status.get() == 200;
                }
                return sound;
            }
        });
    }
}
