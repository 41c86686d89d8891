package org.patchbay.attachments;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.attachments.store.FileStore;
import org.patchbay.identity.OrganisationRemains;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import static org.patchbay.shared.persistence.Transactions.inNew;

/**
 * Deletes files that nobody needs any more: those that no message named in time, and those without a row. Nothing else
 * deletes bytes, and it begins anew wherever it was cut off.
 */
@ApplicationScoped
class UnneededFiles implements OrganisationRemains {

    /** No upload lasts as long. */
    private static final Duration WRITTEN_WITHIN = Duration.ofHours(1);

    private final AttachmentsConfig config;
    private final FileStore store;
    private final Batches batches;
    private final CurrentOrganisation currentOrganisation;

    UnneededFiles(AttachmentsConfig config, FileStore store, Batches batches, CurrentOrganisation currentOrganisation) {
        this.config = config;
        this.store = store;
        this.batches = batches;
        this.currentOrganisation = currentOrganisation;
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.attachments.sweep-every}",
            delayed = "30s",
            identity = "unneeded-files",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void delete() {
        var unsaidBefore = Times.now().minus(config.unsaidFor());
        for (long organisation :
                currentOrganisation.everywhere(() -> Attachment.organisationsWithUnsaid(unsaidBefore))) {
            currentOrganisation.in(
                    organisation, () -> remove(() -> Attachment.unsaid(unsaidBefore, config.sweepBatch())));
        }
        for (long organisation : currentOrganisation.everywhere(StrayFile::organisations)) {
            currentOrganisation.in(organisation, this::deleteStrays);
        }
    }

    /** @throws IllegalStateException where the store keeps some, so that the organisation's rows stay, too */
    @Override
    public void remove(long organisation) {
        currentOrganisation.in(organisation, () -> {
            remove(() -> Attachment.any(config.sweepBatch()));
            if (!deleteStrays()) {
                throw new IllegalStateException("Files of organisation " + organisation + " could not be deleted");
            }
        });
    }

    private void remove(Supplier<List<Long>> some) {
        batches.run(
                config.sweepBatch(),
                () -> inNew(() -> {
                    var ids = some.get();
                    Attachment.remove(ids);
                    return ids.size();
                }));
    }

    /** @return whether all that are abandoned are deleted */
    private boolean deleteStrays() {
        inNew(() -> StrayFile.abandonBefore(Times.now().minus(WRITTEN_WITHIN)));
        var round = new Round();
        batches.run(config.sweepBatch(), round::next);
        return round.isWhole;
    }

    /** Goes once through the abandoned files of an organisation, past those that the store cannot delete now. */
    private final class Round {

        private String last = "";
        private boolean isWhole = true;

        long next() {
            var strays = inNew(() -> StrayFile.abandoned(last, config.sweepBatch()));
            for (var stray : strays) {
                last = stray.key();
                delete(stray);
            }
            return strays.size();
        }

        private void delete(StrayFile stray) {
            try {
                store.delete(stray.key());
            } catch (IOException e) {
                isWhole = false;
                Log.warnf(e, "File %s cannot be deleted now", stray.key());
                return;
            }
            inNew(() -> {
                if (stray.forget()) {
                    Usage.giveBack(stray.size());
                }
            });
        }
    }
}
