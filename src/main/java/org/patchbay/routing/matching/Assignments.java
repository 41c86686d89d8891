package org.patchbay.routing.matching;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.agents.AgentAssignments;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.routing.assignments.AgentIdle;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketAssignments;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.Tickets;

/**
 * Gives agents what waits when they become able to take it, and takes back what they may not keep.
 *
 * <p>Transactions that take a ticket back wait for its lock first, then for those of the agents in the order of their
 * ids. Matchers lock in the opposite order but never wait, so no two can deadlock.
 */
@ApplicationScoped
class Assignments implements TicketAssignments, AgentAssignments {

    private final AssignmentTransaction transaction;
    private final MatchQueries matchQueries;
    private final Tickets tickets;
    private final TicketDispatch dispatch;

    Assignments(
            AssignmentTransaction transaction, MatchQueries matchQueries, Tickets tickets, TicketDispatch dispatch) {
        this.transaction = transaction;
        this.matchQueries = matchQueries;
        this.tickets = tickets;
        this.dispatch = dispatch;
    }

    @Override
    public void regrouped(Ticket ticket, Actor actor) {
        var holder = ticket.holder();
        if (holder == null) {
            DomainEvents.publish(new TicketAvailable(ticket.organisationId(), ticket.id(), null));
        } else if (CurrentVisibility.ofEverything(() -> !matchQueries.mayTake(holder, ticket))) {
            CurrentVisibility.ofEverything(() -> dispatch.take(actor, ticket, Step.RELEASE, null));
        }
    }

    @Override
    public void giveNext(Agent agent) {
        CurrentVisibility.ofEverything(() -> {
            transaction.fill(agent);
            if (agent.isFree()) {
                DomainEvents.publish(new AgentIdle(agent.organisationId(), agent.id(), false));
            }
        });
    }

    /** Queries before it writes: the row may not be flushed until the capacity is set too. */
    @Override
    public void resize(Agent agent, int capacity) {
        Assignment.exclusiveOf(agent).ifPresent(call -> {
            agent.take(capacity - call.units);
            call.units = capacity;
        });
    }

    /** Each in a transaction of its own, because the holder of a ticket's lock may wait for the agent's. */
    @Override
    public void takeBackAll(Actor actor, long agentId) {
        CurrentVisibility.ofEverything(() -> {
            var held = Transactions.inNew(() -> Assignment.ticketsHeldBy(agentId));
            held.forEach(ticket -> tickets.takeBack(actor, ticket, agentId));
        });
    }
}
