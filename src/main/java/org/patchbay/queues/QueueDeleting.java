package org.patchbay.queues;

/**
 * A queue is being deleted. Fired inside that transaction, under the lock of {@link org.patchbay.agents.RosterLock};
 * whoever observes it may refuse by throwing.
 */
public record QueueDeleting(long organisationId, long queueId) {}
