package org.patchbay.feed;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.Stopping;
import org.patchbay.shared.Stopping.Work;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Numbers what happened and tells it, until the replica stops: at once where it happened here, by looking where it
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
    private final Stopping stopping;
    private boolean troubled;

    FeedLoop(FeedStore store, Listeners listeners, Alarm alarm, FeedConfig config, Stopping stopping) {
        this.store = store;
        this.listeners = listeners;
        this.alarm = alarm;
        this.stopping = stopping;
        this.lookEvery = config.lookEvery();
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("feed").start(this::run);
    }

    private void run() {
        try {
            while (!stopping.hasBegun()) {
                if (!look()) {
                    alarm.await(lookEvery);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there is more to do */
    private boolean look() {
        if (!stopping.begin(Work.LOOKS_OF_THE_FEED)) {
            return false;
        }
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
        } finally {
            stopping.end(Work.LOOKS_OF_THE_FEED);
        }
    }

    /** The database is away, mostly; said once, not ten times a second. */
    private void troubled(RuntimeException e) {
        if (!stopping.hasBegun() && !troubled) {
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
