package org.patchbay.routing;

/**
 * An agent is free and was given nothing. Observed {@code AFTER_SUCCESS}, to look again once others can see it.
 *
 * @param hadRoom whether they had room before, too: then what waits goes to whoever is first, and not to them
 */
record AgentIdle(long organisationId, long agentId, boolean hadRoom) {}
