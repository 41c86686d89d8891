package org.patchbay.audit;

import org.patchbay.shared.events.DomainEvent;

/** A change was recorded in the organisation of the transaction under way. */
public record Audited(Action action) implements DomainEvent {}
