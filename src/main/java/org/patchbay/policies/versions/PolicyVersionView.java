package org.patchbay.policies.versions;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.policies.rules.Rule;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A version of a policy as clients see it. */
@RegisterForReflection
public record PolicyVersionView(
        @Schema(description = "The id that routing choices of tickets name", examples = "9")
        long id,

        @Schema(examples = "2") long policyId,

        @Schema(description = "Counted in the policy, from 1 on", examples = "3")
        long number,

        PolicyVersion.Status status,

        @Schema(description = "Absent in lists", nullable = true) @Nullable
        List<Rule> rules,

        Instant createdAt,

        @Schema(description = "The last time", nullable = true) @Nullable
        Instant publishedAt,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static PolicyVersionView of(PolicyVersion own) {
        return of(own, own.rules);
    }

    static PolicyVersionView withoutRules(PolicyVersion own) {
        return of(own, null);
    }

    private static PolicyVersionView of(PolicyVersion own, @Nullable List<Rule> rules) {
        return new PolicyVersionView(
                own.id, own.policyId, own.number, own.status, rules, own.createdAt, own.publishedAt, own.version);
    }
}
