package org.patchbay.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.proof.SupportCentre.Agent;
import org.patchbay.testing.Client;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How evenly queues serve their agents in the long run, with two replicas: {@link SeatsIT} cannot see this in a few
 * tickets.
 */
class DistributionIT {

    private static final int AGENTS = 8;
    private static final int OPENERS = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Pair pair;
    private static SupportCentre centre;
    private static Client admin;
    private static long skill;
    private static long customer;
    private static int count;

    @BeforeAll
    static void openTheCentre() {
        pair = Pair.fresh();
        centre = SupportCentre.of(pair.uris(), AGENTS, 1, 0);
        admin = centre.admin();
        skill = made("/skills", Map.of("name", "French"));
        customer = TestDatabase.count("select min(id) from customer");
    }

    /**
     * Within one in any window of claims that come one after the other, by either replica, and across their restart.
     */
    @Test
    void roundRobinGoesOnWhereItWasAfterARestart() {
        long queue = queue("ROUND_ROBIN", 100);
        var random = new Random(1);
        var held = new ArrayList<Long>();
        for (int i = 0; i < Size.SEQUENCE; i++) {
            if (i == Size.SEQUENCE / 2 - 1) {
                pair.restart();
                admin = new Client(pair.uris()).signedIn("admin", SupportCentre.PASSWORD);
            }
            long ticket = opened(queue);
            awaitHeld(ticket);
            held.add(ticket);
            if (random.nextBoolean()) {
                resolve(held.remove(random.nextInt(held.size())));
            }
        }
        assertFairWithin(1, served(queue));
    }

    /**
     * One more for each concurrent claim: an agent who is being given something is passed over, and agents who are
     * served at the same time may change places.
     */
    @Test
    void roundRobinIsFairInAnyWindowWhileManyOpenAndResolveAtOnce() throws Exception {
        long queue = queue("ROUND_ROBIN", 100);
        inParallel(OPENERS, opener -> () -> {
            var random = new Random(opener);
            var held = new ArrayList<Long>();
            for (int i = 0; i < Size.CONTENTION; i++) {
                long ticket = opened(queue);
                held.add(ticket);
                if (random.nextInt(3) > 0) {
                    long done = held.remove(random.nextInt(held.size()));
                    awaitHeld(done);
                    resolve(done);
                }
            }
            return null;
        });
        Patience.await().until(() -> served(queue).size() == OPENERS * Size.CONTENTION);
        var served = served(queue);
        for (int i = 1; i < served.size(); i++) {
            assertNotEquals(served.get(i - 1), served.get(i), () -> "twice in a row: " + served);
        }
        assertFairWithin(1 + OPENERS, served);
    }

    /** As many tickets at once as the agents but some can hold, each held for a random time. */
    @ParameterizedTest
    @ValueSource(strings = {"LONGEST_IDLE", "ROUND_ROBIN", "LEAST_LOADED"})
    void eachAgentGetsTheirShareOfRandomWork(String distribution) {
        long queue = queue(distribution, 1);
        int tickets = Size.SHARES;
        var random = new Random(7);
        record Work(long ticket, int until) {}
        var busy = new PriorityQueue<Work>((one, other) -> one.until() - other.until());
        for (int now = 0; now < tickets; now++) {
            while (busy.size() == AGENTS - 1 || !busy.isEmpty() && busy.peek().until() <= now) {
                resolve(busy.remove().ticket());
            }
            long ticket = opened(queue);
            awaitHeld(ticket);
            busy.add(new Work(ticket, now + 1 + random.nextInt(AGENTS)));
        }
        var served = served(queue);
        assertEquals(tickets, served.size());
        double mean = (double) tickets / AGENTS;
        double sigma = Math.sqrt(mean * (1 - 1.0 / AGENTS));
        var shares = centre.agents().stream()
                .map(agent -> Collections.frequency(served, agent.id()))
                .toList();
        shares.forEach(share ->
                assertTrue(Math.abs(share - mean) < 3 * sigma, () -> distribution + " gave the agents " + shares));
    }

    /** With any history: two agents of each tier or level, and never more at work than the better half can hold. */
    @ParameterizedTest
    @ValueSource(strings = {"RANKED", "BEST_SKILLED"})
    void thePreferredGetAllWhileTheyAreFree(String distribution) {
        long queue = queue(distribution, 1);
        var random = new Random(3);
        var held = new ArrayList<Long>();
        for (int i = 0; i < Size.SEQUENCE; i++) {
            while (held.size() == AGENTS / 2 || !held.isEmpty() && random.nextInt(3) == 0) {
                resolve(held.remove(random.nextInt(held.size())));
            }
            int best = bestOfTheFree();
            long ticket = opened(queue);
            held.add(ticket);
            assertEquals(best, tierOf(awaitHeld(ticket)), "tier of ticket " + ticket + " in " + distribution);
        }
    }

