package org.patchbay.routing.decisions;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkus.scheduler.Scheduled;

/**
 * Removes decisions whose time to be kept is over, in batches, each in a transaction of its own.
 */
@ApplicationScoped
class DecisionRetention {

    private final CurrentOrganisation currentOrganisation;
    private final Duration keep;
    private final int batch;
    private final Batches batches;

    DecisionRetention(CurrentOrganisation currentOrganisation, DecisionsConfig config, Batches batches) {
        this.currentOrganisation = currentOrganisation;
        this.batches = batches;
        this.keep = config.keep();
        this.batch = config.purgeBatch();
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.decisions.purge-every}",
            delayed = "30s",
            identity = "old-decisions",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        var before = Times.now().minus(keep);
        batches.run(batch, () -> currentOrganisation.everywhere(() -> Decision.deleteBefore(before, batch)));
    }
}
