package org.patchbay.agents;

/**
 * An agent is deleted, and holds nothing. Fired inside that transaction, under the {@link RosterLock}'s lock; whoever
 * observes it removes what was said of them.
 */
public record AgentDeleted(long organisationId, long agentId) {}
