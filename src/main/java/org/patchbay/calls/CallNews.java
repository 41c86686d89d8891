package org.patchbay.calls;

import java.util.Set;

import org.patchbay.shared.events.DomainEvent;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something changed in a call, or a device tells another something; on all replicas.
 *
 * @param accounts those who are to look at it
 */
@RegisterForReflection
public record CallNews(long organisationId, long ticketId, long callId, Set<Long> accounts) implements DomainEvent {}
