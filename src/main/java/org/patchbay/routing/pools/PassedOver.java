package org.patchbay.routing.pools;

/** Why an agent was not given a ticket. Where several reasons hold, the first one counts. */
public enum PassedOver {
    /** The agent does not serve the ticket's queue. */
    NOT_IN_QUEUE,
    /** The ticket is for another agent only, for now. */
    NOT_THE_TARGET,
    /** The agent lacks a required skill, or its level. */
    LACKS_SKILL,
    /** Tickets are isolated, and this one is not of the agent's groups. */
    NOT_IN_GROUP,
    OFFLINE,
    AWAY,
    /** The agent was in wrap-up. */
    WRAP_UP,
    /** The agent let the ticket go a short time ago. */
    REFUSED_BEFORE,
    /** The ticket's cost does not fit beside the agent's load. */
    AT_CAPACITY,
    /** The agent held as many tickets of its channel as they may. */
    CHANNEL_LIMIT,
    /** The agent came first, but was just being given another ticket. */
    BEING_MATCHED,
    /** The agent could have been given it, but another one came first. */
    LATER_IN_ORDER;

    /** Whether the agent could have been given the ticket. */
    public boolean fits() {
        return this == BEING_MATCHED || this == LATER_IN_ORDER;
    }
}
