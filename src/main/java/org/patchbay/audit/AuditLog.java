package org.patchbay.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.ChainVerification.Reason;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads and verifies the entries that {@link Audit} recorded. It keeps one batch in memory at a time, however long the
 * chain.
 */
@ApplicationScoped
class AuditLog {

    private static final int BATCH = 500;

    private final CurrentOrganisation currentOrganisation;
    private final ObjectMapper json;

    AuditLog(CurrentOrganisation currentOrganisation, ObjectMapper json) {
        this.currentOrganisation = currentOrganisation;
        this.json = json;
    }

    @Transactional
    Page<AuditEntryView> list(AuditSearch search, @Nullable String after, int limit) {
        return search.newestFirst(after, limit);
    }

    @Transactional
    long organisation() {
        return CurrentOrganisation.id();
    }

    /** Writes the found entries, oldest first, a line of JSON each. Needs no request to be under way. */
    void export(long organisation, AuditSearch search, OutputStream out) throws IOException {
        long last = 0;
        List<AuditEntryView> batch;
        do {
            long after = last;
            batch = currentOrganisation.in(
                    organisation, () -> Transactions.inNew(() -> search.oldestFirst(after, BATCH)));
            for (var entry : batch) {
                out.write(json.writeValueAsBytes(entry));
                out.write('\n');
                last = entry.id();
            }
            out.flush();
        } while (batch.size() == BATCH);
    }

    /**
     * Computes the chain anew, up to its end when this began. It finds changes of rows. An attacker who can write all
     * rows can write another chain, which only a hash of the old one, kept elsewhere, contradicts.
     */
    ChainVerification verify() {
        var end = Transactions.inNew(() -> {
            var chain = AuditChain.locked(CurrentOrganisation.id());
            return new End(chain, AuditEntry.beyond(chain.lastNumber()));
        });
        long number = 0;
        long erased = 0;
        var previous = AuditChain.BEGINNING;
        Long id = null;
        while (number < end.chain.lastNumber()) {
            long after = number;
            var batch = Transactions.inNew(() -> AuditEntry.between(after, end.chain.lastNumber(), BATCH));
            for (var entry : batch) {
                var wrong = mistake(entry, number + 1, previous);
                if (wrong != null) {
                    return wrong == Reason.MISSING
                            ? ChainVerification.broken(number, number + 1, null, wrong)
                            : ChainVerification.broken(number, entry.number, entry.id, wrong);
                }
                number++;
                erased += entry.erased ? 1 : 0;
                previous = entry.hash;
                id = entry.id;
            }
            if (batch.isEmpty()) {
                return ChainVerification.broken(number, number + 1, null, Reason.MISSING);
            }
        }
        if (!previous.equals(end.chain.lastHash())) {
            return ChainVerification.broken(number, number, id, Reason.END_CHANGED);
        }
        return end.beyond == null
                ? ChainVerification.intact(number, erased)
                : ChainVerification.broken(number, end.beyond.number, end.beyond.id, Reason.ADDED);
    }

    private record End(AuditChain chain, @Nullable AuditEntry beyond) {}

    private static @Nullable Reason mistake(AuditEntry entry, long number, String previous) {
        if (entry.number != number) {
            return Reason.MISSING;
        }
        if (!AuditedChange.isTrue(entry)) {
            return Reason.CHANGED;
        }
        return entry.previousHash.equals(previous) ? null : Reason.PREDECESSOR_CHANGED;
    }
}
