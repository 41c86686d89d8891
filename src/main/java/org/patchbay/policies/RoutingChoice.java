package org.patchbay.policies;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.patchbay.policies.rules.Ruleset.Result;
import org.patchbay.queues.Priority;
import org.patchbay.shared.language.Sentence;
import org.patchbay.skills.RequiredSkill;

/**
 * The choice of the published policy for a ticket.
 *
 * @param queueId null for the default queue
 * @param priority null to leave it as it is
 * @param target null for any agent
 * @param policyVersionId null where no policy is published
 * @param ruleName null where no rule held
 * @param failure the condition that could not be decided, and why; the ticket then goes to the default queue; else null
 */
public record RoutingChoice(
        @Nullable Long queueId,
        @Nullable Priority priority,
        List<RequiredSkill> requiredSkills,
        @Nullable Target target,
        @Nullable Long policyVersionId,
        @Nullable String ruleName,
        @Nullable Sentence failure) {

    static final RoutingChoice WITHOUT_POLICY = new RoutingChoice(null, null, List.of(), null, null, null, null);

    public static RoutingChoice of(long versionId, Result decision) {
        var rule = decision.chosen();
        return rule == null
                ? new RoutingChoice(null, null, List.of(), null, versionId, null, decision.failure())
                : new RoutingChoice(
                        rule.queueId(),
                        rule.priority(),
                        rule.requiredSkills(),
                        rule.target(),
                        versionId,
                        rule.name(),
                        null);
    }
}
