package org.patchbay.queues;

import java.time.Instant;

/**
 * Where a new ticket waits, and as what.
 *
 * @param then null where it waits as it came; {@link Diversion#OVERFLOW} was followed already
 * @param closed whether that is because the queue is closed; else it is full
 * @param opensAt when a closed queue opens again; null where that is not within a year
 */
public record QueueAdmission(long queueId, String queueName, Diversion then, boolean closed, Instant opensAt) {}
