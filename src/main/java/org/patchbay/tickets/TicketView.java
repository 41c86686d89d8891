package org.patchbay.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldValue;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.tenancy.OfCustomer;
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
        @Schema(nullable = true) @Nullable ReturnReason reason,
        Priority priority,

        @Schema(examples = "The lamp arrived with a crack.", nullable = true) @Nullable
        String note,

        @Schema(examples = "12") long customerId,

        @Schema(description = "Where it is spoken of: /conversations/{id}", examples = "4711")
        long conversationId,

        @Schema(
                description = "The ticket that it became one with: what is said goes on there",
                examples = "4712",
                nullable = true)
        @Nullable
        Long mergedInto,

        @Schema(description = "The ticket of which it was a part", examples = "4710", nullable = true) @Nullable
        Long splitFrom,

        @Schema(examples = "A-1001", nullable = true) @Nullable
        String orderNumber,

        @Schema(
                description = "The agent who holds it or is offered it, or held it last; absent while it waits",
                examples = "7",
                nullable = true)
        @Nullable
        Long agentId,

        @Schema(description = "Its age counts from here, whatever happens to it")
        Instant openedAt,

        @Schema(description = "Since when it waits for an agent this time", nullable = true) @Nullable
        Instant waitingSince,

        @Schema(description = "When an agent first took it", nullable = true) @Nullable
        Instant firstAssignedAt,

        @Schema(
                description = "By when an agent is to take it first, as its queue promises; open time counts",
                nullable = true)
        @Nullable
        Instant answerDueAt,

        @Schema(
                description =
                        "By when it is to be resolved, as its queue promises; open time counts, and not the time in"
                                + " which the customer must answer. Absent meanwhile",
                nullable = true)
        @Nullable
        Instant resolutionDueAt,

        @Schema(nullable = true) @Nullable Instant resolvedAt,

        @Schema(
                description = "When it resumes by itself, where it is PENDING until a time; customers see it"
                        + " IN_PROGRESS meanwhile, and no time",
                nullable = true)
        @Nullable
        Instant pendingUntil,

        Instant updatedAt,

        @Schema(
                description =
                        "When what was said in it was erased, with its customer or because it was kept long enough;"
                                + " nothing is added to it since",
                nullable = true)
        @Nullable
        Instant erasedAt,

        @Schema(description = "What the customer says of how it was resolved", nullable = true) @Nullable
        RatingView rating,

        @Schema(description = "Its tags; customers see none")
        List<Long> tagIds,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The values of its fields, by key; customers see none",
                additionalProperties = FieldValue.class)
        SortedMap<String, Object> fields,

        @Schema(description = "The names behind the ids, where `expand=true` asks for them", nullable = true) @Nullable
        TicketDetails details,

        @Schema(description = "The steps that one may take now: POST /tickets/{id}/{step}")
        List<Step> nextSteps,

        @Schema(description = "Also the ETag", examples = "2")
        int version)
        implements OfCustomer {

    @RegisterForReflection
    record RatingView(
            @Schema(description = "5 is the best", examples = "5")
            int score,

            @Schema(examples = "Quick and friendly.", nullable = true) @Nullable
            String comment,

            Instant ratedAt) {

        static @Nullable RatingView of(Ticket ticket) {
            return ticket.rating == null || ticket.ratedAt == null
                    ? null
                    : new RatingView(ticket.rating, ticket.ratingComment, ticket.ratedAt);
        }
    }

    /** @param nextSteps the steps that the reader may take now */
    static TicketView of(Ticket ticket, @Nullable TicketDetails details, Set<Step> nextSteps, boolean forCustomer) {
        return new TicketView(
                ticket.id,
                ticket.groupId,
                ticket.queueId,
                ticket.channel,
                forCustomer && ticket.isSnoozed() ? TicketStatus.IN_PROGRESS : ticket.status,
                ticket.reason,
                ticket.priority,
                ticket.note,
                ticket.customerId,
                ticket.conversationId(),
                ticket.mergedInto,
                ticket.splitFrom,
                ticket.orderNumber,
                ticket.agentId,
                ticket.openedAt,
                ticket.waitingSince,
                ticket.promises.answeredAt(),
                ticket.promises.answerDueAt,
                ticket.status == TicketStatus.PENDING ? null : ticket.promises.resolutionDueAt,
                ticket.resolvedAt,
                forCustomer ? null : ticket.pendingUntil,
                ticket.updatedAt,
                ticket.erasedAt,
                RatingView.of(ticket),
                forCustomer ? List.of() : ticket.tagIds(),
                new TreeMap<>(forCustomer ? Map.of() : ticket.fieldValues()),
                details,
                List.copyOf(nextSteps),
                ticket.version);
    }
}
