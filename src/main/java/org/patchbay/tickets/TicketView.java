package org.patchbay.tickets;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A ticket as clients see it. */
@RegisterForReflection
public record TicketView(
        @Schema(description = "Also the number people read out", examples = "4711")
        long id,

        @Schema(examples = "3") long groupId,

        @Schema(description = "Where it waits, or waited last", examples = "2")
        long queueId,

        Channel channel,
        TicketStatus status,
        @Schema(nullable = true) Reason reason,
        Priority priority,

        @Schema(examples = "The lamp arrived with a crack.", nullable = true)
        String note,

        @Schema(examples = "12") long customerId,
        @Schema(examples = "A-1001", nullable = true) String orderNumber,

        @Schema(
                description = "Who holds it or is offered it, or held it last; absent while it waits",
                examples = "7",
                nullable = true)
        Long agentId,

        @Schema(description = "Its age counts from here, whatever happens to it")
        Instant openedAt,

        @Schema(description = "Since when it waits for an agent this time", nullable = true)
        Instant waitingSince,

        @Schema(nullable = true) Instant resolvedAt,
        Instant updatedAt,

        @Schema(description = "The steps its state allows: POST /tickets/{id}/{step}")
        List<Step> nextSteps,

        @Schema(description = "Also the ETag", examples = "2")
        int version) {

    static TicketView of(Ticket ticket) {
        return new TicketView(
                ticket.id,
                ticket.groupId,
                ticket.queueId,
                ticket.channel,
                ticket.status,
                ticket.reason,
                ticket.priority,
                ticket.note,
                ticket.customerId,
                ticket.orderNumber,
                ticket.agentId,
                ticket.openedAt,
                ticket.waitingSince,
                ticket.resolvedAt,
                ticket.updatedAt,
                List.copyOf(ticket.status.nextSteps()),
                ticket.version);
    }
}
