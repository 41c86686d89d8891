package org.patchbay.routing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.AwaitedAtShutdown;
import org.patchbay.shared.CurrentOrganisation;
import org.patchbay.shared.Shutdown;
import org.patchbay.shared.Times;

import io.quarkus.scheduler.Scheduled;

/**
 * Removes decisions whose time to be kept is over, in batches, each in a transaction of its own. Any number of replicas
 * may do so at once.
 */
@ApplicationScoped
class DecisionRetention {

    private final CurrentOrganisation currentOrganisation;
    private final Duration keep;
    private final int batch;
    private final Shutdown shutdown;

    DecisionRetention(CurrentOrganisation currentOrganisation, DecisionsConfig config, Shutdown shutdown) {
        this.currentOrganisation = currentOrganisation;
        this.shutdown = shutdown;
        this.keep = config.keep();
        this.batch = config.purgeBatch();
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.decisions.purge-every}",
            delayed = "30s",
            identity = "old-decisions",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        var before = Times.now().minus(keep);
        long removed;
        do {
            removed = currentOrganisation.everywhere(() -> Decision.deleteBefore(before, batch));
        } while (removed == batch && !shutdown.hasBegun());
    }
}
