package org.patchbay.routing.matching;

import java.time.Duration;

import org.patchbay.shared.events.DomainEvent;

/**
 * An agent was given a ticket.
 *
 * @param waited since the ticket entered the queue this time
 */
public record TicketAssigned(long organisationId, long ticketId, long agentId, Duration waited)
        implements DomainEvent {}
