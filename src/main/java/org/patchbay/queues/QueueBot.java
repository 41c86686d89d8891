package org.patchbay.queues;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The program that answers chats of a queue before people do: no agent is given them there. */
@RegisterForReflection
public record QueueBot(
        @Schema(
                description = "The API client that answers; null once it is gone: then chats wait where it would hand"
                        + " them over",
                examples = "31",
                nullable = true)
        @Nullable
        Long apiClientId,

        @NotNull @Schema(description = "The queue where people go on", examples = "2")
        Long handOverToQueueId,

        @NotNull
        @Min(5)
        @Max(3600)
        @Schema(
                description = "A chat is handed over by itself where the bot does not answer for so long",
                examples = "30")
        Integer patienceSeconds) {}
