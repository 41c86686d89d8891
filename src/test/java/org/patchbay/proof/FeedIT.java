package org.patchbay.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.FeedClient;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Events of one replica are heard on the other: once, in the same order; also when one of them dies. */
class FeedIT {

    private static final int TICKETS = 16 * Size.RUSH;

    private static Pair pair;

    @BeforeAll
    static void open() {
        pair = Pair.fresh();
    }

    @Test
    void whatIsDoneOnOneReplicaIsHeardOnTheOtherBeforeAnythingElseHappens() {
        var centre = SupportCentre.of(List.of(pair.left().uri()), 1, 1, 20);
        try (var page = FeedClient.open(pair.right().uri(), token(), null)) {
            var opened = new ArrayList<Long>();
            for (int i = 0; i < 20; i++) {
                long ticket = centre.open();
                opened.add(ticket);
                Patience.await().until(() -> !page.typesOf(ticket).isEmpty());
            }
            assertEquals(
                    opened,
                    page.events().stream()
                            .filter(event -> event.has("ticketId"))
                            .map(event -> event.path("ticketId").asLong())
                            .toList());
        }
    }

    @Test
    void pagesOfBothReplicasHearARushOnceAndInOneOrder() throws Exception {
        var centre = SupportCentre.of(pair.uris(), 32, 1, TICKETS);
        try (var one = FeedClient.open(pair.left().uri(), token(), null);
                var other = FeedClient.open(pair.right().uri(), token(), null)) {
            centre.everybodyIs("AVAILABLE");
            try (var scenario = new LoadScenario(centre, Duration.ofMillis(5)).agentsWork()) {
                scenario.open(16, Size.RUSH).awaitResolved(TICKETS);
            }
            long last = lastNumber();
            Patience.await().until(() -> one.lastNumber() == last && other.lastNumber() == last);
            for (var page : List.of(one, other)) {
                long first = page.greeting().path("number").asLong();
                assertEquals(
                        LongStream.rangeClosed(first + 1, last).boxed().toList(),
                        page.events().stream().map(FeedIT::number).toList());
            }
            var lines = TestDatabase.list(
                    "select ticket_id, type from event where ticket_id is not null",
                    row -> row.getLong(1) + " " + row.getString(2));
            var heard = one.events().stream()
                    .filter(event -> event.has("ticketId"))
                    .map(event -> event.path("ticketId").asLong() + " "
                            + event.path("type").asText())
                    .toList();
            assertEquals(lines.size(), heard.size());
            assertEquals(new HashSet<>(lines), new HashSet<>(heard));
            eachTicketIsOpenedThenAssignedThenResolved(one.events());
        }
    }

    @Test
    void whatAReplicaDidBeforeItWasKilledIsToldByTheOther() throws Exception {
        var victim = pair.startOther("victim", Map.of()).awaitReady();
        var centre = SupportCentre.of(List.of(victim.uri()), 1, 1, 30);
        try (var page = FeedClient.open(pair.left().uri(), token(), null)) {
            var opened = new ArrayList<Long>();
            for (int i = 0; i < 30; i++) {
                opened.add(centre.open());
            }
            victim.kill();
            Patience.await().until(() -> opened.stream()
                    .allMatch(ticket -> page.typesOf(ticket).contains("OPENED")));
            opened.forEach(ticket -> assertEquals(List.of("OPENED"), page.typesOf(ticket)));
        } finally {
            victim.close();
        }
    }

    private static void eachTicketIsOpenedThenAssignedThenResolved(List<JsonNode> events) {
        var next = Map.of("OPENED", "ASSIGNED", "ASSIGNED", "RESOLVED");
        var expected = new HashMap<Long, String>();
        for (var event : events) {
            if (event.has("ticketId")) {
                var type = event.path("type").asText();
                assertEquals(expected.getOrDefault(event.path("ticketId").asLong(), "OPENED"), type);
                expected.put(event.path("ticketId").asLong(), next.getOrDefault(type, "nothing"));
            }
        }
    }

    private static long lastNumber() {
        return TestDatabase.count(
                "select last_number from feed where organisation_id = (select min(organisation_id) from agent)");
    }

    private static long number(JsonNode event) {
        return event.path("number").asLong();
    }

    private static String token() {
        return pair.left()
                .client()
                .post("/auth/token", Map.of("username", "admin", "password", SupportCentre.PASSWORD))
                .body()
                .path("accessToken")
                .asText();
    }
}
