package org.patchbay.agents;

/**
 * An agent may have become able to take a ticket. Fired inside the transaction that freed the agent, which holds their
 * row's lock. Observe it in that transaction to give them the next ticket at once.
 */
public record AgentFreed(long organisationId, long agentId) {}
