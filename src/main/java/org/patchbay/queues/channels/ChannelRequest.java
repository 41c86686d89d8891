package org.patchbay.queues.channels;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The cost of tickets of a channel, and how they are offered. */
record ChannelRequest(
        @NotNull @Min(1) @Max(100) @Schema(description = "Of an agent's capacity", examples = "1")
        Integer units,

        @NotNull
        @Schema(description = "Whether a ticket takes all of an agent who holds nothing else", examples = "false")
        Boolean exclusive,

        @Min(1)
        @Max(3600)
        @Schema(
                description = "How long an agent is asked whether they take it; assigned at once where absent",
                examples = "20",
                nullable = true)
        @Nullable
        Integer offerSeconds) {}
