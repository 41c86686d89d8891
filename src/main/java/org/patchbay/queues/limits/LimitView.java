package org.patchbay.queues.limits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.queues.Channel;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The number of tickets of a channel that an agent may hold, in requests and responses. */
@RegisterForReflection
record LimitView(
        @NotNull Channel channel,
        @NotNull @Min(0) @Max(100) @Schema(examples = "3") Integer maximum) {}
