package org.patchbay.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;

/** The filters of ticket lists; absent and blank parameters do not restrict. */
class TicketFilters {

    @QueryParam("status")
    @Parameter(description = "Any of these, each by a `status` of its own")
    List<TicketStatus> statuses = List.of();

    @QueryParam("channel")
    @Nullable
    Channel channel;

    @QueryParam("priority")
    @Nullable
    Priority priority;

    @QueryParam("queueId")
    @Parameter(description = "Where it waits, or waited last")
    @Nullable
    Long queueId;

    @QueryParam("agentId")
    @Nullable
    Long agentId;

    @QueryParam("customerId")
    @Nullable
    Long customerId;

    @QueryParam("groupId")
    @Parameter(description = "Of this group, not of those below it")
    @Nullable
    Long groupId;

    @QueryParam("orderNumber")
    @Nullable
    String orderNumber;

    @QueryParam("reason")
    @Nullable
    ReturnReason reason;

    @QueryParam("openedFrom")
    @Nullable
    Instant openedFrom;

    @QueryParam("openedTo")
    @Parameter(description = "Exclusive")
    @Nullable
    Instant openedTo;

    @QueryParam("answerDueBefore")
    @Parameter(description = "Exclusive; of those that are to leave their queue by a time")
    @Nullable
    Instant answerDueBefore;

    @QueryParam("resolutionDueBefore")
    @Parameter(
            description = "Exclusive; of those that are to be resolved by a time, and need not wait for the customer")
    @Nullable
    Instant resolutionDueBefore;

    @QueryParam("text")
    @Parameter(
            description =
                    "Words, or parts of them: each stands in what was said about the ticket, in its order's number or"
                            + " product, or in the customer's name. Neither case nor accents nor signs matter."
                            + " At most 10 words; customers find by what they read",
            schema = @Schema(type = SchemaType.STRING, maxLength = Sought.LONGEST))
    @Nullable
    String text;

    TicketSearch search() {
        return new TicketSearch(
                statuses.stream().filter(Objects::nonNull).toList(),
                channel,
                priority,
                queueId,
                agentId,
                customerId,
                groupId,
                orderNumber,
                reason,
                openedFrom,
                openedTo,
                answerDueBefore,
                resolutionDueBefore,
                Sought.of(text));
    }
}
