package org.patchbay.tickets;

import java.time.Instant;

/**
 * A line was added to a ticket's history. Fired inside that transaction, under the ticket's row lock.
 *
 * @param groupId the ticket's group after it
 * @param leftGroupId the group that it left by this; null where it left none
 * @param agentId the agent concerned: the one who held the ticket, or was given it; else null
 * @param holderId the agent who holds the ticket after it, or held it last; null while it waits
 */
public record TicketHappened(
        long ticketId,
        TicketEvent.Type type,
        TicketStatus status,
        long customerId,
        long groupId,
        Long leftGroupId,
        long queueId,
        Long agentId,
        Long holderId,
        Instant at) {

    static TicketHappened of(Ticket ticket, Long leftGroupId, TicketEvent event) {
        return new TicketHappened(
                ticket.id,
                event.type,
                event.status,
                ticket.customerId,
                ticket.groupId,
                leftGroupId,
                ticket.queueId,
                event.agentId,
                ticket.agentId,
                event.at);
    }
}
