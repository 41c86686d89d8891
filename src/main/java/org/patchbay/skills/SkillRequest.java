package org.patchbay.skills;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A skill. */
record SkillRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "French")
        String name) {}
