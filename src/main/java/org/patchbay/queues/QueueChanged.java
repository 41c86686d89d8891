package org.patchbay.queues;

/**
 * A queue, or its staffing, is new, changed or deleted. Fired inside that transaction, under
 * {@link org.patchbay.agents.RosterLock}.
 */
public record QueueChanged(long organisationId, long queueId) {}
