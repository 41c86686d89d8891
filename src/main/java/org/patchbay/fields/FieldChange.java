package org.patchbay.fields;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The part of a field that may change. */
record FieldChange(
        @NotBlank
        @Size(max = 100)
        @Schema(description = "What people call it; unique, whatever its case and accents", examples = "Serial number")
        String label,

        @Size(max = FieldDefinitions.MOST_OPTIONS)
        @Schema(
                description =
                        "Of a CHOICE, in the order in which they are shown. Tickets keep the value of one that is gone",
                examples = "[\"1 year\",\"2 years\"]",
                nullable = true)
        List<@NotBlank @Size(max = 100) String> options,

        @Schema(
                description = "Whether no more tickets get a value; those that have one keep it. false where absent",
                examples = "false",
                nullable = true)
        Boolean archived) {

    FieldChange {
        options = options == null ? List.of() : options;
        archived = archived != null && archived;
    }
}
