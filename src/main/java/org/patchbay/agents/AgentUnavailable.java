package org.patchbay.agents;

/** An agent went away or offline. Fired inside that transaction; observe it {@code AFTER_SUCCESS}. */
public record AgentUnavailable(long organisationId, long agentId) {}
