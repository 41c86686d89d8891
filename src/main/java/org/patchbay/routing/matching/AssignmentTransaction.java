package org.patchbay.routing.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.assignments.FirstResponse;
import org.patchbay.routing.decisions.AssignmentTrigger;
import org.patchbay.routing.decisions.AssignmentTrigger.Basis;
import org.patchbay.routing.decisions.Decisions;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.decisions.MatchQueries.Match;
import org.patchbay.routing.decisions.MatchQueries.MatchCandidate;
import org.patchbay.routing.decisions.MatchRequest;
import org.patchbay.routing.offers.Offers;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.AgentSearch;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/**
 * Claims an agent's capacity and a ticket in one transaction, under both row locks: the agent's first, then the
 * ticket's, both with {@code skip locked}, so that matchers neither wait for one another nor deadlock.
 */
@ApplicationScoped
public class AssignmentTransaction implements AgentSearch {

    /** The result of an attempt to match. */
    enum MatchResult {
        NOTHING_TO_MATCH,
        EMPTY_HANDED,
        WANTED_CLAIMED,
        OTHER_CLAIMED
    }

    private final MatchQueries matchQueries;
    private final EligibilityIndex index;
    private final Timers timers;
    private final FirstResponse firstResponse;
    private final Decisions decisions;

    AssignmentTransaction(
            MatchQueries matchQueries,
            EligibilityIndex index,
            Timers timers,
            FirstResponse firstResponse,
            Decisions decisions) {
        this.matchQueries = matchQueries;
        this.timers = timers;
        this.firstResponse = firstResponse;
        this.index = index;
        this.decisions = decisions;
    }

    /**
     * Gives the agent the best waiting ticket. Looks first, in the same transaction: under load most requests come when
     * the match is already made.
     */
    @Transactional
    MatchResult attempt(MatchRequest request) {
        long began = System.nanoTime();
        var lead = matchQueries.find(request);
        if (lead.isEmpty()) {
            if (request.ticketId() != null) {
                decisions.nobodyFor(request.ticketId(), began);
            }
            return MatchResult.NOTHING_TO_MATCH;
        }
        return follow(lead.get(), began)
                .map(ticket -> request.isFor(ticket.id()) ? MatchResult.WANTED_CLAIMED : MatchResult.OTHER_CLAIMED)
                .orElse(MatchResult.EMPTY_HANDED);
    }

    /**
     * However many tickets are opened at once, they never run ahead of the matchers. Locked agents, and locked older
     * tickets, are skipped. A vain search is not recorded: a matcher looks again after the commit.
     */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void seekFor(Ticket ticket) {
        long began = System.nanoTime();
        CurrentVisibility.ofEverything(
                () -> matchQueries.find(MatchRequest.agentFor(ticket.id())).ifPresent(lead -> follow(lead, began)));
        Ticket.flush();
        if (ticket.status() == TicketStatus.OPEN) {
            DomainEvents.publish(new TicketAvailable(ticket.organisationId(), ticket.id(), null));
        }
    }

    /** Gives an agent as many of the best waiting tickets as they can take. The caller holds the agent's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fill(Agent agent) {
        while (agent.isFree() && best(agent, null, System.nanoTime()).isPresent()) {
            // Each claim is made by the condition.
        }
        index.place(agent);
    }

    /**
     * Gives the ticket to the agent, or offers it where its channel says so and no person chose the agent. The caller
     * holds both locks, and updates the agent's seats afterwards.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void claim(Agent agent, Match match, AssignmentTrigger trigger) {
        var ticket = match.ticket();
        var terms = match.terms();
        var now = Times.now();
        var waited = Optional.ofNullable(ticket.waitingSince()).map(since -> between(since, now));
        boolean asked = terms.offerSeconds() != null && trigger.actor() == null;
        decisions.claimed(agent, match, asked, trigger);
        agent.take(terms.units());
        if (asked) {
            ticket.offerTo(agent.id());
            var offer = Assignment.begin(ticket.id(), agent.id(), terms, terms.offerSeconds());
            timers.set(Offers.EXPIRY, offer.id, requireNonNull(offer.expiresAt));
        } else {
            ticket.assignTo(agent.id(), trigger.actor());
            var assignment = Assignment.begin(ticket.id(), agent.id(), terms, null);
            if (terms.firstResponseSeconds() != null) {
                firstResponse.expect(assignment, ticket.queueId());
            }
        }
        if (terms.inTurn()) {
            index.served(agent, ticket.queueId());
        }
        DomainEvents.publish(
                new TicketAssigned(ticket.organisationId(), ticket.id(), agent.id(), waited.orElse(Duration.ZERO)));
    }

    private Optional<Ticket> follow(MatchCandidate lead, long began) {
        return lead.agent().get().flatMap(agent -> serve(agent, lead.ticketId(), began));
    }

    private Optional<Ticket> serve(Agent agent, @Nullable Long sought, long began) {
        var ticket = best(agent, sought, began);
        index.place(agent);
        return ticket;
    }

    private Optional<Ticket> best(Agent agent, @Nullable Long wanted, long began) {
        var match = matchQueries.lockTicket(agent);
        match.ifPresent(found -> {
            boolean sought = wanted != null && wanted == found.ticket().id();
            claim(agent, found, AssignmentTrigger.of(sought ? Basis.MATCHER : Basis.FREED_AGENT, began));
        });
        return match.map(Match::ticket);
    }

    /** Clocks of replicas differ a little. */
    private static Duration between(Instant since, Instant now) {
        var waited = Duration.between(since, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
