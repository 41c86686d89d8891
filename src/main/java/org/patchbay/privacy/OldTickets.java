package org.patchbay.privacy;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.TicketErasure;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Erases what was said in tickets that are over for as long as their organisation keeps it, in batches, each a
 * transaction of its own.
 */
@ApplicationScoped
class OldTickets {

    private final Retention retention;
    private final TicketErasure tickets;
    private final CurrentOrganisation currentOrganisation;
    private final Batches batches;
    private final int batch;

    OldTickets(
            Retention retention,
            TicketErasure tickets,
            CurrentOrganisation currentOrganisation,
            Batches batches,
            PrivacyConfig config) {
        this.retention = retention;
        this.tickets = tickets;
        this.currentOrganisation = currentOrganisation;
        this.batches = batches;
        this.batch = config.batch();
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.privacy.sweep-every}",
            delayed = "1m",
            identity = "old-tickets",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        var now = Times.now();
        retention.ofTickets().forEach((organisation, keep) -> {
            try {
                erase(organisation, now.minus(keep));
            } catch (RuntimeException e) {
                Log.warnf(e, "Old tickets of organisation %d are looked at again", organisation);
            }
        });
    }

    private void erase(long organisation, Instant before) {
        long erased = batches.run(
                batch,
                () -> currentOrganisation.in(
                        organisation,
                        () -> Transactions.inNew(
                                () -> tickets.eraseEndedBefore(before, batch).tickets())));
        if (erased > 0) {
            Log.infof("Erased what was said in %d tickets of organisation %d", erased, organisation);
        }
    }
}
