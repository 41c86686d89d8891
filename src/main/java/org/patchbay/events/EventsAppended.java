package org.patchbay.events;

import org.patchbay.shared.events.DomainEvent;

/** A transaction has events; told once of each. */
public record EventsAppended(long organisationId) implements DomainEvent {}
