package org.patchbay.routing.pools;

import org.patchbay.shared.events.DomainEvent;

/**
 * Many agents became eligible for more tickets, and all were locked meanwhile, perhaps for longer than matchers try.
 */
public record PoolsFilled(long organisationId) implements DomainEvent {}
