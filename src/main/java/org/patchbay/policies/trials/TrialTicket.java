package org.patchbay.policies.trials;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldValue;
import org.patchbay.policies.Facts;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.time.KnownTimeZone;
import org.patchbay.shared.time.StorableTime;

/** A ticket for a trial; an absent field is unknown. */
record TrialTicket(
        @Schema(nullable = true) @Nullable Channel channel,

        @Size(max = 40) @Schema(examples = "DAMAGED", nullable = true) @Nullable
        String reason,

        @Schema(nullable = true) @Nullable Priority priority,

        @Size(max = 35)
        @Schema(description = "The customer's where absent", examples = "de-AT", nullable = true)
        @Nullable
        String language,

        @Size(max = 4000) @Schema(examples = "The lamp arrived with a crack.", nullable = true) @Nullable
        String text,

        @Schema(examples = "3", nullable = true) @Nullable Long groupId,

        @Schema(description = "One who is there, in place of `customer`", examples = "12", nullable = true) @Nullable
        Long customerId,

        @Valid @Schema(nullable = true) Facts.@Nullable Customer customer,

        @Size(max = 64)
        @Schema(description = "One that is there, in place of `order`", examples = "A-1001", nullable = true)
        @Nullable
        String orderNumber,

        @Valid @Schema(nullable = true) Facts.@Nullable Order order,

        @Size(max = 20)
        @Schema(description = "The names of its tags", examples = "[\"VIP\"]", nullable = true)
        @Nullable
        List<@NotNull @Size(max = 50) String> tags,

        @Size(max = 50)
        @Schema(
                type = SchemaType.OBJECT,
                description = "Values of its fields, by key",
                additionalProperties = FieldValue.class,
                examples = "{\"serial_number\":\"SN-4711\",\"under_warranty\":true}",
                nullable = true)
        @Nullable
        Map<@NotBlank @Size(max = 40) String, @NotNull Object> fields,

        @StorableTime
        @Schema(description = "The current time where absent", examples = "2026-11-21T10:15:00Z", nullable = true)
        @Nullable
        Instant now,

        @KnownTimeZone
        @Schema(description = "The organisation's where absent", examples = "Europe/Vienna", nullable = true)
        @Nullable
        String timeZone) {}
