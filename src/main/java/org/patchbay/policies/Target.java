package org.patchbay.policies;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.skills.Relaxation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The only agent who may be given the ticket for some time; any agent afterwards. */
@RegisterForReflection
public record Target(
        @NotNull Kind kind,

        @Schema(description = "Where it is an AGENT", examples = "7", nullable = true) @Nullable
        Long agentId,

        @NotNull @Min(1) @Max(Relaxation.MAX_SECONDS) @Schema(examples = "60")
        Integer forSeconds) {

    /** How the agent is named. */
    public enum Kind {
        /** The agent who held a ticket of this customer last. */
        LAST_AGENT,
        AGENT
    }
}
