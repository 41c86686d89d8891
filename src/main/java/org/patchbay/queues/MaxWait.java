package org.patchbay.queues;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How long tickets may wait in a queue at most. */
@RegisterForReflection
public record MaxWait(
        @NotNull @Min(1) @Max(ServiceLevel.MAX_SECONDS) @Schema(examples = "600")
        Integer seconds,

        @NotNull Diversion then) {}
