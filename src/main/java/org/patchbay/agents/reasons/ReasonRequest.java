package org.patchbay.agents.reasons;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reason for being away. */
record ReasonRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Lunch")
        String name) {}
