package org.patchbay.deliveries;

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

/** Looks for lanes that are due, and has a few workers serve them, on every replica: one takes each lane. */
@ApplicationScoped
class DeliveryLoop {

    private static final int BATCH = 100;

    private final DeliveryRun run;
    private final PollingLoop loop;
    private final Shutdown shutdown;
    private final Semaphore idleWorkers;
    private final ExecutorService workers;

    DeliveryLoop(DeliveryRun run, DeliveriesConfig config, Shutdown shutdown) {
        this.run = run;
        this.shutdown = shutdown;
        loop = new PollingLoop(
                "Deliveries",
                config.pollEvery(),
                Work.DELIVERIES,
                shutdown,
                this::look,
                atMost -> shutdown.hasBegunWithin(atMost.toNanos()));
        idleWorkers = new Semaphore(config.workers());
        workers = Executors.newFixedThreadPool(
                config.workers(),
                Thread.ofPlatform().daemon().name("delivery-worker-", 1).factory());
    }

    void start(@Observes Able event) {
        Thread.ofPlatform().daemon().name("deliveries").start(this::run);
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
        var lanes = new ArrayList<>(run.due(BATCH));
        Collections.shuffle(lanes);
        for (var lane : lanes) {
            idleWorkers.acquire();
            workers.execute(() -> serve(lane));
        }
        return lanes.size() == BATCH;
    }

    private void serve(DeliveryLane lane) {
        try {
            shutdown.run(Work.DELIVERIES, () -> run.serve(lane));
        } catch (RuntimeException e) {
            loop.failed(e);
        } finally {
            idleWorkers.release();
        }
    }
}
