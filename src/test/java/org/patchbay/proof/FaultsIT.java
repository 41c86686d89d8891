package org.patchbay.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;
import org.patchbay.testing.Store;
import org.patchbay.testing.TcpProxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two replicas under load, and something breaks in the middle. Clients only repeat what failed for a passing reason. */
class FaultsIT {

    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration RECOVERY = SWEEP.multipliedBy(2).plusSeconds(1);
    private static final int TICKETS = 16 * 15;
    private static final int SPARE = 10;

    private final List<Replica> replicas = new ArrayList<>();

    @BeforeAll
    static void clean() {
        Replicas.cleanDatabase();
    }

    @AfterEach
    void stopReplicas() {
        replicas.forEach(Replica::terminate);
        replicas.forEach(Replica::close);
    }

    @Test
    void killingOneOfTwoReplicasLosesAndDoublesNothing() throws Exception {
        startTwo(Map.of());
        var centre = centre();
        try (var vigil = Vigil.begin();
                var rush = rush(centre)) {
            rush.awaitResolved(TICKETS / 4);
            replicas.getFirst().kill();
            rush.awaitResolved(TICKETS);
            assertRecovered(vigil);
        }
        assertNothingLostOrDoubled();
    }

    @Test
    void assignmentGoesOnWithoutTheBrokerAndReturnsToItByItself() throws Exception {
        try (var broker = new TcpProxy(Servers.amqpHost(), Servers.amqpPort())) {
            startTwo(Map.of("amqp-host", "127.0.0.1", "amqp-port", Integer.toString(broker.port())));
            var centre = centre();
            try (var vigil = Vigil.begin();
                    var rush = rush(centre)) {
                rush.awaitResolved(TICKETS / 4);
                broker.cut();
                awaitState("degraded");
                rush.awaitResolved(TICKETS / 2);
                broker.restore();
                rush.awaitResolved(TICKETS);
                assertRecovered(vigil);
            }
            assertNothingLostOrDoubled();
            awaitState("ok");
            double before = requestsWorkedOn();
            for (int i = 0; requestsWorkedOn() == before; i++) {
                assertTrue(i < 100, "no message arrived after the broker was back");
                if (i % 10 == 0) {
                    // The consumer may be back before the sender; until then messages are left to the sweep.
                    centre.open();
                }
                Thread.sleep(100);
            }
        }
    }

    @Test
    void killingTheDatabasesConnectionsLeavesNothingHalfDone() throws Exception {
        startTwo(Map.of());
        var centre = centre();
        try (var vigil = Vigil.begin();
                var rush = rush(centre)) {
            for (int resolved = TICKETS / 8; resolved <= TICKETS / 2; resolved += TICKETS / 8) {
                rush.awaitResolved(resolved);
                Store.killConnections();
            }
            rush.awaitResolved(TICKETS);
            assertRecovered(vigil);
        }
        assertNothingLostOrDoubled();
    }

