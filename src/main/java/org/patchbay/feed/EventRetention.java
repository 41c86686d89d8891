package org.patchbay.feed;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.privacy.Retention;
import org.patchbay.shared.AwaitedAtShutdown;
import org.patchbay.shared.Shutdown;
import org.patchbay.shared.Times;

import io.quarkus.scheduler.Scheduled;

/**
 * Removes events whose time to be kept is over, in batches, each in a transaction of its own. Any number of replicas
 * may do so at once.
 */
@ApplicationScoped
class EventRetention {

    private final FeedStore store;
    private final FeedConfig config;
    private final Retention retention;
    private final Shutdown shutdown;

    EventRetention(FeedStore store, FeedConfig config, Retention retention, Shutdown shutdown) {
        this.store = store;
        this.config = config;
        this.retention = retention;
        this.shutdown = shutdown;
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.feed.purge-every}",
            delayed = "30s",
            identity = "old-events",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        var now = Times.now();
        var said = retention.ofFeeds();
        for (long organisation : store.organisations()) {
            var before = now.minus(said.getOrDefault(organisation, config.keepFor()));
            int removed;
            do {
                removed = store.removeBefore(organisation, before, config.purgeBatch());
            } while (removed == config.purgeBatch() && !shutdown.hasBegun());
        }
    }
}
