package org.patchbay.routing;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an agent does not take an offer. */
public record Refusal(
        @Size(max = 4000) @Schema(examples = "I do not speak French.", nullable = true) @Nullable
        String reason) {}
