package org.patchbay.proof;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.patchbay.replay.BinaryLog;
import org.patchbay.replay.Findings;
import org.patchbay.replay.Forgery;
import org.patchbay.replay.Replay;
import org.patchbay.replay.Transaction;
import org.patchbay.testing.Patience;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Queues of every distribution, skills that are relaxed, offers, limits and capacities, while everything changes and a
 * replica is killed. Then a plain model replays the commits, and finds every decision admissible and in order.
 *
 * <p>Not checked: target agents, overflow and other deadlines, and groups that are isolated, because nothing here has
 * them; and the order of agents where a ticket was sought for an agent, because no other agent is considered then.
 */
@Order(Pair.BEFORE)
class RoutingIT {

    /** The database that the local stack logs. */
    private static final String DATABASE = "patchbay_replay";

    private static final Duration NOT_AGAIN = Duration.ofSeconds(4);
    private static final int DECISIONS = Size.DECISIONS;

    /** The decisions of the replica that is left, of all these. */
    private static final int ALONE = DECISIONS / 5;

    /** A replay reads all commits. */
    private static final Duration REPLAY_AGAIN = Duration.ofSeconds(2);

    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.datasource.jdbc.url",
            Servers.jdbcUrl(DATABASE),
            "patchbay.assignment.sweep-every",
            "2s",
            "patchbay.assignment.not-again-for",
            NOT_AGAIN.toString());

    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final List<URI> addresses = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopReplicas() {
        replicas.forEach(Replica::terminate);
        replicas.forEach(Replica::close);
    }

    @BeforeAll
    static void everythingIsLogged() {
        var missing = BinaryLog.missing();
        if (missing.isPresent()) {
            var reason = "Routing is NOT proven: a replay of its decisions needs a MySQL with " + missing.get();
            assertFalse("true".equals(System.getenv("CI")), reason);
            Logger.getLogger(RoutingIT.class).warn(reason);
            abort(reason);
        }
        // The shared replicas would take our messages, which mean another database.
        Pair.stop();
    }

    @Test
    void whateverHappensEveryDecisionIsAdmissibleAndInOrderAndNothingWaitsInVain() throws Exception {
        var log = BinaryLog.ofFresh(DATABASE);
        start("left");
        start("right");
        for (var replica : replicas) {
            addresses.add(replica.awaitReady().uri());
        }
        var mix = new QueueMix(addresses, new Random(20));
        try (var workload = RandomWorkload.begin(mix)) {
            var findings = awaitReplay(log, RoutingIT::isWorthTelling);
            replicas.getFirst().kill();
            awaitReplay(log, later -> later.decisions() >= findings.decisions() + ALONE);
        }
        settle(mix, log);
        var history = log.read();
        var findings = Replay.of(history, NOT_AGAIN);
        Logger.getLogger(RoutingIT.class).info(findings);
        assertEquals(List.of(), findings.objections());
        mostWereExact(findings);
        otherDecisionsWouldHaveBeenNoticed(history);
    }

    private static Findings awaitReplay(BinaryLog log, Predicate<Findings> condition) {
        return Patience.await().pollInterval(REPLAY_AGAIN).until(() -> Replay.of(log.read(), NOT_AGAIN), condition);
    }

    private static boolean isWorthTelling(Findings findings) {
        return findings.decisions() >= DECISIONS
                && findings.outcomes().equals(Set.of("COMPLETED", "DECLINED", "EXPIRED", "RELEASED"));
    }

    /** Otherwise the replay would prove little. */
    private static void mostWereExact(Findings findings) {
        int exact = findings.count(Findings.Order.ONLY) + findings.count(Findings.Order.FIRST);
        int beside = findings.count(Findings.Order.BESIDE);
        int near = findings.count(Findings.Order.NEAR);
        assertTrue(exact > 4 * (beside + near), "others explain too much: " + findings);
        assertTrue(near <= 2 + (exact + beside) / 50, "nothing explains too much: " + findings);
    }

    private static void otherDecisionsWouldHaveBeenNoticed(List<Transaction> history) {
        for (var forgery : Forgery.values()) {
            var findings = Replay.of(history, NOT_AGAIN, forgery);
            Logger.getLogger(RoutingIT.class).info(forgery + ": " + findings);
            assertTrue(3 * findings.wrongDecisions() > 2 * findings.decisions(), forgery + ": " + findings);
        }
    }

    /** Takes what is offered until no ticket waits although an agent could take it. */
    private static void settle(QueueMix mix, BinaryLog log) {
        Patience.await().pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            for (var agent : mix.agents()) {
                for (var offer : agent.client().get("/offers").body().path("items")) {
                    agent.client().post("/offers/" + offer.path("id").asLong() + "/accept", null);
                }
            }
            assertEquals(List.of(), Replay.waitingInVain(log.read(), NOT_AGAIN, Instant.now()));
        });
    }

    private void start(String name) {
        replicas.add(Replica.start("routing-" + name, SETTINGS));
    }
}
