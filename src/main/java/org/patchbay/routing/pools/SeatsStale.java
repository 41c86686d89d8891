package org.patchbay.routing.pools;

import org.patchbay.shared.events.DomainEvent;

/** Seats of many agents are to be looked at again, in transactions of their own. */
public record SeatsStale(long organisationId) implements DomainEvent {}
