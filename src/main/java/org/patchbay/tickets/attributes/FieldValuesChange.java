package org.patchbay.tickets.attributes;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldValue;
import org.patchbay.tickets.TicketAttributes;

/** Values of fields that a ticket gets and loses. */
public record FieldValuesChange(
        @NotNull
        @Size(max = TicketAttributes.MOST_VALUES)
        @Schema(
                type = SchemaType.OBJECT,
                description = "By key; null removes one, and those that are not named stay",
                additionalProperties = FieldValue.class,
                examples = "{\"serial_number\":\"SN-4711\",\"under_warranty\":true}")
        Map<@NotBlank @Size(max = 40) String, @Nullable Object> fields) {}
