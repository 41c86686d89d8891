package org.patchbay.routing;

/** Why an agent was not given a ticket. Where several reasons hold, it is the first. */
enum PassedOver {
    /** They do not serve its queue. */
    NOT_IN_QUEUE,
    /** For now it is for another agent only. */
    NOT_THE_TARGET,
    /** They lack a skill that it requires, or the level. */
    LACKS_SKILL,
    /** Tickets are isolated, and it is not of their groups. */
    NOT_IN_GROUP,
    OFFLINE,
    AWAY,
    /** They had time for their notes. */
    WRAP_UP,
    /** They let it go a short time ago. */
    REFUSED_BEFORE,
    /** What it costs does not fit beside what they held. */
    AT_CAPACITY,
    /** They held as many tickets of its channel as they may. */
    CHANNEL_LIMIT,
    /** They came first, but were just being given another ticket. */
    BEING_MATCHED,
    /** They could have been given it, but somebody else came first. */
    LATER_IN_ORDER;

    /** Whether they could have been given it. */
    boolean fits() {
        return this == BEING_MATCHED || this == LATER_IN_ORDER;
    }
}
