package org.patchbay.routing.transfers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The queue that shall have a ticket. */
record NewQueue(
        @NotNull @Schema(examples = "2") Long queueId,

        @Size(max = 2000)
        @Schema(
                description = "Why; everybody who sees the ticket reads it",
                examples = "She asks in French.",
                nullable = true)
        @Nullable
        String note) {}
