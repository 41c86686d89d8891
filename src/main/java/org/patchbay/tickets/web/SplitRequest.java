package org.patchbay.tickets.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Priority;

/** The beginning of a new ticket, and how it is treated. */
record SplitRequest(
        @NotNull
        @Min(1)
        @Schema(description = "The number of a message of the customer in the ticket's conversation", examples = "3")
        Long message,

        @Schema(description = "Where it waits. Where absent, the routing policy says", examples = "2", nullable = true)
        @Nullable
        Long queueId,

        @Schema(description = "The ticket's where absent", nullable = true) @Nullable
        Priority priority) {}
