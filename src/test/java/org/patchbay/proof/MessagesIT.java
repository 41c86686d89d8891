package org.patchbay.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Messages over the broker do no harm, with any content, and any number of times. Nothing sweeps. */
class MessagesIT {

    private static final int TICKETS = 40;

    private static Pair pair;

    @BeforeAll
    static void open() {
        pair = Pair.fresh();
    }

    @Test
    void messagesThatComeTwiceAndInReverseDoNoHarm() {
        var centre = SupportCentre.of(pair.uris(), TICKETS, 1, 0);
        centre.everybodyIs("AVAILABLE");
        // Nothing of ours arrives: only the messages below can assign.
        pair.outgoing().cut();
        try (var requests = new Requests();
                var scenario = new LoadScenario(centre, Duration.ZERO).agentsWork()) {
            openedBeforeAnybodyServesThem(centre);
            assertEquals(0, TestDatabase.count("select count(*) from assignment"), "assigned before any message came");
            requests.send(twiceAndInReverse());
            scenario.awaitResolved(TICKETS);
        } finally {
            pair.outgoing().restore();
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(TICKETS);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    /** Opening a ticket, or becoming free, would find a match by itself. */
    private static void openedBeforeAnybodyServesThem(SupportCentre centre) {
        long queue = centre.admin()
                .post("/queues", Map.of("name", "New", "distribution", "LONGEST_IDLE"))
                .as(201)
                .id();
        var ticket = Map.of(
                "channel",
                "WORK_ITEM",
                "customerId",
                TestDatabase.count("select min(id) from customer"),
                "queueId",
                queue);
        for (int i = 0; i < TICKETS; i++) {
            centre.admin().post("/tickets", ticket).as(201);
        }
        var members = centre.agents().stream()
                .map(agent -> Map.of("agentId", agent.id(), "tier", 1))
                .toList();
        centre.admin().put("/queues/" + queue + "/members", members).as(200);
    }

    private static List<String> twiceAndInReverse() {
        return TestDatabase.list(
                        "select organisation_id, id from ticket order by id desc",
                        row -> "{\"organisationId\":%d,\"ticketId\":%d,\"sentAt\":\"2026-11-20T12:00:00Z\"}"
                                .formatted(row.getLong(1), row.getLong(2)))
                .stream()
                .flatMap(message -> Stream.of(message, message))
                .toList();
    }

    @Test
    void poisonedMessagesEndInTheDeadLettersAndHoldNothingUp() {
        var mark = "poison-" + UUID.randomUUID();
        var centre = SupportCentre.of(pair.uris(), 1, 1, 1);
        centre.everybodyIs("AVAILABLE");
        double failedBefore = failedDeliveries();
        try (var requests = new Requests()) {
            requests.send(
                    List.of(mark + " is not JSON", "{\"organisationId\":\"" + mark + "\"}", "[\"" + mark + "\"]"));
            requests.sendBytes((mark + "\u0000\u0001").getBytes(StandardCharsets.UTF_8));
            try (var scenario = new LoadScenario(centre, Duration.ZERO).agentsWork()) {
                scenario.open(1, 1).awaitResolved(1);
            }
            var letters = requests.deadLettersWith(mark, 4);
            assertEquals(4, letters.size(), "dead letters: " + letters);
        }
        assertTrue(failedDeliveries() >= failedBefore + 4, "failed deliveries are counted");
        assertTrue(
                pair.both().stream().anyMatch(replica -> replica.log().contains(mark)), "a log line names the message");
    }

    private static double failedDeliveries() {
        return Metrics.sum(pair.both(), "patchbay_assignment_requests_failed_total");
    }
}
