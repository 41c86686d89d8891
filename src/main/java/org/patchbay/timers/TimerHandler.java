package org.patchbay.timers;

/**
 * Handles due timers of one kind. Any bean that implements this is found.
 *
 * <p>Timers are never cancelled, so the handler checks first whether this one is stale: whether its subject is still in
 * the round for which it was set.
 */
public interface TimerHandler {

    /** A name of its own, of at most 30 characters. It is stored, so it never changes. */
    String kind();

    /**
     * Handles a due timer. Runs in its organisation with full visibility, in the transaction that removes the timer, so
     * that its effects in the database happen exactly once. Where it throws, the transaction is rolled back and the
     * timer is tried again, after pauses that grow to a minute. It must be short, because few timers fire at once.
     */
    void fire(DueTimer timer);
}
