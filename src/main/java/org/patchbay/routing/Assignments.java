package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.agents.AgentFreed;
import org.patchbay.agents.AgentLeaving;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Actor;
import org.patchbay.shared.ProblemType;
import org.patchbay.tickets.TicketMoved;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;

/**
 * Ends assignments when tickets leave their agents, and gives freed agents the next ticket in the same transaction.
 *
 * <p>Whoever waits for locks here takes the ticket's first, then the agents' in the order of their ids. Matchers take
 * them the other way round but never wait, so no two can deadlock.
 */
@ApplicationScoped
class Assignments {

    private final Claims claims;
    private final Tickets tickets;
    private final Event<AgentFreed> freed;
    private final Event<AgentIdle> idle;
    private final Audit audit;

    Assignments(Claims claims, Tickets tickets, Event<AgentFreed> freed, Event<AgentIdle> idle, Audit audit) {
        this.claims = claims;
        this.tickets = tickets;
        this.freed = freed;
        this.idle = idle;
        this.audit = audit;
    }

    /**
     * Gives a ticket to an agent on a supervisor's word, taking it from whoever holds it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code agent-at-capacity} where the agent cannot take it
     */
    @Transactional
    TicketView assign(Actor actor, long ticketId, long agentId, String ifMatch) {
        var ticket = tickets.lockedFor(actor, ticketId, Step.ASSIGN, ifMatch);
        var holder = ticket.holder();
        var before = tickets.read(actor, ticketId);
        if (holder != null && holder == agentId) {
            return before;
        }
        var agent = lockBoth(agentId, holder);
        if (!agent.canTake(Claims.UNITS)) {
            throw ProblemType.AGENT_AT_CAPACITY.because(
                    "Agent " + agentId + " is not available or holds all they can.");
        }
        if (holder != null) {
            end(ticketId, AssignmentStatus.RELEASED);
            Assignment.flush();
        }
        claims.claim(agent, ticket, actor);
        Assignment.flush();
        if (holder != null) {
            freed.fire(new AgentFreed(ticket.organisationId(), holder));
        }
        var after = tickets.read(actor, ticketId);
        audit.record(Action.TICKET_ASSIGNED, ticketId, before, after);
        return after;
    }

    void onMoved(@Observes TicketMoved moved) {
        if (moved.leftAgent()) {
            end(moved.ticketId(), outcome(moved.step()));
            // Who released a ticket would be given that very ticket; its own request lets those who idle longer go
            // first.
            if (moved.step() != Step.RELEASE) {
                freed.fire(new AgentFreed(moved.organisationId(), moved.agentId()));
            }
        }
    }

    /** Runs under the agent's lock, which whoever fired this holds. */
    void onFreed(@Observes AgentFreed event) {
        Agent agent = Agent.findById(event.agentId());
        claims.fill(agent);
        if (agent.canTake(Claims.UNITS)) {
            idle.fire(new AgentIdle(event.organisationId(), event.agentId()));
        }
    }

    void onLeaving(@Observes AgentLeaving event) {
        for (long ticket : Assignment.ticketsHeldBy(event.agentId())) {
            tickets.takeBack(event.actor(), ticket, event.agentId());
        }
    }

    /** Ends the live assignment and gives the agent the units back, under the agent's lock. */
    private static void end(long ticketId, AssignmentStatus how) {
        var held = Assignment.lockHeld(ticketId);
        held.assignment().end(how);
        held.agent().give(held.assignment().units);
    }

    private static Agent lockBoth(long agentId, Long holder) {
        if (holder != null && holder < agentId) {
            Agent.lock(holder);
        }
        var agent = Agent.lock(agentId)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no agent " + agentId + "."));
        if (holder != null && holder > agentId) {
            Agent.lock(holder);
        }
        return agent;
    }

    private static AssignmentStatus outcome(Step step) {
        return switch (step) {
            case RESOLVE, CLOSE, CANCEL -> AssignmentStatus.COMPLETED;
            case ASSIGN, RELEASE, PEND, RESUME, REOPEN -> AssignmentStatus.RELEASED;
        };
    }
}
