package org.patchbay.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.patchbay.proof.SupportCentre.Agent;
import org.patchbay.testing.Patience;

import com.fasterxml.jackson.databind.JsonNode;

import static org.patchbay.proof.QueueMix.any;

/** Everybody at work at random: the draws of each are the same in every run, their times are not. */
final class RandomWorkload implements AutoCloseable {

    private static final int OPENERS = 3;

    /** One offer in so many is left to expire. */
    private static final int FORGOTTEN = 6;

    private final QueueMix mix;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final long deadlocks = Proof.deadlocks();
    private long habits;
    private volatile boolean lull;
    private volatile boolean over;

    /** A repeated activity. */
    @FunctionalInterface
    private interface Habit {
        void once(Random lot);
    }

    private RandomWorkload(QueueMix mix) {
        this.mix = mix;
    }

    static RandomWorkload begin(QueueMix mix) {
        var workload = new RandomWorkload(mix);
        for (int i = 0; i < OPENERS; i++) {
            workload.every(60, workload::open);
        }
        workload.every(2_500, lot -> workload.lull = !workload.lull);
        mix.agents().forEach(agent -> workload.every(300, lot -> workload.work(agent, lot)));
        workload.every(200, workload::present);
        workload.every(400, lot -> mix.drawAnew());
        workload.every(200, workload::supervise);
        return workload;
    }

    /** @throws AssertionError where a response was not allowed, or two transactions waited for each other */
    @Override
    public void close() throws InterruptedException {
        over = true;
        threads.shutdown();
        Patience.await().until(threads::isTerminated);
        if (failure.get() != null) {
            throw new AssertionError("Somebody's work failed", failure.get());
        }
        Proof.hardlyAnybodyDeadlocked(deadlocks);
    }

    /** Opens now more tickets than the agents can do, now none, so that now tickets wait and now agents. */
    private void open(Random lot) {
        if (!lull) {
            mix.open(lot);
        }
    }

    /** Takes most offers, forgets some for good; resolves most tickets, and keeps some until the customer answers. */
    private void work(Agent agent, Random lot) {
        for (var offer : items(agent, "/offers")) {
            long id = offer.path("id").asLong();
            if (id % FORGOTTEN > 0) {
                ask(agent, "/offers/" + id + (lot.nextInt(4) > 0 ? "/accept" : "/decline"));
            }
        }
        for (var ticket : items(agent, "/tickets?status=IN_PROGRESS&agentId=" + agent.id())) {
            int step = lot.nextInt(10);
            if (step < 6) {
                ask(agent, "/tickets/" + ticket.path("id").asLong() + (step < 5 ? "/resolve" : "/pend"));
            }
        }
    }

    private void present(Random lot) {
        var presence = any(List.of("AVAILABLE", "AVAILABLE", "AVAILABLE", "AVAILABLE", "AWAY", "OFFLINE"), lot);
        expect(mix.admin()
                .put("/agents/" + any(mix.agents(), lot).id() + "/presence", Map.of("presence", presence))
                .status());
    }

    private void supervise(Random lot) {
        var status = any(List.of("OPEN", "OFFERED", "IN_PROGRESS", "PENDING"), lot);
        var tickets =
                mix.admin().get("/tickets?limit=20&status=" + status).body().path("items");
        if (tickets.isEmpty()) {
            return;
        }
        var path = "/tickets/"
                + tickets.get(lot.nextInt(tickets.size())).path("id").asLong();
        if (status.equals("PENDING")) {
            expect(mix.admin().post(path + "/resume", null).status());
            return;
        }
        switch (lot.nextInt(3)) {
            case 0 ->
                expect(mix.admin()
                        .post(
                                path + "/assign",
                                Map.of("agentId", any(mix.agents(), lot).id()))
                        .status());
            case 1 -> expect(mix.admin().post(path + "/release", null).status());
            default ->
                expect(mix.admin()
                        .put(path + "/priority", Map.of("priority", any(List.of("URGENT", "NORMAL", "LOW"), lot)))
                        .status());
        }
    }

    private static Iterable<JsonNode> items(Agent agent, String path) {
        return agent.client().get(path).body().path("items");
    }

    private static void ask(Agent agent, String path) {
        expect(agent.client().post(path, null).status());
    }

    /** A step that another actor was faster to take is refused. */
    private static void expect(int status) {
        if (status != 200 && status != 403 && status != 409) {
            throw new AssertionError("An answer was " + status);
        }
    }

    private void every(int millis, Habit habit) {
        var lot = new Random(habits++);
        threads.execute(() -> {
            try {
                while (!over) {
                    habit.once(lot);
                    Patience.pause(Duration.ofMillis(lot.nextInt(2 * millis)));
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        });
    }
}
