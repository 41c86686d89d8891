package org.patchbay.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.queues.Priority;

/** A return case to open. */
record OpenTicket(
        @NotBlank @Size(max = 64) @Schema(examples = "A-1001")
        String orderNumber,

        @NotNull Reason reason,

        @Size(max = 4000) @Schema(examples = "The lamp arrived with a crack.", nullable = true)
        String note,

        @Schema(description = "NORMAL where absent; customers cannot choose", nullable = true)
        Priority priority,

        @Schema(
                description = "Where absent, the customer's, or the only one of whoever sees no more; customers cannot"
                        + " choose",
                examples = "3",
                nullable = true)
        Long groupId) {}
