package org.patchbay.timers;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Sets timers. A timer outlives its replica, and fires exactly once, usually within a quarter of a second. Timers of a
 * suspended organisation wait, and fire within about a minute of its being active again.
 *
 * <p>Timers cannot be cancelled. A cancellation would hold the subject's row and wait for the timer's, while the firing
 * holds the timer's and waits for the subject's: a deadlock. Handlers recognise a stale timer by its round.
 */
@ApplicationScoped
public class Timers {

    /**
     * Sets a timer for when the transaction under way commits.
     *
     * @param kind that of the {@link TimerHandler}
     * @param round a value by which the handler sees that the timer is stale
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(String kind, long subjectId, long round, Instant dueAt) {
        Timer.set(kind, subjectId, round, dueAt);
    }
}
