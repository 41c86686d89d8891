package org.patchbay.customers.identified;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key to be made, or the public half of one. */
record NewIdentityKey(
        @NotNull @Schema(examples = "HS256") Algorithm algorithm,

        @Size(max = 4000)
        @Schema(
                description = "Of RS256, as PEM; a secret for HS256 is made here",
                examples = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBg...",
                nullable = true)
        @Nullable
        String publicKey) {}
