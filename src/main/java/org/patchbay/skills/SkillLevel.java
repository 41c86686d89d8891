package org.patchbay.skills;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A skill of an agent with its level, in requests and responses. */
@RegisterForReflection
record SkillLevel(
        @NotNull @Schema(description = "One of /skills", examples = "2")
        Long skillId,

        @NotNull @Min(1) @Max(10) @Schema(description = "10 is the best", examples = "8")
        Integer level) {}
