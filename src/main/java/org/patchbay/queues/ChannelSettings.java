package org.patchbay.queues;

import org.jspecify.annotations.Nullable;

/**
 * The cost of a channel's tickets.
 *
 * @param units units of an agent's capacity
 * @param exclusive whether a ticket takes all units of an agent, who may hold nothing else
 * @param offerSeconds how long an agent is asked whether they take it; null where it is assigned at once
 */
public record ChannelSettings(
        int units, boolean exclusive, @Nullable Integer offerSeconds) {}
