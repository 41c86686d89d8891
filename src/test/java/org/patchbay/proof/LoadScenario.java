package org.patchbay.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.patchbay.proof.SupportCentre.Agent;
import org.patchbay.testing.Patience;

/** A rush hour: threads that open tickets, and all agents of a centre resolving theirs. */
final class LoadScenario implements AutoCloseable {

    /** The pause of an agent who found nothing new. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final SupportCentre centre;
    private final Duration work;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, Instant> opened = new ConcurrentHashMap<>();
    private final Set<Long> resolved = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean over;

    /** @param work how long an agent needs for a ticket */
    LoadScenario(SupportCentre centre, Duration work) {
        this.centre = centre;
        this.work = work;
    }

    LoadScenario agentsWork() {
        centre.agents().forEach(agent -> run(() -> work(agent)));
        return this;
    }

    LoadScenario open(int openers, int each) {
        for (int i = 0; i < openers; i++) {
            run(() -> {
                for (int j = 0; j < each; j++) {
                    opened.put(centre.open(), Instant.now());
                }
            });
        }
        return this;
    }

    /** Returns when this many tickets are resolved; a fault can then hit the rest. */
    LoadScenario awaitResolved(int count) {
        Patience.await().until(this::resolvedOrFailed, resolvedNow -> resolvedNow >= count);
        return this;
    }

    private int resolvedOrFailed() {
        if (failure.get() != null) {
            throw new AssertionError("A thread of the rush failed", failure.get());
        }
        return resolved.size();
    }

    /** When the opening of each of so many tickets was answered. */
    Map<Long, Instant> opened(int count) {
        return Patience.await().until(() -> opened, answered -> answered.size() == count);
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        Patience.await().until(threads::isTerminated);
    }

    private void work(Agent agent) {
        int lastSeen = 0;
        while (!over) {
            var events = agent.client().get("/me/events?after=" + lastSeen).body();
            for (var event : events) {
                lastSeen = event.path("id").asInt();
                if (event.path("type").asText().equals("ASSIGNED")) {
                    Patience.pause(work);
                    resolve(agent, event.path("ticketId").asLong());
                }
            }
            if (events.isEmpty()) {
                Patience.pause(LOOK_AGAIN);
            }
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

    private void run(Runnable task) {
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
}
