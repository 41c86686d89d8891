package org.patchbay.routing.decisions;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.agents.Agents;
import org.patchbay.policies.Policies;
import org.patchbay.queues.Distribution;
import org.patchbay.queues.Queues;
import org.patchbay.routing.decisions.AssignmentTrigger.Basis;
import org.patchbay.routing.decisions.Decision.Outcome;
import org.patchbay.routing.decisions.Decision.Weighed;
import org.patchbay.routing.decisions.MatchQueries.Match;
import org.patchbay.routing.pools.Requirement;
import org.patchbay.routing.pools.RequirementPools;
import org.patchbay.routing.rules.Allotment.Given;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.skills.Skills;
import org.patchbay.tickets.BotPatience;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.Tickets;

import static java.util.Objects.requireNonNull;

/** The decisions about tickets, written in the transaction of the claim, or of the vain search. */
@ApplicationScoped
public class Decisions {

    private final Candidates candidates;
    private final MatchQueries matchQueries;
    private final RequirementPools pools;
    private final Tickets tickets;
    private final Agents agents;
    private final Policies policies;
    private final Queues queues;
    private final Skills skills;
    private final BotPatience botPatience;
    private final boolean enabled;

    Decisions(
            Candidates candidates,
            MatchQueries matchQueries,
            RequirementPools pools,
            Tickets tickets,
            Agents agents,
            Policies policies,
            Queues queues,
            Skills skills,
            BotPatience botPatience,
            DecisionsConfig config) {
        this.botPatience = botPatience;
        this.candidates = candidates;
        this.matchQueries = matchQueries;
        this.pools = pools;
        this.tickets = tickets;
        this.agents = agents;
        this.policies = policies;
        this.queues = queues;
        this.skills = skills;
        this.enabled = config.enabled();
    }

    /** Records that an agent gets a ticket. Call just before the claim, while the agent's seats show their place. */
    public void claimed(Agent agent, Match match, boolean asked, AssignmentTrigger trigger) {
        if (enabled) {
            Decision.record(
                    match.ticket(),
                    asked ? Outcome.OFFERED : Outcome.ASSIGNED,
                    agent.id(),
                    trigger,
                    trigger.basis() == Basis.MATCHER ? among(agent, match) : alone(agent, match));
        }
    }

    /** Records that an agent gets a ticket that is not stored yet. Call before the claim. */
    public void claimed(Given given, Ticket ticket, Distribution distribution, boolean asked, long began) {
        if (enabled) {
            Decision.record(
                    ticket,
                    asked ? Outcome.OFFERED : Outcome.ASSIGNED,
                    given.place().agentId(),
                    AssignmentTrigger.of(Basis.MATCHER, began),
                    candidates.around(ticket, given).weighed(distribution));
        }
    }

    /** Records that no agent was found for a waiting ticket: once, until the reasons change. */
    public void nobodyFor(long ticketId, long began) {
        if (enabled) {
            matchQueries
                    .stillWaiting(ticketId)
                    .filter(ticket -> botPatience.botOf(ticket).isEmpty())
                    .ifPresent(ticket -> {
                        var field = candidates.of(ticket, null);
                        boolean known = Decision.lastOf(ticketId)
                                .filter(last -> last.tellsOfNobody(ticket.poolId(), field.agents()))
                                .isPresent();
                        // A fitting agent came after the search: the transaction that freed them looks for tickets.
                        boolean over = field.agents().stream().anyMatch(Candidate::fits);
                        if (!known && !over) {
                            Decision.record(
                                    ticket,
                                    Outcome.NOBODY,
                                    null,
                                    AssignmentTrigger.of(Basis.MATCHER, began),
                                    field.weighed(null));
                        }
                    });
        }
    }

    private Weighed among(Agent agent, Match match) {
        return candidates.of(match.ticket(), agent.id()).weighed(match.terms().distribution());
    }

    private static Weighed alone(Agent agent, Match match) {
        var only = List.of(Candidate.only(agent.id()));
        return new Weighed(match.terms().distribution(), match.pools(), only, null, null);
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where the current user sees no such ticket
     */
    @Transactional
    Page<DecisionView> list(long ticketId, @Nullable String after, int limit) {
        tickets.check(ticketId);
        var rows = Decision.ofTicket(ticketId, Cursor.id(after), limit + 1);
        var requirements = pools.requirements(
                rows.stream().map(row -> row.poolId).distinct().toList());
        var versions = policies.numbers(rows.stream()
                .map(row -> row.policyVersionId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var names = names(rows, requirements.values());
        return Page.of(
                rows,
                limit,
                row -> DecisionView.of(
                        row, requireNonNull(requirements.get(row.poolId)), versions.get(row.policyVersionId), names),
                row -> Cursor.at(row.id));
    }

    private DecisionView.Names names(List<Decision> rows, Collection<Requirement> requirements) {
        var seen = agents.names(Stream.concat(
                        rows.stream()
                                .flatMap(row -> row.weighed.candidates().stream())
                                .map(Candidate::agentId),
                        requirements.stream().map(Requirement::targetId))
                .distinct()
                .toList());
        var lacked = rows.stream()
                .flatMap(row -> row.weighed.candidates().stream())
                .map(candidate -> candidate.figures().skillId())
                .filter(Objects::nonNull);
        var required = requirements.stream().flatMap(requirement -> requirement.skills().keySet().stream());
        return new DecisionView.Names(
                seen,
                queues.names(requirements.stream()
                        .map(Requirement::queueId)
                        .distinct()
                        .toList()),
                skills.names(Stream.concat(lacked, required).distinct().toList()));
    }
}
