package org.patchbay.routing.matching;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.routing.RoutingConfig;
import org.patchbay.routing.RoutingMetrics;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.routing.pools.StaleSeats;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Finds tickets that wait although an agent could take them, and matches them, whatever happened to their messages. It
 * needs no broker. One replica sweeps; several at once would only look twice.
 */
@ApplicationScoped
class Sweep {

    private final MatchQueries matchQueries;
    private final Matcher matcher;
    private final EligibilityIndex index;
    private final StaleSeats staleSeats;
    private final RoutingMetrics metrics;
    private final CurrentOrganisation currentOrganisation;
    private final Shutdown shutdown;
    private final int batch;

    Sweep(
            MatchQueries matchQueries,
            Matcher matcher,
            EligibilityIndex index,
            StaleSeats staleSeats,
            RoutingMetrics metrics,
            CurrentOrganisation currentOrganisation,
            Shutdown shutdown,
            RoutingConfig config) {
        this.matchQueries = matchQueries;
        this.matcher = matcher;
        this.index = index;
        this.staleSeats = staleSeats;
        this.metrics = metrics;
        this.currentOrganisation = currentOrganisation;
        this.shutdown = shutdown;
        this.batch = config.sweepBatch();
    }

    /** Takes the organisations in turn, a batch each, so that one with a large backlog does not hold up the others. */
    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.assignment.sweep-every}",
            delayed = "1s",
            identity = "sweep",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        staleSeats.goOn();
        var waiting = currentOrganisation.everywhere(matchQueries::organisations);
        for (long organisation : waiting) {
            currentOrganisation.in(organisation, () -> repair(organisation));
        }
        int total = 0;
        while (!waiting.isEmpty() && !shutdown.hasBegun()) {
            int matched = 0;
            for (long organisation : waiting) {
                matched += currentOrganisation.in(organisation, () -> matcher.matchStranded(batch));
            }
            total += matched;
            waiting = matched > 0 ? currentOrganisation.everywhere(matchQueries::organisations) : List.of();
        }
        metrics.swept(total);
        if (total > 0) {
            Log.infof("The sweep gave %d tickets to agents", total);
        }
    }

    private void repair(long organisation) {
        int misplaced = index.repair();
        if (misplaced > 0) {
            Log.warnf(
                    "Seats of %d agents of organisation %d were wrong and have been repaired", misplaced, organisation);
        }
    }
}
