package org.patchbay.routing.decisions;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The agent that shall have a ticket. */
public record Choice(
        @NotNull @Schema(examples = "7") Long agentId,

        @Size(max = 4000)
        @Schema(
                description = "For the other agent; everybody who sees the ticket reads it",
                examples = "She asks in French.",
                nullable = true)
        @Nullable
        String note) {}
