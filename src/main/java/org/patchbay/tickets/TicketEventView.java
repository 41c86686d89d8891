package org.patchbay.tickets;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of history as clients see it. */
public record TicketEventView(
        @Schema(description = "Its number among the events of the organisation; ascends", examples = "90210")
        long id,

        @Schema(examples = "4711") long ticketId,
        TicketEventType type,
        @Schema(description = "The ticket's state after it") TicketStatus status,

        @Schema(description = "The actor; absent for the system", examples = "7", nullable = true) @Nullable
        Long actorId,

        @Schema(examples = "Ada Agent", nullable = true) @Nullable
        String actorName,

        @Schema(description = "The agent who held the ticket, or was given it", examples = "7", nullable = true)
        @Nullable
        Long agentId,

        @Schema(description = "Customers read those that are said to them, or by them", nullable = true) @Nullable
        String note,

        Instant at) {

    static TicketEventView of(TicketEvent event, @Nullable String message) {
        return withNote(event, event.note(message));
    }

    static TicketEventView forCustomer(TicketEvent event, @Nullable String message) {
        return withNote(event, event.type().isSpoken() ? event.note(message) : null);
    }

    private static TicketEventView withNote(TicketEvent event, @Nullable String note) {
        return new TicketEventView(
                event.number(),
                event.ticketId(),
                event.type(),
                event.status(),
                event.actorId(),
                event.actorName(),
                event.agentId(),
                note,
                event.at());
    }
}
