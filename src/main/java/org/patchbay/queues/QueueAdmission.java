package org.patchbay.queues;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The queue in which a new ticket waits, and how.
 *
 * @param then null where it waits as it came; {@link Diversion#OVERFLOW} was followed already
 * @param closed whether the reason is that the queue is closed; else it is full
 * @param opensAt when a closed queue opens again; null where that is not within a year
 */
public record QueueAdmission(
        long queueId,
        String queueName,
        @Nullable Diversion then,
        boolean closed,
        @Nullable Instant opensAt) {}
