package org.patchbay.queues;

/**
 * A queue is being deleted. Fired inside that transaction, under the lock of {@link org.patchbay.agents.Roster};
 * whoever observes it may refuse by throwing.
 */
public record QueueLeaving(long organisationId, long queueId) {}
