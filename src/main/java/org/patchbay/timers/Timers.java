package org.patchbay.timers;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Sets what is to happen at a time. A timer outlives its replica, and fires exactly once, usually within a quarter of a
 * second; those of an organisation that is suspended wait, and fire within about a minute of its being active again.
 *
 * <p>There is no way to cancel one. Who cancels would hold its subject's row and wait for the timer's, while the one
 * who fires holds the timer's and waits for the subject's: a deadlock. A handler sees by the round that it comes too
 * late.
 */
@ApplicationScoped
public class Timers {

    /**
     * Sets a timer for when the transaction under way commits.
     *
     * @param kind that of the {@link TimerHandler}
     * @param round whatever lets the handler see that the timer is stale
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(String kind, long subjectId, long round, Instant dueAt) {
        Timer.set(kind, subjectId, round, dueAt);
    }
}
