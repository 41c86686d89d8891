package org.patchbay.agents;

import org.patchbay.identity.Actor;

/**
 * An agent is about to be deleted, and offline. Fired outside any transaction; observers take back the agent's tickets.
 */
public record AgentDeleting(Actor actor, long agentId) {}
