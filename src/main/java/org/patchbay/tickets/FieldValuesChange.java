package org.patchbay.tickets;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldValue;

/** Values of fields that a ticket gets and loses. */
record FieldValuesChange(
        @NotNull
        @Size(max = TicketAttributes.MOST_VALUES)
        @Schema(
                type = SchemaType.OBJECT,
                description = "By key; null removes one, and those that are not named stay",
                additionalProperties = FieldValue.class,
                examples = "{\"serial_number\":\"SN-4711\",\"under_warranty\":true}")
        Map<@NotBlank @Size(max = 40) String, @Nullable Object> fields) {}
