package org.patchbay.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two replicas under load, without the sweep's help: messages and matchers alone must leave nothing behind. */
class RushIT {

    private static final Map<String, String> WITHOUT_SWEEP = Map.of("patchbay.assignment.sweep-every", "off");

    /** How long the slowest machine may take to give what it could; what nobody asks for again would wait for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static Replica left;
    private static Replica right;

    @BeforeAll
    static void startTwoReplicas() throws InterruptedException {
        Replicas.cleanDatabase();
        left = Replica.start("rush-left", WITHOUT_SWEEP);
        right = Replica.start("rush-right", WITHOUT_SWEEP);
        left.awaitReady();
        right.awaitReady();
    }

    @AfterAll
    static void stop() {
        left.close();
        right.close();
    }

    @Test
    void everyTicketOf32OpenersIsAssignedOnceTo64AgentsByTwoReplicas() throws Exception {
        int each = 20;
        int tickets = 32 * each;
        var centre = centre(64, 1, tickets);
        centre.everybodyIs("AVAILABLE");
        try (var vigil = Vigil.begin();
                var rush = new Rush(centre, Duration.ofMillis(20)).agentsWork()) {
            rush.open(32, each).awaitResolved(tickets);
            assertTrue(vigil.longest().compareTo(PATIENCE) < 0, "a ticket waited in vain for " + vigil.longest());
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(tickets);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
        Proof.noTicketWasOvertakenForLongerThan(PATIENCE);
    }

    @Test
    void twentyAgentsWhoWorkFor200MillisecondsResolveAll200Tickets() throws Exception {
        var centre = centre(20, 1, 200);
        centre.everybodyIs("AVAILABLE");
        try (var rush = new Rush(centre, Duration.ofMillis(200)).agentsWork()) {
            rush.open(8, 25).awaitResolved(200);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(200);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Test
    void aBacklogIsServedByAgeWhenAgentsArrive() throws Exception {
        int agents = 16;
        var centre = centre(agents, 1, 160);
        for (int i = 0; i < 160; i++) {
            centre.open();
        }
        try (var rush = new Rush(centre, Duration.ofMillis(5)).agentsWork()) {
            centre.everybodyIs("AVAILABLE");
            rush.awaitResolved(160);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(160);
        Proof.ticketsWereAssignedByAgeUpTo(agents);
    }

    @Test
    void agentsOfGreaterCapacityAreFilledToItAndNotBeyond() throws Exception {
        var centre = centre(10, 3, 200);
        centre.everybodyIs("AVAILABLE");
        try (var rush = new Rush(centre, Duration.ofMillis(1))) {
            rush.open(16, 5);
            awaitQuiet();
            Proof.nobodyIdlesWhileATicketWaits();
            assertTrue(
                    Store.count("select count(*) from agent where load_units = 3") == 10,
                    "30 of 80 tickets fill 10 agents of capacity 3");
            rush.open(8, 15).agentsWork().awaitResolved(200);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(200);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Test
    void ticketsOfOneAgentThatAreResolvedAtTheSameMomentGiveBackAllTheirUnits() throws Exception {
        var centre = centre(4, 6, 24);
        centre.everybodyIs("AVAILABLE");
        for (int i = 0; i < 24; i++) {
            centre.open();
        }
        awaitQuiet();
        var held = Store.list("select ticket_id from assignment where status = 'ACTIVE'", row -> row.getLong(1));
        assertEquals(24, held.size());
        try (var resolvers = Executors.newFixedThreadPool(held.size())) {
            for (long ticket : held) {
                resolvers.execute(
                        () -> centre.agents().getFirst().client().post("/tickets/" + ticket + "/resolve", null));
            }
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(24);
        assertEquals(0, Store.count("select sum(load_units) from agent"));
    }

    @Test
    void agentsAndTicketsThatArriveAtTheSameMomentFindEachOther() throws Exception {
        for (int round = 0; round < 6; round++) {
            var centre = centre(12, 1, 12);
            try (var rush = new Rush(centre, Duration.ZERO)) {
                rush.open(12, 1);
                centre.agents().parallelStream().forEach(agent -> centre.setPresence(agent, "AVAILABLE"));
                awaitQuiet();
            }
            Proof.nobodyIdlesWhileATicketWaits();
        }
    }

    private static Centre centre(int agents, int capacity, int orders) {
        return Centre.of(List.of(left.uri(), right.uri()), agents, capacity, orders);
    }

    /** Until nothing in the database has changed for a while. */
    private static void awaitQuiet() throws InterruptedException {
        long before = -1;
        for (long now = lines(); now != before; now = lines()) {
            before = now;
            Thread.sleep(600);
        }
    }

    private static long lines() {
        return Store.count("select count(*) from ticket_event");
    }
}
