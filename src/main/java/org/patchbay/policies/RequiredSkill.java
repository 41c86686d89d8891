package org.patchbay.policies;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How good at something an agent must be; less so, the longer the ticket waits. */
@RegisterForReflection
public record RequiredSkill(
        @NotNull @Schema(description = "One of /skills", examples = "2")
        Long skillId,

        @NotNull @Min(1) @Max(10) @Schema(description = "10 is the best", examples = "8")
        Integer level,

        @Size(max = 10) @Schema(description = "Each later than the one before, and lower", nullable = true)
        List<@NotNull @Valid Relaxation> relax) {

    /** A day. */
    static final int MAX_SECONDS = 86_400;

    public RequiredSkill {
        relax = relax == null ? List.of() : relax;
    }
}
