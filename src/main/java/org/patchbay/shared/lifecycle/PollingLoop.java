package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.patchbay.shared.lifecycle.Shutdown.Work;

import io.quarkus.logging.Log;

/**
 * Looks for work several times a second until the replica stops, on every replica. Not {@code @Scheduled}, which ticks
 * once a second at most. Looks that fail, mostly because the database is away, are logged once, not ten times a second.
 */
public final class PollingLoop implements Runnable {

    /** Between two looks that both find work, so that what comes meanwhile is done together. */
    private static final Duration BREATH = Duration.ofMillis(5);

    private final String name;
    private final Duration every;
    private final Work work;
    private final Shutdown shutdown;
    private final Look look;
    private final Pause pause;
    private final AtomicBoolean troubled = new AtomicBoolean();
    private volatile boolean failed;

    /** A look for work, which does what it finds. */
    @FunctionalInterface
    public interface Look {

        /** @return whether there may be more at once */
        boolean look() throws InterruptedException;
    }

    /** A pause between two looks, which something may end early. */
    @FunctionalInterface
    public interface Pause {
        void await(Duration atMost) throws InterruptedException;
    }

    /**
     * @param name begins the log's lines
     * @param every from the beginning of a look to that of the next one, if the pause does not end earlier
     * @param work which a shutdown waits for while it looks
     */
    public PollingLoop(String name, Duration every, Work work, Shutdown shutdown, Look look, Pause pause) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.shutdown = shutdown;
        this.look = look;
        this.pause = pause;
    }

    /** Returns when the replica stops, or its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!shutdown.hasBegunWithin(BREATH.toNanos())) {
                long began = System.nanoTime();
                if (!round()) {
                    pause.await(every.minusNanos(System.nanoTime() - began));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For a failure that does not end the look, or comes after it. */
    public void failed(RuntimeException e) {
        failed = true;
        if (!shutdown.hasBegun() && troubled.compareAndSet(false, true)) {
            Log.errorf(e, "%s paused, and tried again every %s", name, every);
        }
    }

    private boolean round() throws InterruptedException {
        if (!shutdown.begin(work)) {
            return false;
        }
        try {
            failed = false;
            boolean more = look.look();
            if (!failed && troubled.compareAndSet(true, false)) {
                Log.infof("%s resumed", name);
            }
            return more;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        } finally {
            shutdown.end(work);
        }
    }
}
