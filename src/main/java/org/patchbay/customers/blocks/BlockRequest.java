package org.patchbay.customers.blocks;

import java.time.Instant;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.time.StorableTime;

/** That a customer shall be blocked. */
record BlockRequest(
        @NotBlank @Size(max = 1000) @Schema(description = "For staff alone", examples = "Threatened an agent")
        String reason,

        @Future
        @StorableTime
        @Schema(description = "Absent where it has no end", examples = "2030-01-01T00:00:00Z", nullable = true)
        @Nullable
        Instant until,

        @Schema(
                description = "Whether visitors from the networks that they used last are kept out, too; false where"
                        + " absent. Many people may share one",
                examples = "true",
                nullable = true)
        Boolean networks) {

    BlockRequest {
        networks = networks != null && networks;
    }
}
