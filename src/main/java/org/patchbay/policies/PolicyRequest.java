package org.patchbay.policies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A routing policy. */
record PolicyRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Peak season")
        String name) {}
