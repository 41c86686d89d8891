package org.patchbay.agents;

import java.time.Instant;

import org.patchbay.shared.events.DomainEvent;

/** The presence of an agent changed, or their wrap-up was prolonged. */
public record PresenceChanged(long agentId, Presence presence, Instant at) implements DomainEvent {}
