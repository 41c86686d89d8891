package org.patchbay.agents;

import org.patchbay.shared.events.DomainEvent;

/** An agent went away or offline. */
public record AgentUnavailable(long organisationId, long agentId) implements DomainEvent {}
