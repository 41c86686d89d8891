package org.patchbay.queues;

/**
 * A queue, or who serves it, is new, changed or deleted. Fired inside that transaction, under the lock of
 * {@link org.patchbay.agents.RosterLock}.
 */
public record QueueChanged(long organisationId, long queueId) {}
