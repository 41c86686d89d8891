package org.patchbay.feed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Numbers what happened and tells it, as long as the application runs: at once where it happened here, by looking where it
 * happened on another replica. Not {@code @Scheduled}, which ticks once a second at most.
 */
@ApplicationScoped
class FeedLoop {

    /** However much happens, so that what happens meanwhile is numbered together. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final FeedStore store;
    private final Listeners listeners;
    private final Alarm alarm;
    private final Duration lookEvery;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private boolean troubled;

    FeedLoop(FeedStore store, Listeners listeners, Alarm alarm, FeedConfig config) {
        this.store = store;
        this.listeners = listeners;
        this.alarm = alarm;
        this.lookEvery = config.lookEvery();
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("feed").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        alarm.ring();
        if (!ended.await(5, TimeUnit.SECONDS)) {
            Log.warn("The feed did not stop in time");
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (!look()) {
                    alarm.await(lookEvery);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** @return whether there is more to do */
    private boolean look() {
        try {
            boolean fine = true;
            boolean more = false;
            for (long organisation : store.toNumber()) {
                try {
                    more |= store.number(organisation);
                } catch (RuntimeException e) {
                    // What is wrong with one organisation's rows is not the others' trouble.
                    fine = false;
                    troubled(e);
                }
            }
            more |= listeners.serve();
            if (fine) {
                well();
            }
            return more;
        } catch (RuntimeException e) {
            troubled(e);
            return false;
        }
    }

    /** The database is away, mostly; said once, not ten times a second. */
    private void troubled(RuntimeException e) {
        if (!stopping && !troubled) {
            troubled = true;
            Log.errorf(e, "What happens is not told for now: it is looked for every %s", lookEvery);
        }
    }

    private void well() {
        if (troubled) {
            troubled = false;
            Log.info("What happens is told again");
        }
    }
}
