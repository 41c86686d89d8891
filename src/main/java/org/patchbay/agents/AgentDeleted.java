package org.patchbay.agents;

/**
 * An agent was deleted and holds nothing. Fired inside that transaction, under {@link RosterLock}; observers remove
 * their rows about the agent.
 */
public record AgentDeleted(long organisationId, long agentId) {}
