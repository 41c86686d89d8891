package org.patchbay.tickets.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.identity.Actor;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.ReturnReason;
import org.patchbay.tickets.TicketSearch;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketWords;
import org.patchbay.tickets.search.Sought;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The filters of ticket lists; absent and blank parameters do not restrict. */
class TicketFilters {

    /** Thirty days. */
    private static final int MOST_MINUTES = 43_200;

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

    @QueryParam("mine")
    @DefaultValue("false")
    @Parameter(description = "Whether only those that one holds oneself, or held last, in place of `agentId`")
    boolean mine;

    @QueryParam("invited")
    @DefaultValue("false")
    @Parameter(description = "Whether only live ones into which one is invited oneself")
    boolean invited;

    @QueryParam("dueWithinMinutes")
    @Min(0)
    @Max(MOST_MINUTES)
    @Parameter(
            description = "Live ones of which a promise ends within this time, or is over: to leave the queue, or to be"
                    + " resolved")
    @Nullable
    Integer dueWithinMinutes;

    @QueryParam("tagId")
    @Parameter(description = "Each of these, each by a `tagId` of its own; not for customers")
    List<Long> tagIds = List.of();

    @QueryParam("field")
    @Parameter(
            description = "Each of these, each by a `field` of its own: the key and the value of a field, as in"
                    + " `under_warranty:true`; of numbers and dates also from one to another, as in `amount:10..20`,"
                    + " `amount:10..` and `bought_on:..2026-01-31`. At most 5; not for customers")
    List<String> fields = List.of();

    /**
     * @throws HttpProblem {@code bad-request} for an unknown field or a wrong value, {@code forbidden} to customers who
     *     ask for what they do not see
     */
    TicketSearch search(Actor actor, FieldDefinitions definitions) {
        var tags = tagIds.stream().filter(Objects::nonNull).distinct().toList();
        var values = fields.stream().filter(text -> !text.isBlank()).distinct().toList();
        if (actor.isOnlyCustomer() && !(tags.isEmpty() && values.isEmpty())) {
            throw ProblemType.FORBIDDEN.because(TicketWords.OF_THE_HOUSE);
        }
        return new TicketSearch(
                statuses.stream().filter(Objects::nonNull).toList(),
                channel,
                priority,
                queueId,
                mine ? Long.valueOf(actor.accountId()) : agentId,
                customerId,
                groupId,
                orderNumber,
                reason,
                openedFrom,
                openedTo,
                answerDueBefore,
                resolutionDueBefore,
                Sought.of(text),
                dueWithinMinutes == null ? null : Times.now().plus(Duration.ofMinutes(dueWithinMinutes)),
                invited ? actor.accountId() : null,
                tags,
                values.isEmpty() ? List.of() : definitions.filters(values));
    }
}
