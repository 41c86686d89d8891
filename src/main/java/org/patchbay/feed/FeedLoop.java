package org.patchbay.feed;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.Able;
import org.patchbay.shared.Shutdown;
import org.patchbay.shared.Shutdown.Work;

import io.quarkus.logging.Log;

/**
 * Numbers events and tells them, until the replica stops. Events of this replica wake it at once; for those of others
 * it looks again and again. Not {@code @Scheduled}, which ticks once a second at most.
 */
@ApplicationScoped
class FeedLoop {

    /** The pause between two rounds, so that events that come meanwhile are numbered together. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final FeedStore store;
    private final Subscriptions subscriptions;
    private final WakeUp wakeUp;
    private final Duration lookEvery;
    private final Shutdown shutdown;
    private boolean troubled;

    FeedLoop(FeedStore store, Subscriptions subscriptions, WakeUp wakeUp, FeedConfig config, Shutdown shutdown) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.wakeUp = wakeUp;
        this.shutdown = shutdown;
        this.lookEvery = config.lookEvery();
    }

    void start(@Observes Able event) {
        Thread.ofPlatform().daemon().name("feed").start(this::run);
    }

    private void run() {
        try {
            while (!shutdown.hasBegun()) {
                if (!look()) {
                    wakeUp.await(lookEvery);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there is more to do */
    private boolean look() {
        if (!shutdown.begin(Work.LOOKS_OF_THE_FEED)) {
            return false;
        }
        try {
            boolean fine = true;
            boolean more = false;
            for (long organisation : store.toNumber()) {
                try {
                    more |= store.number(organisation);
                } catch (RuntimeException e) {
                    // A fault in one organisation's rows must not stop the feed of the others.
                    fine = false;
                    troubled(e);
                }
            }
            more |= subscriptions.serve();
            if (fine) {
                well();
            }
            return more;
        } catch (RuntimeException e) {
            troubled(e);
            return false;
        } finally {
            shutdown.end(Work.LOOKS_OF_THE_FEED);
        }
    }

    /** Mostly the database is away. Logged once, not ten times a second. */
    private void troubled(RuntimeException e) {
        if (!shutdown.hasBegun() && !troubled) {
            troubled = true;
            Log.errorf(e, "Feed paused: events are looked for every %s", lookEvery);
        }
    }

    private void well() {
        if (troubled) {
            troubled = false;
            Log.info("Feed resumed");
        }
    }
}
