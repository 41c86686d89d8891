package org.patchbay.timers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.PollingLoop;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.timers.Timer.Candidate;

/**
 * Looks for due timers, and has a few workers fire them. Every replica does: each reads the same timers, and the first
 * one to lock a timer fires it. So workers of all replicas share them, and none waits for a lease to end after a kill.
 */
@ApplicationScoped
class TimerLoop {

    private static final int BATCH = 200;

    private final Firing firing;
    private final PollingLoop loop;
    private final Shutdown shutdown;
    private final Semaphore idleWorkers;
    private final ExecutorService workers;

    TimerLoop(Firing firing, TimersConfig config, Shutdown shutdown) {
        this.firing = firing;
        this.shutdown = shutdown;
        loop = new PollingLoop(
                "Timers",
                config.pollEvery(),
                Work.TIMERS,
                shutdown,
                this::look,
                atMost -> shutdown.hasBegunWithin(atMost.toNanos()));
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
            loop.run();
        } finally {
            workers.shutdown();
        }
    }

    /** @return whether there may be more */
    private boolean look() throws InterruptedException {
        var batch = firing.due(BATCH);
        // Replicas that begin at different ends rarely reach for the same one.
        var timers = new ArrayList<>(batch.timers());
        Collections.shuffle(timers);
        for (var timer : timers) {
            idleWorkers.acquire();
            workers.execute(() -> fire(timer));
        }
        return batch.full();
    }

    private void fire(Candidate timer) {
        try {
            shutdown.run(Work.TIMERS, () -> firing.fire(timer));
        } catch (RuntimeException e) {
            loop.failed(e);
        } finally {
            idleWorkers.release();
        }
    }
}
