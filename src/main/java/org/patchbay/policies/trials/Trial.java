package org.patchbay.policies.trials;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.policies.rules.Rule;
import org.patchbay.policies.rules.Ruleset;
import org.patchbay.shared.language.Sentence;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The decision of a version about a ticket, with its reasons. */
@RegisterForReflection
record Trial(
        @Schema(description = "The rule that held; absent where none did", examples = "Gold customers", nullable = true)
        @Nullable
        String rule,

        @Schema(description = "The chosen queue; absent for the default queue", nullable = true) @Nullable
        Rule chooses,

        @Schema(
                implementation = String.class,
                description = "Which rule failed, and why: the ticket would go to the default queue",
                nullable = true)
        @Nullable
        Sentence failure,

        @Schema(description = "The rules that were asked, in their order, up to the one that decided")
        List<Ruleset.Asked> asked) {

    static Trial of(Ruleset.Result decision) {
        var chosen = decision.chosen();
        return new Trial(chosen == null ? null : chosen.name(), chosen, decision.failure(), decision.asked());
    }
}