    /** The best tier among the free agents, which a ticket that comes now must go to. */
    private static int bestOfTheFree() {
        return TestDatabase.list("select id from agent where load_units < capacity", row -> row.getLong(1)).stream()
                .mapToInt(DistributionIT::tierOf)
                .min()
                .orElseThrow();
    }

    private static int tierOf(long agent) {
        return tier(centre.agents().stream().map(Agent::id).toList().indexOf(agent));
    }

    /** The tier of the agent of this index: two agents each. */
    private static int tier(int agent) {
        return 1 + agent / 2;
    }

    /** In any window of this sequence, the counts of any two agents differ by at most so many. */
    private static void assertFairWithin(int most, List<Long> served) {
        assertTrue(unfairness(served) <= most, () -> "fair within " + unfairness(served) + " only: " + served);
    }

    /**
     * The largest difference between the counts of two agents in a window, which is the span of the walk of their
     * difference.
     */
    private static int unfairness(List<Long> served) {
        int worst = 0;
        for (var one : centre.agents()) {
            for (var other : centre.agents()) {
                int difference = 0;
                int least = 0;
                for (long agent : served) {
                    difference += (agent == one.id() ? 1 : 0) - (agent == other.id() ? 1 : 0);
                    least = Math.min(least, difference);
                    worst = Math.max(worst, difference - least);
                }
            }
        }
        return worst;
    }

    /** The agents to whom the queue gave its tickets, in order. */
    private static List<Long> served(long queue) {
        return TestDatabase.list(
                "select a.agent_id from assignment a join ticket t on t.id = a.ticket_id where t.queue_id = " + queue
                        + " order by a.id",
                row -> row.getLong(1));
    }

    private static void inParallel(int threads, Function<Integer, Callable<Void>> work) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, threads)
                    .mapToObj(work::apply)
                    .map(executor::submit)
                    .toList();
            for (var thread : running) {
                thread.get();
            }
        }
    }

    /** A queue that all agents serve, each of whom can hold so many tickets, and holds none. */
    private static long queue(String distribution, int capacity) {
        sendEverybodyHome();
        long queue = made("/queues", Map.of("name", distribution + count++, "distribution", distribution));
        var members = new ArrayList<Map<String, Long>>();
        for (int i = 0; i < AGENTS; i++) {
            long agent = centre.agents().get(i).id();
            put("/agents/" + agent, Map.of("name", "Agent " + i, "capacity", capacity));
            put("/agents/" + agent + "/skills", List.of(Map.of("skillId", skill, "level", 10 - tier(i))));
            members.add(Map.of("agentId", agent, "tier", (long) tier(i)));
        }
        put("/queues/" + queue + "/members", members);
        // The best last, so that no agent is preferred for having come first.
        for (var agent : centre.agents().reversed()) {
            put("/agents/" + agent.id() + "/presence", Map.of("presence", "AVAILABLE"));
        }
        return queue;
    }

    private static void sendEverybodyHome() {
        for (var agent : centre.agents()) {
            put("/agents/" + agent.id() + "/presence", Map.of("presence", "OFFLINE"));
        }
        TestDatabase.list("select id from ticket where status in ('OPEN', 'IN_PROGRESS')", row -> row.getLong(1))
                .forEach(ticket -> admin.post("/tickets/" + ticket + "/cancel", JSON.createObjectNode()));
    }

    private static long opened(long queue) {
        return made(
                "/tickets",
                Map.of(
                        "channel",
                        "WORK_ITEM",
                        "customerId",
                        customer,
                        "queueId",
                        queue,
                        "requiredSkills",
                        List.of(Map.of("skillId", skill, "level", 1))));
    }

    private static long awaitHeld(long ticket) {
        return Patience.await().until(() -> holder(ticket), holder -> holder > 0);
    }

    private static long holder(long ticket) {
        var view = admin.get("/tickets/" + ticket).body();
        return view.path("status").asText().equals("IN_PROGRESS")
                ? view.path("agentId").asLong()
                : 0;
    }

    private static void resolve(long ticket) {
        assertEquals(
                200,
                admin.post("/tickets/" + ticket + "/resolve", JSON.createObjectNode())
                        .status());
    }

    private static long made(String path, Object body) {
        var answer = admin.post(path, JSON.valueToTree(body));
        assertEquals(201, answer.status(), () -> path + " was answered with " + answer);
        return answer.body().path("id").asLong();
    }

    private static void put(String path, Object body) {
        var answer = admin.put(path, JSON.valueToTree(body));
        assertEquals(200, answer.status(), () -> path + " was answered with " + answer);
    }
}
