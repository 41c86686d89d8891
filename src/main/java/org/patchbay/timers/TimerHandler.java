package org.patchbay.timers;

/**
 * What happens when a timer of one kind is due. Any bean that implements this is found.
 *
 * <p>Timers are never cancelled, so it looks first whether this one still means anything: whether its subject is still
 * in the round that it was set for.
 */
public interface TimerHandler {

    /** A name of its own, of at most 30 characters. It is stored, so it never changes. */
    String kind();

    /**
     * Runs in the timer's organisation, seeing everything there, in the transaction that removes the timer: what it
     * does is done exactly once. Where it throws, the transaction is rolled back and the timer is tried again, after
     * pauses that grow to a minute. Short, because few run at once.
     */
    void fire(DueTimer timer);
}
