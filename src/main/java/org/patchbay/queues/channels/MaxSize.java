package org.patchbay.queues.channels;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.queues.Diversion;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The number of tickets that may wait in a queue at most. */
@RegisterForReflection
public record MaxSize(
        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "100")
        Integer tickets,

        @NotNull Diversion then) {}
