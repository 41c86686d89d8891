package org.patchbay.skills;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A lower requirement, once a ticket has waited for some time. */
@RegisterForReflection
public record Relaxation(
        @NotNull @Min(1) @Max(Relaxation.MAX_SECONDS) @Schema(examples = "120")
        Integer afterSeconds,

        @Min(1)
        @Max(10)
        @Schema(description = "Absent where the skill is no longer required", examples = "4", nullable = true)
        @Nullable
        Integer level) {

    /** A day. */
    public static final int MAX_SECONDS = 86_400;
}
