package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.Drained;
import org.patchbay.shared.Stopping;
import org.patchbay.shared.Tenancy;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Finds tickets that wait although somebody could take them, whatever happened to their messages, and matches them. It
 * needs no broker. Any number of replicas may sweep at once.
 */
@ApplicationScoped
class Sweep {

    private final Pairing pairing;
    private final Matcher matcher;
    private final Seats seats;
    private final RoutingMetrics metrics;
    private final Tenancy tenancy;
    private final Stopping stopping;
    private final int batch;

    Sweep(
            Pairing pairing,
            Matcher matcher,
            Seats seats,
            RoutingMetrics metrics,
            Tenancy tenancy,
            Stopping stopping,
            RoutingConfig config) {
        this.pairing = pairing;
        this.matcher = matcher;
        this.seats = seats;
        this.metrics = metrics;
        this.tenancy = tenancy;
        this.stopping = stopping;
        this.batch = config.sweepBatch();
    }

    /** Takes the organisations in turn, a batch each, so that one with a large backlog does not hold up the others. */
    @Drained
    @Scheduled(
            every = "{patchbay.assignment.sweep-every}",
            delayed = "1s",
            identity = "sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (long organisation : tenancy.everywhere(pairing::organisations)) {
            tenancy.in(organisation, () -> repair(organisation));
        }
        int total = 0;
        for (int matched = Integer.MAX_VALUE; matched > 0 && !stopping.hasBegun(); total += matched) {
            matched = 0;
            for (long organisation : tenancy.everywhere(pairing::organisations)) {
                matched += tenancy.in(organisation, () -> matcher.matchStranded(batch));
            }
        }
        metrics.swept(total);
        if (total > 0) {
            Log.infof("The sweep gave %d tickets to agents", total);
        }
    }

    private void repair(long organisation) {
        int misplaced = seats.repair();
        if (misplaced > 0) {
            Log.warnf("The seats of %d agents of organisation %d did not say what is", misplaced, organisation);
        }
    }
}
