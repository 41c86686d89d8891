package org.patchbay.routing.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Distribution;
import org.patchbay.routing.decisions.AssignmentTrigger.Basis;
import org.patchbay.routing.decisions.Candidate.Figures;
import org.patchbay.routing.decisions.Decision.Outcome;
import org.patchbay.routing.pools.PassedOver;
import org.patchbay.routing.pools.Requirement;

import io.quarkus.runtime.annotations.RegisterForReflection;

import static java.util.Objects.requireNonNull;

/** A decision as clients see it: invisible agents are only counted. */
@RegisterForReflection
record DecisionView(
        @Schema(examples = "90210") long id,
        @Schema(examples = "4711") long ticketId,
        Instant at,
        Outcome outcome,

        @Schema(
                description =
                        "MATCHER: an agent was sought for the ticket. FREED_AGENT: a ticket was sought for an agent"
                                + " who was free, and nobody else was looked at. SUPERVISOR: `actorId` chose the"
                                + " agent. HOLDER: `actorId` held it and handed it on")
        Basis basis,

        @Schema(description = "The supervisor or agent who decided", examples = "7", nullable = true) @Nullable
        Long actorId,

        @Schema(examples = "Sue Supervisor", nullable = true) @Nullable
        String actorName,

        @Schema(
                description = "The version of a routing policy that was published when the ticket came",
                nullable = true)
        @Nullable
        Long policyVersionId,

        @Schema(
                description = "Its number within the policy; absent where it is deleted",
                examples = "3",
                nullable = true)
        @Nullable
        Long policyVersion,

        @Schema(description = "The rule that held; absent where none did", examples = "French gold", nullable = true)
        @Nullable
        String ruleName,

        Required requirement,

        @Schema(description = "The agent who got it; absent where none did", examples = "7", nullable = true) @Nullable
        Long agentId,

        @Schema(description = "Their name today", examples = "Ada Agent", nullable = true) @Nullable
        String agentName,

        @Schema(description = "How the queue orders agents; absent where nobody was found", nullable = true) @Nullable
        Distribution distribution,

        @Schema(
                description =
                        "Of FREED_AGENT: how many kinds of requirements had a waiting ticket for the agent, of which"
                                + " this came first",
                examples = "2",
                nullable = true)
        @Nullable
        Integer pools,

        @Schema(
                description =
                        "The chosen one first. Where more than 20 serve the queue: those who came first in its order,"
                                + " the next after the chosen one, and who refused")
        List<Compared> candidates,

        @Schema(description = "How many of the candidates are out of sight", examples = "0")
        int hidden,

        @Schema(
                description =
                        "Where not all are named, but up to 500 serve the queue: all of these by reason. Agents who"
                                + " could have been given it count as LATER_IN_ORDER",
                nullable = true)
        @Nullable
        SortedMap<PassedOver, Integer> counts,

        @Schema(description = "When they were counted: up to some seconds before", nullable = true) @Nullable
        Instant countsAsOf,

        @Schema(description = "How long it took, in microseconds", examples = "1850")
        int micros) {

    /**
     * The ticket's requirement at that time.
     *
     * @param targetAgentId the only one who might be given it; null for any agent, and where they are invisible
     */
    @RegisterForReflection
    record Required(
            @Schema(examples = "2") long queueId,

            @Schema(description = "Its name today", examples = "Returns")
            String queueName,

            Channel channel,
            List<SkillAtLeast> skills,

            @Schema(description = "The only one who might be given it", examples = "7", nullable = true) @Nullable
            Long targetAgentId,

            @Schema(description = "Their name today", examples = "Ada Agent", nullable = true) @Nullable
            String targetAgentName) {}

    @RegisterForReflection
    record SkillAtLeast(
            @Schema(examples = "2") long skillId,

            @Schema(description = "Absent where it is deleted", examples = "French", nullable = true) @Nullable
            String skillName,

            @Schema(examples = "8") int level) {}

    @RegisterForReflection
    record Compared(
            @Schema(examples = "7") long agentId,

            @Schema(description = "Their name today", examples = "Ada Agent")
            String agentName,

            @Schema(
                    description = "Why they were not given it: the first reason that held; absent for who was",
                    nullable = true)
            @Nullable
            PassedOver passedOver,

            @Schema(description = "Of the skill that `figures` name", examples = "French", nullable = true) @Nullable
            String skillName,

            @Schema(description = "Those that tell of the reason")
            Figures figures) {}

    /**
     * The present names of things, by their ids.
     *
     * @param agents the visible ones
     */
    record Names(Map<Long, String> agents, Map<Long, String> queues, Map<Long, String> skills) {}

    static DecisionView of(Decision decision, Requirement requirement, @Nullable Long version, Names names) {
        var seen = names.agents();
        var weighed = decision.weighed;
        var candidates = weighed.candidates().stream()
                .filter(candidate -> seen.containsKey(candidate.agentId()))
                .map(candidate -> new Compared(
                        candidate.agentId(),
                        requireNonNull(seen.get(candidate.agentId())),
                        candidate.passedOver(),
                        candidate.figures().skillId() == null
                                ? null
                                : names.skills().get(candidate.figures().skillId()),
                        candidate.figures()))
                .toList();
        return new DecisionView(
                decision.id,
                decision.ticketId,
                decision.at,
                decision.outcome,
                decision.basis,
                decision.actorId,
                decision.actorName,
                decision.policyVersionId,
                version,
                decision.ruleName,
                required(requirement, names),
                decision.agentId != null && seen.containsKey(decision.agentId) ? decision.agentId : null,
                decision.agentId == null ? null : seen.get(decision.agentId),
                weighed.distribution(),
                weighed.pools(),
                candidates,
                weighed.candidates().size() - candidates.size(),
                weighed.counts() == null ? null : new TreeMap<>(weighed.counts()),
                weighed.countsAsOf(),
                decision.micros);
    }

    private static Required required(Requirement requirement, Names names) {
        return new Required(
                requirement.queueId(),
                requireNonNull(names.queues().get(requirement.queueId())),
                requirement.channel(),
                requirement.skills().entrySet().stream()
                        .map(skill ->
                                new SkillAtLeast(skill.getKey(), names.skills().get(skill.getKey()), skill.getValue()))
                        .toList(),
                names.agents().containsKey(requirement.targetId()) ? requirement.targetId() : null,
                names.agents().get(requirement.targetId()));
    }
}
