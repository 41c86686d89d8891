package org.patchbay.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.routing.Decision.Basis;
import org.patchbay.routing.Pairing.Lead;
import org.patchbay.routing.Pairing.Match;
import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.timers.Timers;

/**
 * Claims an agent's capacity and a ticket in one transaction, under both row locks: the agent's first, then the
 * ticket's, both with {@code skip locked}, so that matchers neither wait for nor deadlock one another.
 */
@ApplicationScoped
class Claims {

    /** What came of trying to match. */
    enum Attempt {
        NOTHING_TO_MATCH,
        EMPTY_HANDED,
        WANTED_CLAIMED,
        OTHER_CLAIMED
    }

    private final Pairing pairing;
    private final Seats seats;
    private final Timers timers;
    private final FirstResponse firstResponse;
    private final Decisions decisions;
    private final Event<TicketAssigned> assigned;

    Claims(
            Pairing pairing,
            Seats seats,
            Timers timers,
            FirstResponse firstResponse,
            Decisions decisions,
            Event<TicketAssigned> assigned) {
        this.pairing = pairing;
        this.timers = timers;
        this.firstResponse = firstResponse;
        this.seats = seats;
        this.decisions = decisions;
        this.assigned = assigned;
    }

    /**
     * Gives the agent the best waiting ticket. Looks first, in the same transaction: under load most requests come
     * after somebody else has done their work.
     */
    @Transactional
    Attempt attempt(Seeking seeking) {
        long began = System.nanoTime();
        var lead = pairing.find(seeking);
        if (lead.isEmpty()) {
            if (seeking.ticketId() != null) {
                decisions.nobodyFor(seeking.ticketId(), began);
            }
            return Attempt.NOTHING_TO_MATCH;
        }
        return follow(lead.get(), began)
                .map(ticket -> seeking.isFor(ticket.id()) ? Attempt.WANTED_CLAIMED : Attempt.OTHER_CLAIMED)
                .orElse(Attempt.EMPTY_HANDED);
    }

    /**
     * As {@link #attempt} for a ticket, in the transaction that has it wait and is under way. That nobody was found is
     * not told: a matcher looks again after the commit.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void attemptHere(long ticketId) {
        long began = System.nanoTime();
        pairing.find(Seeking.agentFor(ticketId)).ifPresent(lead -> follow(lead, began));
    }

    /** Whether an attempt might find something, seen without locks. */
    @Transactional
    boolean isWorthwhile(Seeking seeking) {
        return pairing.find(seeking).isPresent();
    }

    /** Gives an agent whose lock the caller holds as many of the best waiting tickets as they can take. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fill(Agent agent) {
        while (agent.isFree() && best(agent, null, System.nanoTime()).isPresent()) {
            // The claim is the work.
        }
        seats.place(agent);
    }

    /**
     * Gives the ticket to the agent, or offers it where its channel says so and nobody chose them; the caller holds
     * both locks, and then has the agent's seats say so.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void claim(Agent agent, Match match, Occasion occasion) {
        var ticket = match.ticket();
        var terms = match.terms();
        var now = Times.now();
        var waited = Optional.ofNullable(ticket.waitingSince()).map(since -> between(since, now));
        boolean asked = terms.offerSeconds() != null && occasion.actor() == null;
        decisions.claimed(agent, match, asked, occasion);
        agent.take(terms.units());
        if (asked) {
            ticket.offerTo(agent.id());
            var offer = Assignment.begin(ticket.id(), agent.id(), terms, terms.offerSeconds());
            timers.set(Offers.EXPIRY, offer.id, 0, offer.expiresAt);
        } else {
            ticket.assignTo(agent.id(), occasion.actor());
            var assignment = Assignment.begin(ticket.id(), agent.id(), terms, null);
            if (terms.firstResponseSeconds() != null) {
                firstResponse.expect(assignment, ticket.queueId());
            }
        }
        if (terms.inTurn()) {
            seats.served(agent, ticket.queueId());
        }
        assigned.fire(
                new TicketAssigned(ticket.organisationId(), ticket.id(), agent.id(), waited.orElse(Duration.ZERO)));
    }

    private Optional<Ticket> follow(Lead lead, long began) {
        return lead.agent().get().flatMap(agent -> serve(agent, lead.ticketId(), began));
    }

    private Optional<Ticket> serve(Agent agent, Long soughtOrNull, long began) {
        var ticket = best(agent, soughtOrNull, began);
        seats.place(agent);
        return ticket;
    }

    private Optional<Ticket> best(Agent agent, Long soughtOrNull, long began) {
        var match = pairing.lockTicket(agent);
        match.ifPresent(found -> {
            boolean sought =
                    soughtOrNull != null && soughtOrNull == found.ticket().id();
            claim(agent, found, Occasion.of(sought ? Basis.MATCHER : Basis.FREED_AGENT, began));
        });
        return match.map(Match::ticket);
    }

    /** Clocks of replicas differ a little. */
    private static Duration between(Instant since, Instant now) {
        var waited = Duration.between(since, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
