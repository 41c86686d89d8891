package org.patchbay.feed;

import java.util.function.BinaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.privacy.Retention;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.time.Times;

import io.quarkus.scheduler.Scheduled;

import static java.util.Comparator.naturalOrder;

/**
 * Removes events whose time to be kept is over, in batches, each in a transaction of its own.
 */
@ApplicationScoped
class EventRetention {

    private final FeedStore store;
    private final FeedConfig config;
    private final Retention retention;
    private final Batches batches;

    EventRetention(FeedStore store, FeedConfig config, Retention retention, Batches batches) {
        this.store = store;
        this.config = config;
        this.retention = retention;
        this.batches = batches;
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.feed.purge-every}",
            delayed = "30s",
            identity = "old-events",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        var now = Times.now();
        var said = retention.ofFeeds();
        var shortest = said.values().stream().reduce(config.keepFor(), BinaryOperator.minBy(naturalOrder()));
        store.oldest(now.minus(shortest)).forEach((organisation, oldest) -> {
            var before = now.minus(said.getOrDefault(organisation, config.keepFor()));
            if (oldest.isBefore(before)) {
                batches.run(config.purgeBatch(), () -> store.removeBefore(organisation, before, config.purgeBatch()));
            }
        });
    }
}
