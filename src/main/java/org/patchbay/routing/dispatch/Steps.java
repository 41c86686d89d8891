package org.patchbay.routing.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.agents.Agents;
import org.patchbay.identity.Actor;
import org.patchbay.routing.RoutingConfig;
import org.patchbay.routing.RoutingWords;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.assignments.FirstResponse;
import org.patchbay.routing.assignments.WrapUp;
import org.patchbay.routing.decisions.AssignmentTrigger;
import org.patchbay.routing.decisions.AssignmentTrigger.Basis;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.dispatch.Command.Stepping;
import org.patchbay.routing.matching.AssignmentTransaction;
import org.patchbay.routing.matching.TicketAvailable;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketRows;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketSteps;

/**
 * Takes steps of tickets, gives the agents who are freed by them what waits, and seeks agents for tickets that wait
 * again.
 */
@ApplicationScoped
class Steps {

    private final DispatchStore store;
    private final MatchQueries matchQueries;
    private final AssignmentTransaction transaction;
    private final EligibilityIndex index;
    private final WrapUp wrapUp;
    private final FirstResponse firstResponse;
    private final Agents agents;
    private final TicketSteps steps;
    private final int missedOffers;

    Steps(
            DispatchStore store,
            MatchQueries matchQueries,
            AssignmentTransaction transaction,
            EligibilityIndex index,
            WrapUp wrapUp,
            FirstResponse firstResponse,
            Agents agents,
            TicketSteps steps,
            RoutingConfig config) {
        this.store = store;
        this.matchQueries = matchQueries;
        this.transaction = transaction;
        this.index = index;
        this.wrapUp = wrapUp;
        this.firstResponse = firstResponse;
        this.agents = agents;
        this.steps = steps;
        this.missedOffers = config.missedOffers();
    }

    /** Carries out those commands that nothing is in the way of. */
    void carryOut(List<Stepping> commands, Hold hold) {
        if (commands.isEmpty()) {
            return;
        }
        var ids = commands.stream().map(each -> each.step().ticketId()).collect(Collectors.toSet());
        var tickets = store.tickets(ids, hold.waits());
        var held = held(tickets.values(), hold);
        for (var command : commands) {
            var ticket = tickets.get(command.step().ticketId());
            if (ticket != null && isPossible(command, ticket, held.keySet(), hold)) {
                take(command, ticket, held.get(ticket.id()), hold);
                // Its next step is one of the version that the rows have afterwards.
                tickets.remove(ticket.id());
            } else if (hold.waits()) {
                throw TicketSteps.unknown(command.step().ticketId());
            }
        }
        write(commands.stream().filter(Command::isDone).map(Command::ticket).toList(), held, hold);
    }

    /** Takes a step that the caller has checked, of a ticket that it has locked. */
    void carryOut(Ticket ticket, Step step, @Nullable Actor actor, @Nullable String note, Hold hold) {
        var tickets = List.of(ticket);
        var held = held(tickets, hold);
        take(ticket, step, actor, note, null, held.get(ticket.id()), hold);
        write(tickets, held, hold);
    }

    /**
     * Gives a ticket, which the caller has locked, to an agent, and takes it from its holder.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code agent-at-capacity}, {@code agent-not-eligible}
     */
    void assign(Actor actor, Ticket ticket, long agentId, Hold hold) {
        long began = System.nanoTime();
        var holder = ticket.holder();
        var both = Stream.of(agentId, holder).filter(Objects::nonNull).collect(Collectors.toSet());
        store.agents(both, true).forEach(hold::take);
        if (!matchQueries.mayTake(agentId, ticket)) {
            throw ProblemType.AGENT_NOT_ELIGIBLE.because(RoutingWords.OTHER_GROUP, agentId);
        }
        held(List.of(ticket), hold).values().forEach(assignment -> release(assignment, hold));
        var agent = hold.agent(agentId);
        var match = matchQueries
                .terms(agent, ticket)
                .orElseThrow(() -> ProblemType.AGENT_AT_CAPACITY.because(RoutingWords.NO_ROOM, agentId));
        hold.changes(agent);
        var basis = holder != null && holder == actor.accountId() ? Basis.HOLDER : Basis.SUPERVISOR;
        transaction.claim(agent, match, new AssignmentTrigger(basis, actor, began));
        TicketRows.update(List.of(ticket));
        hold.write();
        giveNext(hold);
    }

