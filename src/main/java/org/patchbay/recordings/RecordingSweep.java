package org.patchbay.recordings;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.attachments.StoredBytes;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.OrganisationRemains;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Ends recordings that nobody ended, and deletes those whose time is over. */
@ApplicationScoped
@Priority(RecordingSweep.BEFORE_FILES)
class RecordingSweep implements OrganisationRemains {

    /** Bytes that are left here are deleted with the files of the organisation. */
    static final int BEFORE_FILES = 10;

    private final Recordings recordings;
    private final StoredBytes store;
    private final RecordingsConfig config;
    private final Batches batches;
    private final CurrentOrganisation currentOrganisation;

    RecordingSweep(
            Recordings recordings,
            StoredBytes store,
            RecordingsConfig config,
            Batches batches,
            CurrentOrganisation currentOrganisation) {
        this.recordings = recordings;
        this.store = store;
        this.config = config;
        this.batches = batches;
        this.currentOrganisation = currentOrganisation;
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.recordings.sweep-every}",
            delayed = "30s",
            identity = "recordings",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        var due = currentOrganisation.everywhere(() -> Recording.due(Times.now(), config.sweepBatch()));
        for (var recording : due) {
            try {
                currentOrganisation.in(
                        recording.organisationId(),
                        () -> CurrentVisibility.ofEverything(() -> recordings.lookAfter(recording.id())));
            } catch (RuntimeException e) {
                Log.warnf(e, "Recording %d could not be looked after, and is again", recording.id());
            }
        }
    }

    @Override
    public void remove(long organisation) {
        currentOrganisation.in(
                organisation,
                () -> batches.run(
                        config.sweepBatch(),
                        () -> Transactions.inNew(() -> {
                            var some = Recording.withSound(config.sweepBatch());
                            some.forEach(recording -> {
                                store.leave(Chunk.forget(recording.id));
                                recording.deleted();
                            });
                            return some.size();
                        })));
    }
}
