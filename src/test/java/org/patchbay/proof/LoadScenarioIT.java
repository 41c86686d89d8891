package org.patchbay.proof;

import java.time.Duration;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two replicas under load, without the sweep's help: messages and matchers alone must leave nothing behind. */
class LoadScenarioIT {

    /** The matchers of both replicas: as many as may hold a ticket's lock in vain. */
    private static final int MATCHERS = 8;

    private static Pair pair;
    private static long deadlocks;

    @BeforeAll
    static void open() {
        pair = Pair.fresh();
        deadlocks = Proof.deadlocks();
    }

    @AfterAll
    static void hardlyAnybodyDeadlocked() {
        Proof.hardlyAnybodyDeadlocked(deadlocks);
    }

    @Test
    void everyTicketOf32OpenersIsAssignedOnceTo64AgentsByTwoReplicas() {
        int tickets = 32 * Size.RUSH;
        var centre = centre(64, 1, tickets);
        centre.everybodyIs("AVAILABLE");
        try (var scenario = new LoadScenario(centre, Duration.ofMillis(20)).agentsWork()) {
            scenario.open(32, Size.RUSH).awaitResolved(tickets);
            Proof.noTicketWasPassedOverMoreThan(MATCHERS, scenario.opened(tickets));
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(tickets);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Test
    void twentyAgentsWhoNeed200MillisecondsForEachResolveAllTickets() {
        var centre = centre(20, 1, Size.CROWD);
        centre.everybodyIs("AVAILABLE");
        try (var scenario = new LoadScenario(centre, Duration.ofMillis(200)).agentsWork()) {
            scenario.open(8, Size.CROWD / 8).awaitResolved(Size.CROWD);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(Size.CROWD);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Test
    void aBacklogIsServedByAgeWhenAgentsArrive() {
        int agents = 16;
        var centre = centre(agents, 1, Size.CROWD);
        for (int i = 0; i < Size.CROWD; i++) {
            centre.open();
        }
        try (var scenario = new LoadScenario(centre, Duration.ofMillis(5)).agentsWork()) {
            centre.everybodyIs("AVAILABLE");
            scenario.awaitResolved(Size.CROWD);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(Size.CROWD);
        Proof.ticketsWereAssignedByAgeUpTo(agents);
    }

    @Test
    void agentsOfGreaterCapacityAreFilledToItAndNotBeyond() {
        var centre = centre(10, 3, 80 + Size.CROWD);
        centre.everybodyIs("AVAILABLE");
        try (var scenario = new LoadScenario(centre, Duration.ofMillis(1))) {
            scenario.open(16, 5);
            Proof.awaitNobodyIdlesWhileOneOf(80);
            assertEquals(
                    10,
                    TestDatabase.count("select count(*) from agent where load_units = 3"),
                    "30 of 80 tickets fill 10 agents of capacity 3");
            scenario.open(8, Size.CROWD / 8).agentsWork().awaitResolved(80 + Size.CROWD);
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(80 + Size.CROWD);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Test
    void ticketsOfOneAgentThatAreResolvedAtTheSameMomentGiveBackAllTheirUnits() {
        var centre = centre(4, 6, 24);
        centre.everybodyIs("AVAILABLE");
        for (int i = 0; i < 24; i++) {
            centre.open();
        }
        Proof.awaitNobodyIdlesWhileOneOf(24);
        var held = TestDatabase.list("select ticket_id from assignment where status = 'ACTIVE'", row -> row.getLong(1));
        assertEquals(24, held.size());
        try (var resolvers = Executors.newFixedThreadPool(held.size())) {
            for (long ticket : held) {
                resolvers.execute(
                        () -> centre.agents().getFirst().client().post("/tickets/" + ticket + "/resolve", null));
            }
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(24);
        assertEquals(0, TestDatabase.count("select sum(load_units) from agent"));
    }

    @Test
    void agentsAndTicketsThatArriveAtTheSameMomentFindEachOther() {
        for (int round = 0; round < Size.ARRIVALS; round++) {
            var centre = centre(12, 1, 12);
            try (var scenario = new LoadScenario(centre, Duration.ZERO)) {
                scenario.open(12, 1);
                centre.agents().parallelStream().forEach(agent -> centre.setPresence(agent, "AVAILABLE"));
                Proof.awaitNobodyIdlesWhileOneOf(12);
            }
        }
    }

    private static SupportCentre centre(int agents, int capacity, int orders) {
        return SupportCentre.of(pair.uris(), agents, capacity, orders);
    }
}
