package org.patchbay.queues;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How many tickets of a channel an agent may hold, as clients say and see it. */
@RegisterForReflection
record LimitView(
        @NotNull Channel channel,
        @NotNull @Min(0) @Max(100) @Schema(examples = "3") Integer maximum) {}
