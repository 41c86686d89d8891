package org.patchbay.macros;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldValue;
import org.patchbay.queues.Priority;
import org.patchbay.replies.KnownPlaceholders;
import org.patchbay.tickets.TicketAttributes;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The steps of a macro, in the order in which they are taken; those that are absent are not. */
@RegisterForReflection
record MacroSteps(
        @Size(max = TicketAttributes.MOST_TAGS)
        @Schema(description = "Tags that the ticket gets", examples = "[3]", nullable = true)
        List<@NotNull Long> tagIds,

        @Size(max = TicketAttributes.MOST_VALUES)
        @Schema(
                type = SchemaType.OBJECT,
                description = "Values of fields that the ticket gets, by key; null removes one",
                additionalProperties = FieldValue.class,
                examples = "{\"under_warranty\":true}",
                nullable = true)
        SortedMap<@NotBlank @Size(max = 40) String, @Nullable Object> fields,

        @Schema(nullable = true) @Nullable Priority priority,

        @Size(max = 4000)
        @KnownPlaceholders
        @Schema(
                description = "Told to colleagues, with the placeholders of saved replies",
                examples = "Photo of {order.number} asked for",
                nullable = true)
        @Nullable
        String note,

        @Size(max = 4000)
        @KnownPlaceholders
        @Schema(
                description = "Told to the customer, with the placeholders of saved replies",
                examples = "Dear {customer.name}, we refunded your order.",
                nullable = true)
        @Nullable
        String reply,

        @Schema(description = "The queue that it is handed on to", examples = "2", nullable = true) @Nullable
        Long queueId,

        @Schema(description = "Whether it is resolved in the end", examples = "false", nullable = true)
        Boolean resolve) {

    MacroSteps {
        tagIds = tagIds == null ? List.of() : tagIds;
        fields = fields == null ? new TreeMap<>() : fields;
        note = note == null || note.isBlank() ? null : note;
        reply = reply == null || reply.isBlank() ? null : reply;
        resolve = resolve != null && resolve;
    }

    @AssertTrue(message = "{patchbay.macro-empty}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isDoing() {
        return !tagIds.isEmpty()
                || !fields.isEmpty()
                || priority != null
                || note != null
                || reply != null
                || queueId != null
                || resolve;
    }

    @AssertTrue(message = "{patchbay.macro-ends}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isEndingOnce() {
        return queueId == null || !resolve;
    }
}
