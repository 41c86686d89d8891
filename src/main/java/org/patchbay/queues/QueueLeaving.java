package org.patchbay.queues;

/**
 * A queue is about to be deleted. Fired inside that transaction, under the lock of {@link org.patchbay.agents.Roster};
 * whoever observes it may refuse by throwing.
 */
public record QueueLeaving(long organisationId, long queueId) {}
