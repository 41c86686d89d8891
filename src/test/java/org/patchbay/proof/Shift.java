package org.patchbay.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.patchbay.proof.Centre.Agent;
import org.patchbay.testing.Patience;

import com.fasterxml.jackson.databind.JsonNode;

import static org.patchbay.proof.Floor.any;

/** Everybody at work at random: what each draws is the same in every run, when they draw it is not. */
final class Shift implements AutoCloseable {

    private static final int OPENERS = 3;

    /** One offer in so many is left to expire. */
    private static final int FORGOTTEN = 6;

    private final Floor floor;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final long deadlocks = Proof.deadlocks();
    private long habits;
    private volatile boolean lull;
    private volatile boolean over;

    /** Something that somebody does again and again. */
    @FunctionalInterface
    private interface Habit {
        void once(Random lot);
    }

    private Shift(Floor floor) {
        this.floor = floor;
    }

    static Shift begin(Floor floor) {
        var shift = new Shift(floor);
        for (int i = 0; i < OPENERS; i++) {
            shift.every(60, shift::open);
        }
        shift.every(2_500, lot -> shift.lull = !shift.lull);
        floor.agents().forEach(agent -> shift.every(300, lot -> shift.work(agent, lot)));
        shift.every(200, shift::present);
        shift.every(400, lot -> floor.drawAnew());
        shift.every(200, shift::supervise);
        return shift;
    }

    /** @throws AssertionError where somebody was answered otherwise than they may be, or two waited for each other */
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

    /** Now more than the agents can do, now nothing, so that now tickets wait and now agents. */
    private void open(Random lot) {
        if (!lull) {
            floor.open(lot);
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
        expect(floor.admin()
                .put("/agents/" + any(floor.agents(), lot).id() + "/presence", Map.of("presence", presence))
                .status());
    }

    private void supervise(Random lot) {
        var status = any(List.of("OPEN", "OFFERED", "IN_PROGRESS", "PENDING"), lot);
        var tickets =
                floor.admin().get("/tickets?limit=20&status=" + status).body().path("items");
        if (tickets.isEmpty()) {
            return;
        }
        var path = "/tickets/"
                + tickets.get(lot.nextInt(tickets.size())).path("id").asLong();
        if (status.equals("PENDING")) {
            expect(floor.admin().post(path + "/resume", null).status());
            return;
        }
        switch (lot.nextInt(3)) {
            case 0 ->
                expect(floor.admin()
                        .post(
                                path + "/assign",
                                Map.of("agentId", any(floor.agents(), lot).id()))
                        .status());
            case 1 -> expect(floor.admin().post(path + "/release", null).status());
            default ->
                expect(floor.admin()
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

    /** What somebody else did before is refused. */
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
