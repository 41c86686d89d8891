package org.patchbay.tickets;

import org.patchbay.identity.Actor;

/**
 * A live ticket moved to another group. Fired inside that transaction, under the ticket's row lock.
 *
 * @param agentId the agent who holds it, null if nobody does
 */
public record TicketRegrouped(long organisationId, long ticketId, long groupId, Long agentId, Actor actor) {}
