package org.patchbay.routing.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.agents.AgentAssignments;
import org.patchbay.agents.AgentWords;
import org.patchbay.agents.Agents;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.routing.RoutingWords;
import org.patchbay.routing.assignments.AgentIdle;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.assignments.TransferPermission;
import org.patchbay.routing.assignments.WrapUp;
import org.patchbay.routing.decisions.AssignmentTrigger;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketAssignments;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;

/**
 * Ends assignments when tickets leave their agents, and gives freed agents the next ticket in the same transaction.
 *
 * <p>Transactions here wait for the ticket's lock first, then for those of the agents in the order of their ids.
 * Matchers lock in the opposite order but never wait, so no two can deadlock.
 */
@ApplicationScoped
class Assignments implements TicketAssignments, AgentAssignments {

    private final AssignmentTransaction transaction;
    private final MatchQueries matchQueries;
    private final EligibilityIndex index;
    private final WrapUp wrapUp;
    private final Tickets tickets;
    private final Agents agents;
    private final Audit audit;

    Assignments(
            AssignmentTransaction transaction,
            MatchQueries matchQueries,
            EligibilityIndex index,
            WrapUp wrapUp,
            Tickets tickets,
            Agents agents,
            Audit audit) {
        this.transaction = transaction;
        this.matchQueries = matchQueries;
        this.index = index;
        this.wrapUp = wrapUp;
        this.agents = agents;
        this.tickets = tickets;
        this.audit = audit;
    }

    /**
     * Gives a ticket to an agent, at the will of a supervisor or of the ticket's holder, and takes it from its holder.
     *
     * @param note for the agent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code agent-at-capacity} where the agent cannot take it,
     *     {@code agent-not-eligible} where they may not
     */
    @Transactional
    TicketView assign(Actor actor, long ticketId, long agentId, @Nullable String note, @Nullable String ifMatch) {
        var ticket = tickets.lockedFor(actor, ticketId, Step.ASSIGN, ifMatch);
        TransferPermission.check(actor, ticket);
        var before = tickets.read(actor, ticketId);
        agents.check(agentId);
        boolean theirs = ticket.status() == TicketStatus.IN_PROGRESS && ticket.isHeldBy(agentId);
        if (!theirs) {
            if (note != null) {
                ticket.note(TicketEventType.NOTED_INTERNALLY, actor, TicketEvent.Content.of(actor, note));
            }
            // An agent who hands the ticket on need not see it any more.
            CurrentVisibility.ofEverything(() -> {
                assign(actor, ticket, agentId);
                audit.record(Action.TICKET_ASSIGNED, ticketId, before, tickets.read(actor, ticketId));
            });
        }
        return CurrentVisibility.ofEverything(() -> tickets.read(actor, ticketId));
    }

    private void assign(Actor actor, Ticket ticket, long agentId) {
        long began = System.nanoTime();
        var holder = ticket.holder();
        var agent = lockBoth(agentId, holder);
        if (!matchQueries.mayTake(agentId, ticket)) {
            throw ProblemType.AGENT_NOT_ELIGIBLE.because(RoutingWords.OTHER_GROUP, agentId);
        }
        if (holder != null) {
            close(ticket.id(), Step.RELEASE);
            Assignment.flush();
        }
        var match = matchQueries
                .terms(agent, ticket)
                .orElseThrow(() -> ProblemType.AGENT_AT_CAPACITY.because(RoutingWords.NO_ROOM, agentId));
        var basis = holder != null && holder == actor.accountId()
                ? AssignmentTrigger.Basis.HOLDER
                : AssignmentTrigger.Basis.SUPERVISOR;
        transaction.claim(agent, match, new AssignmentTrigger(basis, actor, began));
        index.place(agent);
        Assignment.flush();
        if (holder != null) {
            giveNext(Agent.findById(holder));
        }
    }

    /**
     * An agent who released a ticket would be given that very ticket: the request for it lets agents who have been idle
     * longer go first, and then looks for this one. An agent who had room before would be given, out of turn, a ticket
     * that has just come and is meant for the next agent. But the search for that ticket may have skipped this agent
     * while they were locked, so it is announced that they are idle.
     */
    @Override
    public void end(Ticket ticket, Step step, long agentId) {
        if (ticket.status() == TicketStatus.OPEN) {
            DomainEvents.publish(new TicketAvailable(ticket.organisationId(), ticket.id(), agentId));
        }
        CurrentVisibility.ofEverything(() -> {
            var held = close(ticket.id(), step);
            var agent = held.agent();
            boolean hadRoom = index.hasAllPlaces(agent);
            if (step == Step.RESOLVE) {
                wrapUp.begin(agent, held.assignment().wrapUpSeconds);
            }
            if (step == Step.RELEASE) {
                index.place(agent);
            } else if (hadRoom) {
                index.place(agent);
                announce(agent, true);
            } else {
                giveNext(agent);
            }
        });
    }

    @Override
    public void regrouped(Ticket ticket, Actor actor) {
        var holder = ticket.holder();
        if (holder == null) {
            DomainEvents.publish(new TicketAvailable(ticket.organisationId(), ticket.id(), null));
        } else if (CurrentVisibility.ofEverything(() -> !matchQueries.mayTake(holder, ticket))) {
            CurrentVisibility.ofEverything(() -> tickets.apply(actor, ticket, Step.RELEASE, null));
        }
    }

    @Override
    public void giveNext(Agent agent) {
        CurrentVisibility.ofEverything(() -> {
            transaction.fill(agent);
            announce(agent, false);
        });
    }

    private void announce(Agent agent, boolean hadRoom) {
        if (agent.isFree()) {
            DomainEvents.publish(new AgentIdle(agent.organisationId(), agent.id(), hadRoom));
        }
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

    /** Ends the live assignment and gives the agent the units back, under the agent's lock. */
    private static Assignment.HeldBy close(long ticketId, Step step) {
        var held = Assignment.lockHeld(ticketId);
        held.assignment().end(step);
        held.agent().give(held.assignment().units);
        return held;
    }

    private static Agent lockBoth(long agentId, @Nullable Long holder) {
        if (holder != null && holder < agentId) {
            Agent.lock(holder);
        }
        var agent = Agent.lock(agentId).orElseThrow(() -> ProblemType.NOT_FOUND.because(AgentWords.NO_AGENT, agentId));
        if (holder != null && holder > agentId) {
            Agent.lock(holder);
        }
        return agent;
    }
}
