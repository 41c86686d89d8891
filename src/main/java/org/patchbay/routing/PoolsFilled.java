package org.patchbay.routing;

import org.patchbay.shared.DomainEvent;

/**
 * Many agents became eligible for more tickets, and all were locked meanwhile, perhaps for longer than matchers try.
 */
record PoolsFilled(long organisationId) implements DomainEvent {}
