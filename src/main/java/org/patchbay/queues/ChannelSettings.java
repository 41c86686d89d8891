package org.patchbay.queues;

/**
 * What a ticket of a channel costs.
 *
 * @param units of an agent's capacity
 * @param exclusive whether it takes all units of an agent who holds nothing else
 * @param offerSeconds how long an agent is asked whether they take it; null where it is assigned at once
 */
public record ChannelSettings(int units, boolean exclusive, Integer offerSeconds) {}
