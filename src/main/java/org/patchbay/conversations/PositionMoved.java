package org.patchbay.conversations;

import org.patchbay.shared.events.DomainEvent;

/** Somebody read on in a conversation. */
public record PositionMoved(long organisationId, long conversationId, long accountId) implements DomainEvent {}
