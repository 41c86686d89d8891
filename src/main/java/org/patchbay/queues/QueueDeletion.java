package org.patchbay.queues;

/** Rows that a feature above keeps about queues. Any bean that implements this is found. */
public interface QueueDeletion {

    /**
     * Removes them, in the transaction that deletes the queue, under {@link org.patchbay.agents.RosterLock}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where the queue must stay
     */
    void queueDeleting(long queueId);
}
