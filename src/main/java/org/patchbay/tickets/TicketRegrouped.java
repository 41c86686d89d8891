package org.patchbay.tickets;

import org.patchbay.identity.Actor;

/**
 * A live ticket came into another group. Fired inside that transaction, under the ticket's row lock.
 *
 * @param agentId who holds it, null if nobody does
 */
public record TicketRegrouped(long organisationId, long ticketId, long groupId, Long agentId, Actor actor) {}
