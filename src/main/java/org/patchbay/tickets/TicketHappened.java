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
        TicketEventType type,
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
        return type == TicketEventType.OPENED
                || Arrays.stream(TicketStatus.Step.values())
                        .anyMatch(step -> TicketEventType.of(step) == type && step.to() == status);
    }

    static TicketHappened of(TicketSnapshot after, TicketEventType type, @Nullable Long agentId, Instant at) {
        return new TicketHappened(
                after.id(),
                type,
                after.status(),
                after.customerId(),
                after.groupId(),
                after.leftGroupId(),
                after.queueId(),
                agentId,
                after.holderId(),
                at);
    }
}
