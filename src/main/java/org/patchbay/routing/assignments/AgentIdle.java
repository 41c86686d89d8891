package org.patchbay.routing.assignments;

import org.patchbay.shared.events.DomainEvent;

/**
 * An agent is free and was given nothing: others look again once they can see it.
 *
 * @param hadRoom whether the agent had room before, too: then waiting tickets go to the agent whose turn it is
 */
public record AgentIdle(long organisationId, long agentId, boolean hadRoom) implements DomainEvent {}
