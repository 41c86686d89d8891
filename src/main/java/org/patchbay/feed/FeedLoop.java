package org.patchbay.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.PollingLoop;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;

/**
 * Tells events to those who listen here. Commits of this replica wake it at once; for those of others it looks again
 * and again, at organisations that somebody listens to.
 */
@ApplicationScoped
class FeedLoop {

    private final PollingLoop loop;

    FeedLoop(Subscriptions subscriptions, WakeUp wakeUp, FeedConfig config, Shutdown shutdown) {
        loop = new PollingLoop(
                "Feed", config.lookEvery(), Work.LOOKS_OF_THE_FEED, shutdown, subscriptions::serve, wakeUp::await);
    }

    void start(@Observes Able event) {
        Thread.ofPlatform().daemon().name("feed").start(loop);
    }
}
