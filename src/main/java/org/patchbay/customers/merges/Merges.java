package org.patchbay.customers.merges;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.CustomerJoin;
import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Customers;
import org.patchbay.identity.Actor;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

/** Merges customers who are one person, and undoes that. */
@ApplicationScoped
class Merges {

    private final Customers customers;
    private final CustomerJoin join;
    private final Audit audit;
    private final Duration undoable;

    Merges(Customers customers, CustomerJoin join, Audit audit, MergesConfig config) {
        this.customers = customers;
        this.join = join;
        this.audit = audit;
        this.undoable = config.mergeUndoableFor();
    }

    @Transactional
    MergeView merge(Actor by, long customer, long merged) {
        if (customer == merged) {
            throw ProblemType.VALIDATION_FAILED.because(CustomerWords.NOT_WITH_THEMSELVES);
        }
        var name = customers.read(merged).name();
        var merge = Merge.create(by, customer, merged, join.join(merged, customer));
        audit.record(Action.CUSTOMER_MERGED, customer, null, MergeView.of(merge, null, undoable));
        return MergeView.of(merge, name, undoable);
    }

    /** New things since stay, but for what continues a conversation that is given back. */
    @Transactional
    void undo(long customer, long id) {
        customers.read(customer);
        var merge = Merge.lock(id, customer)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(CustomerWords.NO_MERGE, customer));
        if (merge.mergedAt.plus(undoable).isBefore(Times.now())) {
            throw ProblemType.CONFLICT.because(CustomerWords.MERGED_TOO_LONG_AGO);
        }
        join.part(merge.mergedId, customer, merge.moved);
        merge.undoneAt = Times.now();
        Merge.flush();
        audit.record(Action.CUSTOMER_MERGE_UNDONE, customer, MergeView.of(merge, null, undoable), null);
    }

    @Transactional
    Page<MergeView> list(long customer, @Nullable String after, int limit) {
        customers.read(customer);
        var rows = Merge.page(customer, Cursor.id(after), limit + 1);
        var names = customers.names(rows.stream().map(merge -> merge.mergedId).toList());
        return Page.of(
                rows,
                limit,
                merge -> MergeView.of(merge, names.get(merge.mergedId), undoable),
                merge -> Cursor.at(merge.id));
    }
}
