package org.patchbay.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.identity.Actor;
import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;

/**
 * Claims an agent's capacity and a ticket in one transaction, under both row locks: the agent's first, then the
 * ticket's, both with {@code skip locked}, so that matchers neither wait for nor deadlock one another.
 */
@ApplicationScoped
class Claims {

    /** What a ticket costs; channels will differ. */
    static final int UNITS = 1;

    /** What came of trying to match. */
    enum Attempt {
        NOTHING_TO_MATCH,
        EMPTY_HANDED,
        WANTED_CLAIMED,
        OTHER_CLAIMED
    }

    private final Pairings pairings;
    private final Event<TicketAssigned> assigned;

    Claims(Pairings pairings, Event<TicketAssigned> assigned) {
        this.pairings = pairings;
        this.assigned = assigned;
    }

    /**
     * Gives the agent the best waiting ticket. Looks first, in the same transaction: under load most requests come after
     * somebody else has done their work.
     */
    @Transactional
    Attempt attempt(Seeking seeking) {
        var pairing = pairings.whileOpen();
        var agentLock = pairing.flatMap(open -> open.find(seeking));
        if (agentLock.isEmpty()) {
            return Attempt.NOTHING_TO_MATCH;
        }
        return agentLock
                .get()
                .lock()
                .flatMap(agent -> best(pairing.get(), agent))
                .map(ticket -> seeking.isFor(ticket.id()) ? Attempt.WANTED_CLAIMED : Attempt.OTHER_CLAIMED)
                .orElse(Attempt.EMPTY_HANDED);
    }

    /** Whether an attempt might find something, seen without locks. */
    @Transactional
    boolean isWorthwhile(Seeking seeking) {
        return pairings.whileOpen().flatMap(open -> open.find(seeking)).isPresent();
    }

    /** Gives an agent whose lock the caller holds as many of the best waiting tickets as they can take. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fill(Agent agent) {
        var pairing = pairings.current();
        while (agent.canTake(UNITS) && best(pairing, agent).isPresent()) {
            // The claim is the work.
        }
    }

    /** Gives the ticket to the agent; the caller holds both locks and has checked that the agent has room. */
    @Transactional(Transactional.TxType.MANDATORY)
    void claim(Agent agent, Ticket ticket, Actor actorOrNull) {
        var now = Times.now();
        var waited = Optional.ofNullable(ticket.waitingSince()).map(since -> between(since, now));
        agent.take(UNITS);
        ticket.assignTo(agent.id(), actorOrNull);
        Assignment.begin(ticket.id(), agent.id(), UNITS);
        assigned.fire(
                new TicketAssigned(ticket.organisationId(), ticket.id(), agent.id(), waited.orElse(Duration.ZERO)));
    }

    private Optional<Ticket> best(Pairing pairing, Agent agent) {
        var ticket = pairing.lockTicket(agent);
        ticket.ifPresent(found -> claim(agent, found, null));
        return ticket;
    }

    /** Clocks of replicas differ a little. */
    private static Duration between(Instant since, Instant now) {
        var waited = Duration.between(since, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
