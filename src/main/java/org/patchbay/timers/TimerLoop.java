package org.patchbay.timers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.Able;
import org.patchbay.shared.Shutdown;
import org.patchbay.shared.Shutdown.Work;
import org.patchbay.timers.Timer.Candidate;

import io.quarkus.logging.Log;

/**
 * Looks for due timers until the replica stops, and has a few workers fire them. Any number of replicas do so at once:
 * each reads the same timers, and the first one to lock a timer fires it. Not {@code @Scheduled}, which ticks once a
 * second at most.
 */
@ApplicationScoped
class TimerLoop {

    private static final int BATCH = 200;

    private final Firing firing;
    private final Duration pollEvery;
    private final Shutdown shutdown;
    private final Semaphore idleWorkers;
    private final ExecutorService workers;
    private final AtomicBoolean troubled = new AtomicBoolean();

    TimerLoop(Firing firing, TimersConfig config, Shutdown shutdown) {
        this.firing = firing;
        this.pollEvery = config.pollEvery();
        this.shutdown = shutdown;
        idleWorkers = new Semaphore(config.workers());
        workers = Executors.newFixedThreadPool(
                config.workers(),
                Thread.ofPlatform().daemon().name("timer-worker-", 1).factory());
    }

    void start(@Observes Able event) {
        Thread.ofPlatform().daemon().name("timers").start(this::run);
    }

    private void run() {
        try {
            long next = System.nanoTime();
            while (!shutdown.hasBegunWithin(next - System.nanoTime())) {
                next = System.nanoTime() + pollEvery.toNanos();
                if (look()) {
                    next = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdown();
        }
    }

    /** @return whether there may be more */
    private boolean look() throws InterruptedException {
        if (!shutdown.begin(Work.TIMERS)) {
            return false;
        }
        try {
            var batch = firing.due(BATCH);
            well();
            // Replicas that begin at different ends rarely reach for the same one.
            var timers = new ArrayList<>(batch.timers());
            Collections.shuffle(timers);
            for (var timer : timers) {
                idleWorkers.acquire();
                workers.execute(() -> fire(timer));
            }
            return batch.full();
        } catch (RuntimeException e) {
            troubled(e);
            return false;
        } finally {
            shutdown.end(Work.TIMERS);
        }
    }

    private void fire(Candidate timer) {
        try {
            shutdown.run(Work.TIMERS, () -> firing.fire(timer));
        } catch (RuntimeException e) {
            troubled(e);
        } finally {
            idleWorkers.release();
        }
    }

    /** Mostly the database is away. Logged once, not five times a second. */
    private void troubled(RuntimeException e) {
        if (!shutdown.hasBegun() && troubled.compareAndSet(false, true)) {
            Log.errorf(e, "Timers paused: they are looked for every %s", pollEvery);
        }
    }

    private void well() {
        if (troubled.compareAndSet(true, false)) {
            Log.info("Timers resumed");
        }
    }
}
