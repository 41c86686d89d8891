package org.patchbay.shared.events;

/**
 * News of something that happened. Observers tell others of it {@code AFTER_SUCCESS}; a feature whose work belongs into
 * the transaction is called instead.
 */
public interface DomainEvent {}
