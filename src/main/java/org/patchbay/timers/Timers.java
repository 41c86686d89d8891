package org.patchbay.timers;

import java.time.Instant;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Sets timers. A timer outlives its replica, and fires exactly once, usually within a quarter of a second. Timers of a
 * suspended organisation wait, and fire within about a minute of its being active again.
 *
 * <p>Timers cannot be cancelled. A cancellation would hold the subject's row and wait for the timer's, while the firing
 * holds the timer's and waits for the subject's: a deadlock. Handlers recognise a stale timer by its payload.
 */
@ApplicationScoped
public class Timers {

    /**
     * Sets a timer for when the transaction under way commits.
     *
     * @param kind that of the {@link TimerHandler}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <P> void set(TimerKind<P> kind, long subjectId, P payload, Instant dueAt) {
        set(kind, () -> subjectId, payload, dueAt);
    }

    /** As {@link #set(TimerKind, long, Object, Instant)}; the subject has its id by the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <P> void set(TimerKind<P> kind, LongSupplier subjectId, P payload, Instant dueAt) {
        Timer.set(kind, subjectId, kind.stored(payload), dueAt);
    }

    /** As {@link #set(TimerKind, long, Object, Instant)}, without a payload. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(TimerKind<Void> kind, long subjectId, Instant dueAt) {
        set(kind, () -> subjectId, dueAt);
    }

    /** As {@link #set(TimerKind, long, Instant)}; the subject has its id by the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(TimerKind<Void> kind, LongSupplier subjectId, Instant dueAt) {
        Timer.set(kind, subjectId, 0, dueAt);
    }
}
