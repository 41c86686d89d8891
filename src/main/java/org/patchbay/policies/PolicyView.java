package org.patchbay.policies;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        Long publishedVersion,

        Instant createdAt,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static PolicyView of(Policy policy, Long publishedOrNull) {
        return new PolicyView(policy.id, policy.name, publishedOrNull, policy.createdAt, policy.version);
    }
}
