package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.patchbay.shared.lifecycle.Shutdown.Work;

/**
 * Looks for pieces of work until the replica stops, and has a few workers do them. Every replica does: each reads the
 * same pieces, and the first one to take a piece does it. So workers of all replicas share them.
 */
public final class WorkerLoop<T> {

    private final String name;
    private final Work work;
    private final Shutdown shutdown;
    private final Supplier<Batch<T>> finder;
    private final Consumer<T> worker;
    private final PollingLoop loop;
    private final Semaphore idleWorkers;
    private final ExecutorService workers;

    /** @param full whether there may be more */
    public record Batch<T>(List<T> pieces, boolean full) {}

    /**
     * @param name of its threads, and at the beginning of the log's lines
     * @param every how often it looks
     * @param workers that do pieces at once
     * @param work which a shutdown waits for
     * @param finder of pieces that nobody has taken, in no order
     * @param worker takes a piece and does it, unless somebody else took it
     */
    public WorkerLoop(
            String name,
            Duration every,
            int workers,
            Work work,
            Shutdown shutdown,
            Supplier<Batch<T>> finder,
            Consumer<T> worker) {
        this.name = name;
        this.work = work;
        this.shutdown = shutdown;
        this.finder = finder;
        this.worker = worker;
        loop = new PollingLoop(
                name, every, work, shutdown, this::look, atMost -> shutdown.hasBegunWithin(atMost.toNanos()));
        idleWorkers = new Semaphore(workers);
        this.workers = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name(name + "-worker-", 1).factory());
    }

    public void start() {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                loop.run();
            } finally {
                workers.shutdown();
            }
        });
    }

    private boolean look() throws InterruptedException {
        var batch = finder.get();
        // Replicas that begin at different ends rarely reach for the same one.
        var pieces = new ArrayList<>(batch.pieces());
        Collections.shuffle(pieces);
        for (var piece : pieces) {
            idleWorkers.acquire();
            workers.execute(() -> take(piece));
        }
        return batch.full();
    }

    private void take(T piece) {
        try {
            shutdown.run(work, () -> worker.accept(piece));
        } catch (RuntimeException e) {
            loop.failed(e);
        } finally {
            idleWorkers.release();
        }
    }
}
