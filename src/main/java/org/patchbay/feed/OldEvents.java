package org.patchbay.feed;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Drained;
import org.patchbay.shared.Stopping;
import org.patchbay.shared.Times;

import io.quarkus.scheduler.Scheduled;

/** Removes events that are kept long enough, in batches, each a transaction of its own. Any number of replicas may. */
@ApplicationScoped
class OldEvents {

    private final FeedStore store;
    private final FeedConfig config;
    private final Stopping stopping;

    OldEvents(FeedStore store, FeedConfig config, Stopping stopping) {
        this.store = store;
        this.config = config;
        this.stopping = stopping;
    }

    @Drained
    @Scheduled(
            every = "{patchbay.feed.purge-every}",
            delayed = "30s",
            identity = "old-events",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        var before = Times.now().minus(config.keepFor());
        for (long organisation : store.organisations()) {
            int removed;
            do {
                removed = store.removeBefore(organisation, before, config.purgeBatch());
            } while (removed == config.purgeBatch() && !stopping.hasBegun());
        }
    }
}
