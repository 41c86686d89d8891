package org.patchbay.timers;

/**
 * Handles due timers of one kind. Any bean that implements this is found.
 *
 * <p>Timers are never cancelled, so the handler checks first whether this one is stale: whether its payload still holds
 * of its subject.
 *
 * @param <P> the payload of the kind
 */
public interface TimerHandler<P> {

    /** A kind of its own. */
    TimerKind<P> kind();

    /**
     * Handles a due timer. Runs in its organisation with full visibility, in the transaction that removes the timer, so
     * that its effects in the database happen exactly once. Where it throws, the transaction is rolled back and the
     * timer is tried again, after pauses that grow to a minute. It must be short, because few timers fire at once.
     */
    void fire(DueTimer<P> timer);
}
