package org.patchbay.agents;

import org.patchbay.identity.Actor;

/**
 * An agent is about to be deleted. Fired inside that transaction, before their row is locked; whoever observes it takes
 * back what they hold.
 */
public record AgentLeaving(Actor actor, long agentId) {}
