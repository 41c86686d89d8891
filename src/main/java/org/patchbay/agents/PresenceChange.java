package org.patchbay.agents;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Whether an agent takes tickets from now on. */
record PresenceChange(
        @NotNull Presence presence,

        @Schema(description = "Why they are AWAY: one of /presence-reasons", examples = "2", nullable = true) @Nullable
        Long reasonId) {

    @AssertTrue(message = "{patchbay.only-away-has-a-reason}")
    @Schema(hidden = true)
    @JsonIgnore
    public boolean isReasonOfAway() {
        return reasonId == null || presence == Presence.AWAY;
    }
}
