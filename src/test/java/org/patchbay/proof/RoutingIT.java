package org.patchbay.proof;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Queues of every distribution, skills that are relaxed, offers, limits and capacities, while everything changes and a
 * replica is killed; then what the database remembers is held against a plain model.
 *
 * <p>Not checked: whether the agent was the first in the order of the queue, the ticket the most urgent, and the agent
 * AVAILABLE, because what they were at that moment is not recorded; target agents, overflow and other deadlines, and groups
 * that are isolated, because nothing here has them. When abilities changed is known to the length of a request.
 */
class RoutingIT {

    private static final Duration NOT_AGAIN = Duration.ofSeconds(4);
    /** A claim looks before it notes its time, within one transaction. */
    private static final Duration CLAIM = Duration.ofSeconds(1);

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(20);
    private static final Map<String, String> SETTINGS =
            Map.of("patchbay.assignment.sweep-every", "2s", "patchbay.assignment.not-again-for", NOT_AGAIN.toString());

    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final List<URI> addresses = new CopyOnWriteArrayList<>();

    /** One agent with one ticket, as it was. */
    private record Held(long ticket, long agent, String status, Instant from, Instant to, boolean chosen) {}

    @BeforeAll
    static void clean() throws InterruptedException {
        Replicas.cleanDatabase();
    }

    @AfterEach
    void stopReplicas() {
        replicas.forEach(Replica::terminate);
        replicas.forEach(Replica::close);
    }

    @Test
    void whateverHappensEveryTicketGoesToWhoMayHaveItAndNoneWaitsInVain() throws Exception {
        start("left");
        start("right");
        var floor = new Floor(addresses, new Random(20));
        try (var shift = Shift.begin(floor)) {
            Thread.sleep(9_000);
            replicas.getFirst().kill();
            Thread.sleep(3_000);
            start("again");
            Thread.sleep(9_000);
        }
        settle(floor);
        long tickets = Store.count("select count(*) from ticket");
        assertTrue(tickets > 100, "only " + tickets + " tickets were opened");
        for (var status : List.of("COMPLETED", "DECLINED", "EXPIRED", "RELEASED")) {
            assertTrue(
                    Store.count("select count(*) from assignment where status = '" + status + "'") > 0,
                    "nothing was " + status);
        }
        Proof.noAgentEverHeldMoreThanTheirCapacity();
        var history = history();
        noTicketWasHeldByTwo(history);
        nobodyWasAskedAgainTooSoon(history);
        everybodyMightHaveWhatTheyGot(history, floor);
    }

    /** Takes what is offered until nothing changes any more: then no ticket waits although somebody could take it. */
    private static void settle(Floor floor) throws InterruptedException {
        var reference = new Reference(NOT_AGAIN);
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        var inVain = List.of("not looked yet");
        while (!inVain.isEmpty() && System.nanoTime() < deadline) {
            for (var agent : floor.agents()) {
                for (var offer : agent.client().get("/offers").body().path("items")) {
                    agent.client().post("/offers/" + offer.path("id").asLong() + "/accept", null);
                }
            }
            inVain = reference.waitingInVain();
            Thread.sleep(200);
        }
        assertEquals(List.of(), inVain);
    }

    /** What was claimed, in order; and whether a supervisor chose, which the history of the ticket says. */
    private static Map<Long, List<Held>> history() {
        var events = Store.list(
                        "select ticket_id, actor_id is not null from ticket_event where type in ('ASSIGNED', 'OFFERED')"
                                + " order by ticket_id, id",
                        row -> Map.entry(row.getLong(1), row.getBoolean(2)))
                .iterator();
        return Store.list(
                        "select ticket_id, agent_id, status, assigned_at, ended_at from assignment order by ticket_id, id",
                        row -> {
                            var event = events.next();
                            assertEquals(row.getLong(1), event.getKey(), "each assignment has its line of history");
                            var ended = row.getTimestamp(5);
                            return new Held(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getTimestamp(4).toInstant(),
                                    ended == null ? Instant.MAX : ended.toInstant(),
                                    event.getValue());
                        })
                .stream()
                .collect(Collectors.groupingBy(Held::ticket));
    }

    private static void noTicketWasHeldByTwo(Map<Long, List<Held>> history) {
        assertEquals(
                0,
                Store.count("select count(*) from (select ticket_id from assignment where ended_at is null"
                        + " group by ticket_id having count(*) > 1) twice"));
        history.values().forEach(held -> {
            for (int i = 1; i < held.size(); i++) {
                assertTrue(!held.get(i).from().isBefore(held.get(i - 1).to()), held.get(i - 1) + " and " + held.get(i));
            }
        });
    }

    private static void nobodyWasAskedAgainTooSoon(Map<Long, List<Held>> history) {
        history.values().forEach(held -> {
            var refusedAt = new HashMap<Long, Instant>();
            for (var claim : held) {
                var refused = refusedAt.get(claim.agent());
                assertTrue(
                        claim.chosen() || refused == null || !claim.from().isBefore(refused.plus(NOT_AGAIN)),
                        claim + " after a refusal at " + refused);
                if (List.of("DECLINED", "EXPIRED").contains(claim.status())) {
                    refusedAt.put(claim.agent(), claim.to());
                }
            }
        });
    }

    /** Whom a supervisor chose need not serve the queue. */
    private static void everybodyMightHaveWhatTheyGot(Map<Long, List<Held>> history, Floor floor) {
        for (var ticket : Reference.tickets("true")) {
            for (var claim : history.getOrDefault(ticket.id(), List.of())) {
                var required = ticket.requiredAt(claim.from());
                assertTrue(
                        claim.chosen()
                                || floor.between(claim.from().minus(CLAIM), claim.from()).stream()
                                        .anyMatch(then -> then.meet(claim.agent(), ticket.queue(), required)),
                        claim + " although it required " + required + " of queue " + ticket.queue());
            }
        }
    }

    private void start(String name) throws InterruptedException {
        var replica = Replica.start("routing-" + name, SETTINGS);
        replicas.add(replica);
        addresses.add(replica.awaitReady().uri());
    }
}
