package org.patchbay.tickets;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.Attachments;
import org.patchbay.fields.FieldValue;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.skills.RequiredSkill;

/** A request to open a ticket. */
@CompleteTicket
public record OpenTicket(
        @Size(max = 64)
        @Schema(description = "The order that it is about; a return case has one", examples = "A-1001", nullable = true)
        @Nullable
        String orderNumber,

        @Schema(
                description = "The customer, where no order tells; customers cannot choose",
                examples = "12",
                nullable = true)
        @Nullable
        Long customerId,

        @Schema(description = "RETURN_CASE where absent; customers cannot choose", nullable = true)
        Channel channel,

        @Schema(description = "Of a return case", nullable = true) @Nullable
        ReturnReason reason,

        @Size(max = LONGEST_NOTE) @Schema(examples = "The lamp arrived with a crack.", nullable = true) @Nullable
        String note,

        @Schema(description = "NORMAL where absent; customers cannot choose", nullable = true) @Nullable
        Priority priority,

        @Schema(
                description = "Where absent, the customer's, or the only one of whoever sees no more; customers cannot"
                        + " choose",
                examples = "3",
                nullable = true)
        @Nullable
        Long groupId,

        @Schema(
                description = "Where it waits; customers cannot choose. Where absent, the routing policy says",
                examples = "2",
                nullable = true)
        @Nullable
        Long queueId,

        @Size(max = 20)
        @DescendingRelaxations
        @Schema(
                description = "Of the agent; customers cannot choose. Where absent, the routing policy says",
                nullable = true)
        @Nullable
        List<@NotNull @Valid RequiredSkill> requiredSkills,

        @Size(max = TicketAttributes.MOST_TAGS)
        @Schema(description = "Its tags; customers cannot choose", examples = "[3]", nullable = true)
        @Nullable
        List<@NotNull Long> tagIds,

        @Size(max = TicketAttributes.MOST_VALUES)
        @Schema(
                type = SchemaType.OBJECT,
                description = "Values of its fields, by key; customers cannot choose",
                additionalProperties = FieldValue.class,
                examples = "{\"serial_number\":\"SN-4711\",\"under_warranty\":true}",
                nullable = true)
        @Nullable
        Map<@NotBlank @Size(max = 40) String, @Nullable Object> fields,

        @Size(max = Attachments.MOST)
        @Schema(
                description = "The files that go with it, which whoever opens it has sent to /attachments before",
                examples = "[7]",
                nullable = true)
        List<@NotNull Long> attachmentIds)
        implements CompleteTicket.Subject {

    private static final int LONGEST_NOTE = 4000;

    public OpenTicket {
        channel = channel == null ? Channel.RETURN_CASE : channel;
        attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
    }

    /** Of a customer who talks, whose text the ticket has from its beginning on. */
    static OpenTicket ofChat(long customerId, String text, Map<String, Object> fields) {
        return new OpenTicket(
                null,
                customerId,
                Channel.CHAT,
                null,
                noteOf(text),
                null,
                null,
                null,
                null,
                null,
                fields.isEmpty() ? null : Map.<String, @Nullable Object>copyOf(fields),
                List.of());
    }

    /** Of a customer who calls. */
    static OpenTicket ofCall(long customerId, Channel channel, @Nullable String text) {
        return new OpenTicket(null, customerId, channel, null, text, null, null, null, null, null, null, List.of());
    }

    /** Of a part of another ticket. No order is its own: that stays with the other one, and so does a return. */
    static OpenTicket ofPart(Ticket other, String text, List<Long> files, @Nullable Long queueId, Priority priority) {
        return new OpenTicket(
                null,
                other.customerId,
                other.channel == Channel.RETURN_CASE ? Channel.CHAT : other.channel,
                null,
                text.isEmpty() ? null : noteOf(text),
                priority,
                other.groupId,
                queueId,
                null,
                null,
                null,
                files);
    }

    private static String noteOf(String text) {
        return text.length() > LONGEST_NOTE ? text.substring(0, lastWhole(text)) : text;
    }

    /** No character is cut in two. */
    private static int lastWhole(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST_NOTE - 1)) ? LONGEST_NOTE - 1 : LONGEST_NOTE;
    }

    /** Whether it sets fields that only staff and other systems may set. */
    boolean choosesTreatment() {
        return channel != Channel.RETURN_CASE
                || customerId != null
                || priority != null
                || groupId != null
                || queueId != null
                || requiredSkills != null
                || tagIds != null
                || fields != null;
    }
}
