package org.patchbay.shared.persistence;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.transaction.TransactionSynchronizationRegistry;

import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.engine.spi.SessionImplementor;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Work at the very end of a transaction, after everything else and after Hibernate's flush. It takes the locks that
 * every transaction of an organisation wants: last, in one order, and held no longer than the commit takes. So it does
 * not matter when a transaction asks for it.
 */
public final class BeforeCommit {

    /** The steps, in the order in which they lock their rows. */
    public enum Step {
        /** Inserts rows that nobody waits for. */
        ROWS,
        /** Locks the organisation's row of {@code feed}. */
        EVENTS,
        /** Refers to events, and so follows them. */
        MESSAGES,
        /** Locks the organisation's row of {@code audit_chain}. */
        AUDIT,
        /** Locks the organisation's row of {@code epoch}. */
        EPOCH
    }

    private final Map<Step, Runnable> work = new EnumMap<>(Step.class);

    private BeforeCommit() {}

    /**
     * The collector of a step in the transaction under way: made at the first call, run at the end, lost with a
     * rollback.
     *
     * @throws IllegalStateException outside a transaction
     */
    public static <T extends Runnable> T collector(Step step, Class<T> type, Supplier<T> first) {
        return type.cast(ofTransaction().work.computeIfAbsent(step, none -> first.get()));
    }

    private static BeforeCommit ofTransaction() {
        var transaction = Arc.container()
                .instance(TransactionSynchronizationRegistry.class)
                .get();
        var known = (BeforeCommit) transaction.getResource(BeforeCommit.class);
        if (known != null) {
            return known;
        }
        var begun = new BeforeCommit();
        transaction.putResource(BeforeCommit.class, begun);
        begun.awaitTheEnd();
        return begun;
    }

    /** Uses Hibernate, not JTA: after Hibernate's part of the end the session has no connection any more. */
    private void awaitTheEnd() {
        BeforeTransactionCompletionProcess end = session -> work.values().forEach(Runnable::run);
        Panache.getSession().unwrap(SessionImplementor.class).getActionQueue().registerProcess(end);
    }
}
