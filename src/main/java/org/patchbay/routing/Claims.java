package org.patchbay.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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

    private final Event<TicketAssigned> assigned;

    Claims(Event<TicketAssigned> assigned) {
        this.assigned = assigned;
    }

    /**
     * Gives the agent the best waiting ticket. Looks first, in the same transaction: under load most requests come after
     * somebody else has done their work.
     *
     * @param matchable whether a waiting ticket and a free agent are there, seen without locks
     * @param lockAgent the agent to serve, locked
     * @param wanted the ticket to look out for
     */
    @Transactional
    Attempt attempt(BooleanSupplier matchable, Supplier<Optional<Agent>> lockAgent, long wanted) {
        if (!matchable.getAsBoolean()) {
            return Attempt.NOTHING_TO_MATCH;
        }
        return lockAgent
                .get()
                .flatMap(this::best)
                .map(ticket -> ticket.id() == wanted ? Attempt.WANTED_CLAIMED : Attempt.OTHER_CLAIMED)
                .orElse(Attempt.EMPTY_HANDED);
    }

    /** Gives an agent whose lock the caller holds as many of the best waiting tickets as they can take. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fill(Agent agent) {
        while (agent.canTake(UNITS) && best(agent).isPresent()) {
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

    private Optional<Ticket> best(Agent agent) {
        var ticket = Ticket.lockFirstWaiting();
        ticket.ifPresent(found -> claim(agent, found, null));
        return ticket;
    }

    /** Clocks of replicas differ a little. */
    private static Duration between(Instant since, Instant now) {
        var waited = Duration.between(since, now);
        return waited.isNegative() ? Duration.ZERO : waited;
    }
}
