package org.patchbay.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.PollingLoop;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;

/**
 * Numbers events and tells them. Events of this replica wake it at once; for those of others it looks again and again.
 * Every replica numbers, and the first one to lock an organisation's feed does it: with a lease, events would wait for
 * the holder's next look, and after a kill for the lease's end.
 */
@ApplicationScoped
class FeedLoop {

    private final FeedStore store;
    private final Subscriptions subscriptions;
    private final PollingLoop loop;

    FeedLoop(FeedStore store, Subscriptions subscriptions, WakeUp wakeUp, FeedConfig config, Shutdown shutdown) {
        this.store = store;
        this.subscriptions = subscriptions;
        loop = new PollingLoop("Feed", config.lookEvery(), Work.LOOKS_OF_THE_FEED, shutdown, this::look, wakeUp::await);
    }

    void start(@Observes Able event) {
        Thread.ofPlatform().daemon().name("feed").start(loop);
    }

    /** @return whether there is more to do */
    private boolean look() {
        boolean more = false;
        for (long organisation : store.toNumber()) {
            try {
                more |= store.number(organisation);
            } catch (RuntimeException e) {
                // A fault in one organisation's rows must not stop the feed of the others.
                loop.failed(e);
            }
        }
        more |= subscriptions.serve();
        return more;
    }
}
