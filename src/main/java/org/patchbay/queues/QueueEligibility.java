package org.patchbay.queues;

/**
 * The agents who may be given the tickets of queues and channels. The feature above that knows them implements it; call
 * in the transaction of the change, under {@link org.patchbay.agents.RosterLock}.
 */
public interface QueueEligibility {

    /** A queue, or its staffing, is new, changed or deleted. */
    void queueChanged(long queueId);

    /** The cost of a channel's tickets may have changed. */
    void channelChanged(Channel channel);
}
