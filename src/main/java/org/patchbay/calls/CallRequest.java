package org.patchbay.calls;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer's wish to call. */
record CallRequest(
        @NotNull CallKind kind,

        @Size(max = 4000)
        @Schema(description = "What it is about", examples = "My lamp is broken.", nullable = true)
        @Nullable
        String text) {}
