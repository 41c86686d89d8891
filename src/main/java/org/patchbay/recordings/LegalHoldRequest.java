package org.patchbay.recordings;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a recording must not be deleted. */
record LegalHoldRequest(
        @Schema(examples = "true") boolean held,

        @Size(max = 500)
        @Schema(description = "Needed where it is held", examples = "Court order of 1 December", nullable = true)
        @Nullable
        String reason) {}
