package org.patchbay.routing;

import java.time.Duration;

/**
 * An agent was given a ticket. Fired inside that transaction; observe it {@code AFTER_SUCCESS} to tell others.
 *
 * @param waited since the ticket entered the queue this time
 */
public record TicketAssigned(long organisationId, long ticketId, long agentId, Duration waited) {}
