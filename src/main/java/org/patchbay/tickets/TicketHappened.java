package org.patchbay.tickets;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.events.DomainEvent;

/**
 * A line was added to a ticket's history.
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
        @Nullable Long leftGroupId,
        long queueId,
        @Nullable Long agentId,
        @Nullable Long holderId,
        Instant at)
        implements DomainEvent {

    /** Whether the ticket was opened, or has another status by this. */
    public boolean changesStatus() {
        return type == TicketEvent.Type.OPENED
                || Arrays.stream(TicketStatus.Step.values())
                        .anyMatch(step -> TicketEvent.Type.of(step) == type && step.to() == status);
    }

    static TicketHappened of(
            Ticket ticket, TicketEvent.State after, TicketEvent.Type type, @Nullable Long agentId, Instant at) {
        return new TicketHappened(
                ticket.id,
                type,
                after.status(),
                ticket.customerId,
                ticket.groupId,
                after.leftGroup(),
                ticket.queueId,
                agentId,
                after.agentId(),
                at);
    }
}
