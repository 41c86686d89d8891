package org.patchbay.queues;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The share of a queue's tickets that shall be taken, and the time in which. */
@RegisterForReflection
public record ServiceLevel(
        @NotNull @Min(1) @Max(100) @Schema(examples = "80") Integer percent,

        @NotNull @Min(1) @Max(ServiceLevel.MAX_SECONDS) @Schema(examples = "20")
        Integer seconds) {

    /** A month; no time that a queue says is longer. */
    static final int MAX_SECONDS = 2_678_400;
}
