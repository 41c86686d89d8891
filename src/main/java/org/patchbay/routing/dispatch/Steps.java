package org.patchbay.routing.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.assignments.WrapUp;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.dispatch.Command.Ending;
import org.patchbay.routing.matching.AssignmentTransaction;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketRows;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketSteps;

/** Ends work on tickets, and gives the agents who are freed by it what waits for them. */
@ApplicationScoped
class Endings {

    private final DispatchStore store;
    private final MatchQueries matchQueries;
    private final AssignmentTransaction transaction;
    private final EligibilityIndex index;
    private final WrapUp wrapUp;
    private final TicketSteps steps;

    Endings(
            DispatchStore store,
            MatchQueries matchQueries,
            AssignmentTransaction transaction,
            EligibilityIndex index,
            WrapUp wrapUp,
            TicketSteps steps) {
        this.store = store;
        this.matchQueries = matchQueries;
        this.transaction = transaction;
        this.index = index;
        this.wrapUp = wrapUp;
        this.steps = steps;
    }

    void carryOut(List<Ending> endings, Hold hold) {
        if (endings.isEmpty()) {
            return;
        }
        var ids = endings.stream().map(each -> each.end().ticketId()).collect(Collectors.toSet());
        var tickets = store.tickets(ids, hold.waits());
        var held = held(tickets, hold);
        var ended = new ArrayList<Assignment>();
        for (var ending : endings) {
            var ticket = tickets.get(ending.end().ticketId());
            if (ticket != null && isPossible(ending, ticket, held.keySet(), hold)) {
                end(ending, ticket, held.get(ticket.id()), hold, ended);
                // Its next step is one of the version that the rows have afterwards.
                tickets.remove(ticket.id());
            } else if (hold.waits()) {
                throw TicketSteps.unknown(ending.end().ticketId());
            }
        }
        TicketRows.update(
                endings.stream().filter(Command::isDone).map(Command::ticket).toList());
        Assignment.writeEnds(ended);
        hold.write();
        giveNext(hold);
    }

    /** The assignments of tickets that agents hold, by ticket, where the agent could be locked, too. */
    private Map<Long, Assignment> held(Map<Long, Ticket> tickets, Hold hold) {
        var withAgent = tickets.values().stream()
                .filter(ticket -> ticket.holder() != null)
                .map(Ticket::id)
                .toList();
        if (withAgent.isEmpty()) {
            return Map.of();
        }
        var assignments = store.assignments(withAgent);
        var others = assignments.values().stream()
                .map(Assignment::agentId)
                .filter(agent -> !hold.has(agent))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            store.agents(others, hold.waits()).forEach(hold::take);
        }
        assignments.values().removeIf(assignment -> !hold.has(assignment.agentId()));
        return assignments;
    }

    private boolean isPossible(Ending ending, Ticket ticket, Set<Long> held, Hold hold) {
        if (!ending.sees(ticket)) {
            return false;
        }
        var end = ending.end();
        if (hold.waits()) {
            steps.check(end.actor(), ticket, end.step(), end.ifMatch());
            return true;
        }
        return steps.allows(end.actor(), ticket, end.step(), end.ifMatch())
                && (ticket.holder() == null || held.contains(ticket.id()));
    }

    private void end(Ending ending, Ticket ticket, @Nullable Assignment assignment, Hold hold, List<Assignment> ended) {
        var end = ending.end();
        boolean wasHeld = ticket.holder() != null;
        ticket.take(end.step(), end.actor(), end.note());
        steps.followed(ticket);
        if (wasHeld && assignment != null) {
            var agent = hold.agent(assignment.agentId());
            hold.frees(agent, () -> index.hasAllPlaces(agent));
            assignment.end(end.step());
            agent.give(assignment.units);
            if (end.step() == Step.RESOLVE) {
                wrapUp.begin(agent, assignment.wrapUpSeconds);
            }
            ended.add(assignment);
        }
        ending.doneWith(ticket);
    }

    private void giveNext(Hold hold) {
        var free = hold.newlyFree();
        var busy = matchQueries.withWaiting(free.stream().map(Agent::id).toList());
        for (var agent : free) {
            while (busy.contains(agent.id()) && agent.isFree()) {
                var next = transaction.giveBest(agent);
                if (next.isEmpty()) {
                    break;
                }
                hold.gives(next.get());
                hold.changes(agent);
                hold.write();
            }
        }
    }
}
