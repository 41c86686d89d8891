package org.patchbay.queues;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How long chats of a queue wait for customers who say nothing. */
@RegisterForReflection
public record Silence(
        @NotNull @Min(30) @Max(86_400) @Schema(description = "After how long the customer is warned", examples = "300")
        Integer warnAfterSeconds,

        @NotNull
        @Min(30)
        @Max(86_400)
        @Schema(description = "How long after the warning the chat is resolved", examples = "120")
        Integer endAfterSeconds) {}
