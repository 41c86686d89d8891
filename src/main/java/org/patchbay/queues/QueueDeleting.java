package org.patchbay.queues;

/**
 * A queue is being deleted. Fired inside that transaction, under {@link org.patchbay.agents.RosterLock}; observers may
 * refuse by throwing.
 */
public record QueueDeleting(long organisationId, long queueId) {}
