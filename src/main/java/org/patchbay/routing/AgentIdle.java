package org.patchbay.routing;

/**
 * An agent is free and was given nothing. Observe it {@code AFTER_SUCCESS}, to look again once others can see it.
 *
 * @param hadRoom whether the agent had room before, too: then waiting tickets go to the agent whose turn it is
 */
record AgentIdle(long organisationId, long agentId, boolean hadRoom) {}
