package org.patchbay.agents;

import org.patchbay.identity.Actor;

/**
 * An agent is about to be deleted, and offline. Fired outside of any transaction; whoever observes it takes back what
 * they hold.
 */
public record AgentDeleting(Actor actor, long agentId) {}
