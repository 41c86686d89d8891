package org.patchbay.routing;

import java.time.Duration;

import org.patchbay.shared.DomainEvent;

/**
 * An agent was given a ticket.
 *
 * @param waited since the ticket entered the queue this time
 */
record TicketAssigned(long organisationId, long ticketId, long agentId, Duration waited) implements DomainEvent {}
