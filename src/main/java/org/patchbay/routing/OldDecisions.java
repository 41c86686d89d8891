package org.patchbay.routing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Drained;
import org.patchbay.shared.Stopping;
import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Times;

import io.quarkus.scheduler.Scheduled;

/**
 * Removes decisions that are kept long enough, in batches, each a transaction of its own. Any number of replicas may.
 */
@ApplicationScoped
class OldDecisions {

    private final Tenancy tenancy;
    private final Duration keep;
    private final int batch;
    private final Stopping stopping;

    OldDecisions(Tenancy tenancy, DecisionsConfig config, Stopping stopping) {
        this.tenancy = tenancy;
        this.stopping = stopping;
        this.keep = config.keep();
        this.batch = config.purgeBatch();
    }

    @Drained
    @Scheduled(
            every = "{patchbay.decisions.purge-every}",
            delayed = "30s",
            identity = "old-decisions",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        var before = Times.now().minus(keep);
        long removed;
        do {
            removed = tenancy.everywhere(() -> Decision.deleteBefore(before, batch));
        } while (removed == batch && !stopping.hasBegun());
    }
}
