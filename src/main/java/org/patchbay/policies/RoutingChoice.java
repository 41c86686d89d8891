package org.patchbay.policies;

import java.util.List;

import org.patchbay.policies.Ruleset.Result;
import org.patchbay.queues.Priority;
import org.patchbay.skills.RequiredSkill;

/**
 * What the published policy chose for a ticket.
 *
 * @param queueId null for the default queue
 * @param priority null to leave it as it is
 * @param target null for anybody
 * @param policyVersionId null where no policy is published
 * @param ruleName null where no rule held
 * @param failure which condition could not be decided, and why; the ticket then goes to the default queue; else null
 */
public record RoutingChoice(
        Long queueId,
        Priority priority,
        List<RequiredSkill> requiredSkills,
        Target target,
        Long policyVersionId,
        String ruleName,
        String failure) {

    static final RoutingChoice WITHOUT_POLICY = new RoutingChoice(null, null, List.of(), null, null, null, null);

    static RoutingChoice of(long versionId, Result decision) {
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
