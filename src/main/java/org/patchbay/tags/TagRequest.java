package org.patchbay.tags;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag in a request. */
public record TagRequest(
        @NotBlank @Size(max = 50) @Schema(description = "Unique, whatever its case and accents", examples = "VIP")
        String name,

        @NotNull TagColour colour,

        @Schema(
                description = "Whether nothing more gets it; what bears it keeps it. false where absent",
                examples = "false",
                nullable = true)
        Boolean archived) {

    public TagRequest {
        archived = archived != null && archived;
    }
}