    @Test
    void messagesThatComeTwiceAndInReverseDoNoHarm() throws Exception {
        // Nothing of ours sends or sweeps: only the messages below can assign.
        startTwo(Map.of(
                "patchbay.assignment.sweep-every", "off", "mp.messaging.outgoing.assignment-requests.port", "1"));
        var centre = Centre.of(replicas.stream().map(Replica::uri).toList(), 40, 1, 40);
        // Free before anything waits: whoever becomes free looks for themselves.
        centre.everybodyIs("AVAILABLE");
        for (int i = 0; i < 40; i++) {
            centre.open();
        }
        assertEquals(0, Store.count("select count(*) from assignment"), "assigned before any message came");
        long organisation = Store.count("select min(organisation_id) from agent");
        var messages = new ArrayList<String>();
        for (long ticket : Store.list("select id from ticket order by id desc", row -> row.getLong(1))) {
            var message = "{\"organisationId\":%d,\"ticketId\":%d,\"sentAt\":\"2026-11-20T12:00:00Z\"}"
                    .formatted(organisation, ticket);
            messages.add(message);
            messages.add(message);
        }
        try (var requests = new Requests();
                var rush = new Rush(centre, Duration.ZERO).agentsWork()) {
            requests.send(messages);
            rush.awaitResolved(40);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(40);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Test
    void poisonedMessagesEndInTheDeadLettersAndHoldNothingUp() throws Exception {
        startTwo(Map.of("patchbay.assignment.sweep-every", "off"));
        var mark = "poison-" + System.nanoTime();
        var centre = Centre.of(replicas.stream().map(Replica::uri).toList(), 1, 1, 1);
        centre.everybodyIs("AVAILABLE");
        try (var requests = new Requests()) {
            requests.send(
                    List.of(mark + " is not JSON", "{\"organisationId\":\"" + mark + "\"}", "[\"" + mark + "\"]"));
            requests.sendBytes((mark + "\u0000\u0001").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            try (var rush = new Rush(centre, Duration.ZERO).agentsWork()) {
                rush.open(1, 1).awaitResolved(1);
            }
            var letters = requests.deadLettersWith(mark, 4, Duration.ofSeconds(30));
            assertEquals(4, letters.size(), "dead letters: " + letters);
        }
        assertTrue(metric("patchbay_assignment_requests_failed_total") >= 4, "failed deliveries are counted");
        assertTrue(replicas.stream().anyMatch(replica -> replica.log().contains(mark)), "a log line names the message");
    }

    @Test
    void withoutTheDatabaseRequestsAreRefusedUntilItIsBack() throws Exception {
        var address = java.net.URI.create(Servers.jdbcUrl().substring("jdbc:".length()));
        try (var database = new TcpProxy(address.getHost(), address.getPort() < 0 ? 3306 : address.getPort())) {
            var url = Servers.jdbcUrl().replace(address.getAuthority(), "127.0.0.1:" + database.port());
            var replica =
                    start("cut-off", Map.of("quarkus.datasource.jdbc.url", url)).awaitReady();
            var centre = Centre.of(List.of(replica.uri()), 1, 1, 2);
            var request = Map.of("orderNumber", centre.nextOrder(), "reason", "DAMAGED");
            var impatient = replica.client().signedIn("admin", Centre.PASSWORD);

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
            try (var rush = new Rush(centre, Duration.ZERO).agentsWork()) {
                rush.open(1, 1).awaitResolved(1);
            }
            Proof.everyTicketWasAssignedExactlyOnceAndResolved(1);
        }
    }

    @Test
    void aReplicaThatIsToldToStopFinishesItsRequestsAndTakesNoNewOnes() throws Exception {
        startTwo(Map.of());
        var centre = Centre.of(replicas.stream().map(Replica::uri).toList(), 1, 1, 4_000);
        var leaving = replicas.getFirst();
        var client = leaving.client().signedIn("admin", Centre.PASSWORD);
        var statuses = new HashMap<Integer, Integer>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 16; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (leaving.isAlive()) {
                    var request = Map.of("orderNumber", centre.nextOrder(), "reason", "OTHER");
                    int status = client.tryPost("/tickets", request).status();
                    synchronized (statuses) {
                        statuses.merge(status, 1, Integer::sum);
                    }
                    if (status != 201) {
                        break;
                    }
                }
            }));
        }
        Thread.sleep(1_000);
        leaving.terminate();
        leaving.awaitExit(Duration.ofSeconds(15));
        for (var thread : threads) {
            thread.join();
        }
        assertEquals(
                statuses.get(201).longValue(),
                Store.count("select count(*) from ticket"),
                "every ticket that was taken in was answered for, and no other exists; answers: " + statuses);
    }

    private void startTwo(Map<String, String> settings) throws InterruptedException {
        start("left", settings);
        start("right", settings);
        for (var replica : replicas) {
            replica.awaitReady();
        }
    }

    private Replica start(String name, Map<String, String> settings) {
        var all = new HashMap<>(Map.of("patchbay.assignment.sweep-every", SWEEP.toSeconds() + "s"));
        all.putAll(settings);
        var replica = Replica.start("faults-" + name, all);
        replicas.add(replica);
        return replica;
    }

    private Centre centre() {
        var centre = Centre.of(replicas.stream().map(Replica::uri).toList(), 24, 1, TICKETS + SPARE);
        centre.everybodyIs("AVAILABLE");
        return centre;
    }

    private static Rush rush(Centre centre) {
        return new Rush(centre, Duration.ofMillis(50)).agentsWork().open(16, TICKETS / 16);
    }

    private static void assertRecovered(Vigil vigil) {
        assertTrue(
                vigil.longest().compareTo(RECOVERY) < 0,
                "a ticket waited for " + vigil.longest() + " although an agent was free");
    }

    private static void assertNothingLostOrDoubled() {
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(TICKETS);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
        Proof.nobodyIdlesWhileATicketWaits();
    }

    /** Readiness stays up all the time; only its data changes. */
    private void awaitState(String state) throws Exception {
        for (var replica : replicas) {
            for (int i = 0; !replica.client().text("/q/health/ready").contains("\"" + state + "\""); i++) {
                assertEquals(200, replica.client().status("/q/health/ready"));
                assertTrue(i < 100, "readiness does not say " + state);
                Thread.sleep(100);
            }
        }
    }

    private double requestsWorkedOn() throws Exception {
        return metric("patchbay_assignment_requests_lag_seconds_count");
    }

    /** Summed over the replicas. */
    private double metric(String name) throws Exception {
        double sum = 0;
        for (var replica : replicas) {
            sum += replica.client()
                    .text("/q/metrics")
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line ->
                            Double.parseDouble(line.replaceAll("\\{[^}]*}", "").split(" ")[1]))
                    .sum();
        }
        return sum;
    }
}
