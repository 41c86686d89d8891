package org.patchbay.shared.persistence;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.transaction.Status;

import org.jspecify.annotations.Nullable;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Transactions that are begun anew where others made them end: the database rolls back one of two that wait for each
 * other, and ends a wait for a lock after {@code innodb_lock_wait_timeout}. Such a transaction leaves nothing behind,
 * so its effects outside the database must follow its commit. Methods that are {@code Transactional} are begun anew by
 * {@link TransactionRetryInterceptor}, all others by {@link #inNew}.
 */
public final class Transactions {

    private static final int MOST_TRIES = 5;

    /**
     * No try begins later than this: a client that waited for a lock twice in vain gets the failure while it still
     * listens.
     */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Error codes of the MySQL server's reference manual. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final int DEADLOCK = 1213;

    /** The class of such states in the standard of SQL. */
    private static final String CONNECTION_EXCEPTION = "08";

    private Transactions() {}

    /** Begins a transaction, does some work in it, and commits it. */
    @FunctionalInterface
    interface Transaction<T, E extends Exception> {
        T run() throws E;
    }

    /** Runs a transaction of its own, several times where others are in its way: the work may be done again. */
    public static <T> T inNew(Supplier<T> work) {
        return outlast(() -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /** As {@link #inNew(Supplier)}. */
    public static void inNew(Runnable work) {
        inNew(() -> {
            work.run();
            return null;
        });
    }

    /** Runs in the transaction under way, else in one of its own as {@link #inNew(Supplier)}. */
    public static <T> T joined(Supplier<T> work) {
        return outlast(() -> QuarkusTransaction.joiningExisting().call(work::get));
    }

    /**
     * Runs a transaction of its own, once: its failure is the caller's, who cannot do the work again as it is.
     *
     * @throws CommitInDoubt where the work was done, and the database was lost before it said that it is committed;
     *     after every other exception nothing is
     */
    public static <T> T once(Supplier<T> work) {
        var isDone = new AtomicBoolean();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var result = work.get();
                isDone.set(true);
                return result;
            });
        } catch (RuntimeException e) {
            throw isDone.get() && hasSql(e, Transactions::isConnectionLost) ? new CommitInDoubt(e) : e;
        }
    }

    /** Does not begin anew inside another transaction, which holds locks, and sees the state of its beginning. */
    static <T, E extends Exception> T outlast(Transaction<T, E> transaction) throws E {
        if (isUnderWay()) {
            return transaction.run();
        }
        long began = System.nanoTime();
        for (int tries = 1; ; tries++) {
            try {
                return transaction.run();
            } catch (Exception e) {
                if (tries == MOST_TRIES
                        || System.nanoTime() - began > PATIENCE_NANOS
                        || !hasSql(e, Transactions::isOfOthers)) {
                    throw e;
                }
                Log.infof("Transaction is begun anew after try %d: %s", tries, e);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(tries * LONGEST_PAUSE_NANOS));
        }
    }

    /** Whether work is inside a transaction. An observer of its end no longer is. */
    public static boolean isUnderWay() {
        return switch (QuarkusTransaction.getStatus()) {
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK -> false;
            default -> true;
        };
    }

    private static boolean isOfOthers(SQLException sql) {
        return sql.getErrorCode() == DEADLOCK || sql.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    private static boolean isConnectionLost(SQLException sql) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith(CONNECTION_EXCEPTION);
    }

    /** A failed commit carries the database's exceptions as suppressed ones, other failures as causes. */
    private static boolean hasSql(@Nullable Throwable thrown, Predicate<SQLException> kind) {
        return switch (thrown) {
            case null -> false;
            case SQLException sql when kind.test(sql) -> true;
            default ->
                hasSql(thrown.getCause(), kind)
                        || Arrays.stream(thrown.getSuppressed()).anyMatch(suppressed -> hasSql(suppressed, kind));
        };
    }
}
