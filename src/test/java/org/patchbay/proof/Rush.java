package org.patchbay.proof;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.patchbay.proof.Centre.Agent;

/** A rush hour: threads that open tickets, and all agents of a centre resolving what they are given. */
final class Rush implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Centre centre;
    private final Duration work;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Long> opened = ConcurrentHashMap.newKeySet();
    private final Set<Long> resolved = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean over;

    /** @param work how long an agent needs for a ticket */
    Rush(Centre centre, Duration work) {
        this.centre = centre;
        this.work = work;
    }

    Rush agentsWork() {
        centre.agents().forEach(agent -> run(() -> work(agent)));
        return this;
    }

    Rush open(int openers, int each) {
        for (int i = 0; i < openers; i++) {
            run(() -> {
                for (int j = 0; j < each; j++) {
                    opened.add(centre.open());
                }
            });
        }
        return this;
    }

    /** Returns when this many tickets are resolved; a fault can then hit the rest. */
    Rush awaitResolved(int count) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (resolved.size() < count) {
            if (failure.get() != null) {
                throw new AssertionError("A thread of the rush failed", failure.get());
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Of %d tickets opened %d were resolved in time".formatted(opened.size(), resolved.size()));
            }
            Thread.sleep(10);
        }
        return this;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Agent agent) throws InterruptedException {
        var lastSeen = new AtomicInteger();
        while (!over) {
            var events =
                    agent.client().get("/me/events?after=" + lastSeen.get()).body();
            for (var event : events) {
                lastSeen.set(event.path("id").asInt());
                if (event.path("type").asText().equals("ASSIGNED")) {
                    Thread.sleep(work);
                    resolve(agent, event.path("ticketId").asLong());
                }
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private void resolve(Agent agent, long ticket) {
        var answer = agent.client().post("/tickets/" + ticket + "/resolve", Map.of("note", "done"));
        // A repetition after a lost answer finds it resolved.
        boolean already = answer.status() == 409
                && answer.body().path("currentStatus").asText().equals("RESOLVED");
        if (answer.status() != 200 && !already) {
            throw new AssertionError("Resolving ticket " + ticket + " was answered with " + answer);
        }
        resolved.add(ticket);
    }

    private void run(Task task) {
        threads.execute(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                if (!over) {
                    failure.compareAndSet(null, e);
                }
            }
        });
    }

    /** What a thread does. */
    @FunctionalInterface
    private interface Task {
        void run() throws Exception;
    }
}