    private void release(Assignment held, Hold hold) {
        var agent = hold.agent(held.agentId());
        hold.frees(agent, () -> index.hasAllPlaces(agent));
        held.end(Step.RELEASE);
        agent.give(held.units);
        Assignment.update(List.of(held));
        hold.write();
    }

    /** The assignments of tickets that agents hold, by ticket, where the agent could be locked, too. */
    private Map<Long, Assignment> held(Collection<Ticket> tickets, Hold hold) {
        var withAgent = tickets.stream()
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

    private boolean isPossible(Stepping command, Ticket ticket, Set<Long> held, Hold hold) {
        if (!command.sees(ticket)) {
            return false;
        }
        var asked = command.step();
        if (hold.waits()) {
            steps.check(asked.actor(), ticket, asked.step(), asked.ifMatch());
            return true;
        }
        // A ticket that is reopened is routed again, which may wait for locks.
        return asked.step() != Step.REOPEN
                && steps.allows(asked.actor(), ticket, asked.step(), asked.ifMatch())
                && (ticket.holder() == null || held.contains(ticket.id()));
    }

    private void take(Stepping command, Ticket ticket, @Nullable Assignment held, Hold hold) {
        var asked = command.step();
        if (asked.step() == Step.REOPEN) {
            steps.routeAgain(asked.actor(), ticket);
        }
        take(ticket, asked.step(), asked.actor(), asked.note(), asked.until(), held, hold);
        command.doneWith(ticket);
    }

    private void take(
            Ticket ticket,
            Step step,
            @Nullable Actor actor,
            @Nullable String note,
            @Nullable Instant until,
            @Nullable Assignment held,
            Hold hold) {
        var from = ticket.status();
        var heldBefore = ticket.isSnoozed() ? ticket.agentId() : null;
        ticket.take(step, actor, note, until);
        steps.followed(ticket, from);
        if (held == null) {
            if (ticket.status() == TicketStatus.OPEN) {
                hold.seeksFor(ticket, heldBefore);
            }
        } else if (ticket.holder() == null) {
            leave(ticket, step, held, hold);
        } else {
            accept(ticket, held, hold);
        }
    }

    private void accept(Ticket ticket, Assignment offer, Hold hold) {
        offer.accept();
        if (!firstResponse.expect(offer, ticket.queueId())) {
            var agent = hold.agent(offer.agentId());
            agent.answered();
            hold.notes(agent);
        }
    }

    /**
     * An agent who released a ticket would be given that very ticket: the request for it lets agents who have been idle
     * longer go first, and then looks for this one. An agent who had room before would be given, out of turn, a ticket
     * that has just come and is meant for the next agent.
     */
    private void leave(Ticket ticket, Step step, Assignment held, Hold hold) {
        var agent = hold.agent(held.agentId());
        if (step == Step.RELEASE) {
            hold.changes(agent);
        } else {
            hold.frees(agent, () -> index.hasAllPlaces(agent));
        }
        held.end(step);
        agent.give(held.units);
        switch (step) {
            case RESOLVE -> wrapUp.begin(agent, held.wrapUpSeconds);
            case DECLINE -> agent.answered();
            case EXPIRE -> agents.missed(agent, missedOffers);
            case ASSIGN, OFFER, ACCEPT, RELEASE, PEND, RESUME, SETTLE, REOPEN, CLOSE, CANCEL -> {
                // Nothing is known of the agent by it.
            }
        }
        if (ticket.status() == TicketStatus.OPEN) {
            DomainEvents.publish(new TicketAvailable(CurrentOrganisation.id(), ticket.id(), agent.id()));
        }
    }

    private void write(List<Ticket> tickets, Map<Long, Assignment> held, Hold hold) {
        TicketRows.update(tickets);
        Assignment.update(tickets.stream()
                .map(ticket -> held.get(ticket.id()))
                .filter(Objects::nonNull)
                .toList());
        hold.write();
        giveNext(hold);
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
