package org.patchbay.routing.matching;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.routing.decisions.AssignmentTrigger;
import org.patchbay.routing.decisions.AssignmentTrigger.Basis;
import org.patchbay.routing.decisions.Decisions;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.decisions.MatchQueries.Match;
import org.patchbay.routing.decisions.MatchQueries.MatchCandidate;
import org.patchbay.routing.decisions.MatchRequest;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.tickets.Ticket;

/**
 * Claims an agent's capacity and a ticket in one transaction, under both row locks: the agent's first, then the
 * ticket's, both with {@code skip locked}, so that matchers neither wait for one another nor deadlock.
 */
@ApplicationScoped
public class AssignmentTransaction {

    /** The result of an attempt to match. */
    enum MatchResult {
        NOTHING_TO_MATCH,
        EMPTY_HANDED,
        WANTED_CLAIMED,
        OTHER_CLAIMED
    }

    private final MatchQueries matchQueries;
    private final EligibilityIndex index;
    private final NewAssignments newAssignments;
    private final Decisions decisions;

    AssignmentTransaction(
            MatchQueries matchQueries, EligibilityIndex index, NewAssignments newAssignments, Decisions decisions) {
        this.matchQueries = matchQueries;
        this.index = index;
        this.newAssignments = newAssignments;
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
     * Looks for an agent for a waiting ticket, whose lock the caller holds. A free agent has the ticket, or an older
     * one, when this returns. Where it still waits then, it is looked for again after the commit; so a vain search is
     * not recorded. However many tickets come to wait at once, they never run ahead of the matchers.
     *
     * <p>Nothing here waits for a lock: locked agents, and locked older tickets, are skipped. Afterwards the
     * transaction may not wait for the lock of a ticket, an agent or the roster.
     *
     * @return the ticket that was given to an agent
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Ticket> seekFor(Ticket ticket) {
        long began = System.nanoTime();
        var given = CurrentVisibility.ofEverything(
                () -> matchQueries.find(MatchRequest.agentFor(ticket.id())).flatMap(lead -> follow(lead, began)));
        Ticket.flush();
        if (given.filter(found -> found.id() == ticket.id()).isEmpty()) {
            DomainEvents.publish(new TicketAvailable(ticket.organisationId(), ticket.id(), null));
        }
        return given;
    }

    /**
     * Gives the best waiting ticket to the agent who had one before that waits again, if they are free. As
     * {@link #seekFor}, it waits for no lock.
     *
     * @param heldBefore null for nobody
     * @return the ticket that the agent was given
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Ticket> giveBack(@Nullable Long heldBefore) {
        if (heldBefore == null) {
            return Optional.empty();
        }
        long began = System.nanoTime();
        var given = CurrentVisibility.ofEverything(
                () -> matchQueries.find(MatchRequest.ticketFor(heldBefore)).flatMap(lead -> follow(lead, began)));
        Ticket.flush();
        return given;
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
    public void claim(Agent agent, Match match, AssignmentTrigger trigger) {
        decisions.claimed(agent, match, NewAssignments.isOffered(match.terms(), trigger), trigger);
        newAssignments.record(List.of(newAssignments.make(agent, match.ticket(), match.terms(), trigger)));
    }

    private Optional<Ticket> follow(MatchCandidate lead, long began) {
        return lead.agent().get().flatMap(agent -> serve(agent, lead.ticketId(), began));
    }

    private Optional<Ticket> serve(Agent agent, @Nullable Long sought, long began) {
        var ticket = best(agent, sought, began);
        index.place(agent);
        return ticket;
    }

    /**
     * Gives an agent the best waiting ticket. The caller holds the agent's lock, writes the agent's row before the next
     * one is sought, and updates the seats afterwards.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Ticket> giveBest(Agent agent) {
        return best(agent, null, System.nanoTime());
    }

    private Optional<Ticket> best(Agent agent, @Nullable Long wanted, long began) {
        var match = matchQueries.lockTicket(agent);
        match.ifPresent(found -> {
            boolean sought = wanted != null && wanted == found.ticket().id();
            claim(agent, found, AssignmentTrigger.of(sought ? Basis.MATCHER : Basis.FREED_AGENT, began));
        });
        return match.map(Match::ticket);
    }
}
