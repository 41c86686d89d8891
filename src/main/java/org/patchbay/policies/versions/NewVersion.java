package org.patchbay.policies.versions;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.policies.rules.Rule;
import org.patchbay.policies.rules.RulesRequest;

/** A draft: new rules, or those of another version. */
public record NewVersion(
        @Size(max = RulesRequest.MAX_RULES)
        @Schema(description = "The first that holds decides", nullable = true)
        @Nullable
        List<@NotNull @Valid Rule> rules,

        @Schema(
                description = "The number of a version of this policy, in place of rules",
                nullable = true,
                examples = "2")
        @Nullable
        Long copyOf) {}
