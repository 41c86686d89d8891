package org.patchbay.shared.epoch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.persistence.BeforeCommit;
import org.patchbay.shared.persistence.BeforeCommit.Step;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

/**
 * Counts the changes of an organisation's configuration. A change counts in its own transaction, so whoever sees the
 * number sees the rows. {@link EpochCache} keeps values for as long as the number stays.
 */
@ApplicationScoped
public class ConfigurationEpoch {

    private static final long EVERY = -1;

    private final TransactionSynchronizationRegistry transaction;

    ConfigurationEpoch(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** The epoch as the transaction under way found it first, what it changes, and what it has read to be shared. */
    static final class InTransaction implements Synchronization {

        private final long organisation = CurrentOrganisation.isEverywhere() ? EVERY : CurrentOrganisation.id();
        private final TreeSet<Long> changed = new TreeSet<>();
        private final List<Runnable> shared = new ArrayList<>();
        private @Nullable Long value;

        long organisation() {
            return organisation;
        }

        /** The epoch of the organisation. */
        long value() {
            if (value == null) {
                value = read();
            }
            return value;
        }

        /** Whether it reads of several organisations, or what it changed itself, which nobody else may see yet. */
        boolean readsRows() {
            return organisation == EVERY || changed.contains(organisation);
        }

        /** Runs after the commit, unless the transaction has changed configuration by then. */
        void shareIfUnchanged(Runnable share) {
            shared.add(share);
        }

        @Override
        public void beforeCompletion() {
            // Hibernate's part of the end counts.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED && changed.isEmpty()) {
                shared.forEach(Runnable::run);
            }
        }
    }

    /**
     * Has the epoch of an organisation grow when the transaction under way is committed, after everything else: the
     * lock of its row is taken last and held shortly. From now on this transaction reads the organisation's
     * configuration from its rows alone.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void grow(long organisation) {
        var here = current();
        BeforeCommit.collector(Step.EPOCH, Growth.class, () -> new Growth(here));
        here.changed.add(organisation);
    }

    private record Growth(InTransaction transaction) implements Runnable {

        @Override
        public void run() {
            transaction.changed.forEach(ConfigurationEpoch::count);
        }
    }

    /** Of the transaction under way. */
    InTransaction current() {
        var known = (InTransaction) transaction.getResource(ConfigurationEpoch.class);
        if (known != null) {
            return known;
        }
        var begun = new InTransaction();
        transaction.putResource(ConfigurationEpoch.class, begun);
        transaction.registerInterposedSynchronization(begun);
        return begun;
    }

    /** Organisations have no row before their first change. */
    private static long read() {
        var values = NativeSql.of("select e.value from epoch e where e.organisation_id = :organisation")
                .unflushed()
                .longs();
        return values.isEmpty() ? 0 : values.getFirst();
    }

    private static void count(long organisation) {
        NativeSql.in(organisation, """
                insert into epoch (organisation_id, value) values (:organisation, 1)
                on duplicate key update value = value + 1""").update();
    }
}
