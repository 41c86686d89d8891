package org.patchbay.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Ear;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Store;

import com.fasterxml.jackson.databind.JsonNode;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is done on one replica is heard on the other: soon, once, in the same order; also when one of them dies. */
class FeedIT {

    private static final Duration SOON = Duration.ofSeconds(1);

    private static final int GOING_AWAY = 1001;

    private static Replica left;
    private static Replica right;

    @BeforeAll
    static void startTwoReplicas() throws InterruptedException {
        Replicas.cleanDatabase();
        left = Replica.start("feed-left", Map.of());
        right = Replica.start("feed-right", Map.of());
        left.awaitReady();
        right.awaitReady();
    }

    @AfterAll
    static void stop() {
        left.close();
        right.close();
    }

    @Test
    void whatIsDoneOnOneReplicaIsHeardOnTheOtherWithinASecond() {
        var centre = Centre.of(List.of(left.uri()), 1, 1, 20);
        try (var page = Ear.open(right.uri(), token(), null)) {
            for (int i = 0; i < 20; i++) {
                long ticket = centre.open();
                var answered = Instant.now();
                await().pollInterval(5, MILLISECONDS)
                        .until(() -> !page.typesOf(ticket).isEmpty());
                var took = Duration.between(answered, Instant.now());
                assertTrue(took.compareTo(SOON) < 0, "it was heard after " + took);
            }
        }
    }

    @Test
    void pagesOfBothReplicasHearARushOnceAndInOneOrder() throws Exception {
        int tickets = 16 * 20;
        var centre = Centre.of(List.of(left.uri(), right.uri()), 32, 1, tickets);
        try (var one = Ear.open(left.uri(), token(), null);
                var other = Ear.open(right.uri(), token(), null)) {
            centre.everybodyIs("AVAILABLE");
            try (var rush = new Rush(centre, Duration.ofMillis(5)).agentsWork()) {
                rush.open(16, 20).awaitResolved(tickets);
            }
            long last = settled();
            await().atMost(10, SECONDS).until(() -> one.lastNumber() == last && other.lastNumber() == last);
            for (var page : List.of(one, other)) {
                long first = page.greeting().path("number").asLong();
                assertEquals(
                        LongStream.rangeClosed(first + 1, last).boxed().toList(),
                        page.events().stream().map(FeedIT::number).toList());
            }
            var lines = Store.list(
                    "select ticket_id, type from ticket_event", row -> row.getLong(1) + " " + row.getString(2));
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
        var victim = Replica.start("feed-victim", Map.of()).awaitReady();
        var centre = Centre.of(List.of(victim.uri()), 1, 1, 30);
        try (var page = Ear.open(left.uri(), token(), null)) {
            var opened = new ArrayList<Long>();
            for (int i = 0; i < 30; i++) {
                opened.add(centre.open());
            }
            victim.kill();
            await().atMost(5, SECONDS).until(() -> opened.stream()
                    .allMatch(ticket -> page.typesOf(ticket).contains("OPENED")));
            opened.forEach(ticket -> assertEquals(List.of("OPENED"), page.typesOf(ticket)));
        } finally {
            victim.close();
        }
    }

    @Test
    void aReplicaThatEndsSendsItsPagesAwayAndIsNotHeldUpByThem() throws Exception {
        try (var leaving = Replica.start("feed-leaving", Map.of()).awaitReady();
                var page = Ear.open(leaving.uri(), token(), null)) {
            leaving.terminate();
            await().atMost(5, SECONDS).until(() -> page.closed() == GOING_AWAY);
            leaving.awaitExit(Duration.ofSeconds(10));
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

    /** The last number, when nothing happens any more. */
    private static long settled() throws InterruptedException {
        long before = -1;
        for (long now = present(left); now != before; now = present(left)) {
            before = now;
            Thread.sleep(500);
        }
        return before;
    }

    /** The present number, as a page hears it first. */
    private static long present(Replica replica) {
        try (var page = Ear.open(replica.uri(), token(), null)) {
            return number(page.greeting());
        }
    }

    private static long number(JsonNode event) {
        return event.path("number").asLong();
    }

    private static String token() {
        return left.client()
                .post("/auth/token", Map.of("username", "admin", "password", Centre.PASSWORD))
                .body()
                .path("accessToken")
                .asText();
    }
}
