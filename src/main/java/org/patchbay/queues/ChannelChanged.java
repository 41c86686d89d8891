package org.patchbay.queues;

/**
 * The cost of a channel's tickets may have changed. Fired inside that transaction, under
 * {@link org.patchbay.agents.RosterLock}.
 */
public record ChannelChanged(long organisationId, Channel channel) {}
