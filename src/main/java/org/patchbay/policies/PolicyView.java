package org.patchbay.policies;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A policy as clients see it. */
@RegisterForReflection
record PolicyView(
        @Schema(examples = "2") long id,
        @Schema(examples = "Peak season") String name,

        @Schema(
                description = "The number of the version that decides; absent where it is none of this policy",
                examples = "3",
                nullable = true)
        @Nullable
        Long publishedVersion,

        Instant createdAt,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static PolicyView of(Policy policy, @Nullable Long published) {
        return new PolicyView(policy.id, policy.name, published, policy.createdAt, policy.version);
    }
}
