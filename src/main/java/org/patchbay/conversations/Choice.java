package org.patchbay.conversations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A button of a message. */
@RegisterForReflection
record Choice(
        @NotBlank @Size(max = 100) @Schema(description = "Which the answer names", examples = "refund")
        String value,

        @NotBlank @Size(max = 100) @Schema(description = "As the customer reads it", examples = "My money back")
        String label) {}
