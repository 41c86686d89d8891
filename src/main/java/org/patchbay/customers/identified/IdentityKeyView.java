package org.patchbay.customers.identified;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An identity key as clients see it. */
@RegisterForReflection
record IdentityKeyView(
        @Schema(examples = "3") long id,
        @Schema(examples = "HS256") Algorithm algorithm,

        @Schema(description = "Of the secret, or of the public key's SHA-256, to tell keys apart", examples = "kX4a")
        String beginning,

        @Schema(description = "Only in the answer to its creation", nullable = true) @Nullable
        String secret,

        Instant createdAt) {

    static IdentityKeyView of(IdentityKey key) {
        return new IdentityKeyView(key.id, key.algorithm, key.beginning, null, key.createdAt);
    }

    IdentityKeyView withSecret(@Nullable String secret) {
        return new IdentityKeyView(id, algorithm, beginning, secret, createdAt);
    }

    @Override
    public String toString() {
        return "IdentityKeyView[" + id + "]";
    }
}
