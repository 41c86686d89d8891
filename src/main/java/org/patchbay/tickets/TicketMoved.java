package org.patchbay.tickets;

import org.patchbay.identity.Actor;

/**
 * A ticket was opened or changed its status. Fired inside that transaction, under the ticket's row lock. Observe it
 * there to change rows that belong to the ticket, or {@code AFTER_SUCCESS} to tell others.
 *
 * @param actor null for the system
 * @param from null for a new ticket
 * @param agentId the agent who held it before, null if nobody did
 * @param step null for a new ticket
 */
public record TicketMoved(
        long organisationId,
        long ticketId,
        TicketStatus.Step step,
        TicketStatus from,
        TicketStatus to,
        Long agentId,
        Actor actor) {

    /** Whether the ticket now waits for an agent. */
    public boolean waits() {
        return to == TicketStatus.OPEN;
    }

    /** Whether an agent held it, or was offered it, and no longer is. */
    public boolean leftAgent() {
        return from != null && from.isWithAgent() && !to.isWithAgent();
    }
}
