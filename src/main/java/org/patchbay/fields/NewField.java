package org.patchbay.fields;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field to define. */
public record NewField(
        @NotNull
        @Pattern(regexp = FieldDefinitions.KEY, message = "{patchbay.field-key}")
        @Schema(
                description = "What requests and conditions call it: 1 to 40 lower-case letters, digits or `_`, a"
                        + " letter first, and no reserved word of CEL. It never changes",
                examples = "serial_number")
        String key,

        @NotBlank
        @Size(max = 100)
        @Schema(description = "What people call it; unique, whatever its case and accents", examples = "Serial number")
        String label,

        @NotNull @Schema(description = "It never changes") FieldType type,

        @Size(max = FieldDefinitions.MOST_OPTIONS)
        @Schema(
                description = "Of a CHOICE, in the order in which they are shown; nothing else has any",
                examples = "[\"1 year\",\"2 years\"]",
                nullable = true)
        List<@NotBlank @Size(max = 100) String> options) {

    public NewField {
        options = options == null ? List.of() : options;
    }
}
