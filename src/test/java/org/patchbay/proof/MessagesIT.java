package org.patchbay.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever comes over the broker, and however often, does no harm. Nobody sweeps. */
class MessagesIT {

    private static final int TICKETS = 40;

    private static Pair pair;

    @BeforeAll
    static void open() {
        pair = Pair.fresh();
    }

    @Test
    void messagesThatComeTwiceAndInReverseDoNoHarm() {
        // Nothing of ours arrives before the end: only the messages below can assign.
        pair.outgoing().cut();
        var centre = Centre.of(pair.uris(), TICKETS, 1, TICKETS);
        for (int i = 0; i < TICKETS; i++) {
            centre.open();
        }
        centre.everybodyIs("AVAILABLE");
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
            rush.awaitResolved(TICKETS);
        } finally {
            pair.outgoing().restore();
        }
        Proof.everyTicketWasAssignedExactlyOnceAndResolved(TICKETS);
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Test
    void poisonedMessagesEndInTheDeadLettersAndHoldNothingUp() {
        var mark = "poison-" + System.nanoTime();
        var centre = Centre.of(pair.uris(), 1, 1, 1);
        centre.everybodyIs("AVAILABLE");
        double failedBefore = failedDeliveries();
        try (var requests = new Requests()) {
            requests.send(
                    List.of(mark + " is not JSON", "{\"organisationId\":\"" + mark + "\"}", "[\"" + mark + "\"]"));
            requests.sendBytes((mark + "\u0000\u0001").getBytes(StandardCharsets.UTF_8));
            try (var rush = new Rush(centre, Duration.ZERO).agentsWork()) {
                rush.open(1, 1).awaitResolved(1);
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
