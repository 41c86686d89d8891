package org.patchbay.conversations;

import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody has got in a conversation; it never goes back. */
public record PositionRequest(
        @Min(0) @Schema(description = "The number of the last message that was read", examples = "17", nullable = true)
        Long readUpTo,

        @Min(0)
        @Schema(description = "The number of the last message that the device has", examples = "17", nullable = true)
        Long deliveredUpTo) {

    public PositionRequest {
        readUpTo = readUpTo == null ? Long.valueOf(0) : readUpTo;
        deliveredUpTo = deliveredUpTo == null ? Long.valueOf(0) : deliveredUpTo;
    }
}
