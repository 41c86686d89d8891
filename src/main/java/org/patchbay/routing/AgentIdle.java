package org.patchbay.routing;

/** An agent is free and found nothing to do. Observed {@code AFTER_SUCCESS}, to look again once others can see it. */
record AgentIdle(long organisationId, long agentId) {}
