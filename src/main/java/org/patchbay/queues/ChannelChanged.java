package org.patchbay.queues;

/**
 * What a ticket of a channel costs may have changed. Fired inside that transaction, under the lock of
 * {@link org.patchbay.agents.RosterLock}.
 */
public record ChannelChanged(long organisationId, Channel channel) {}
