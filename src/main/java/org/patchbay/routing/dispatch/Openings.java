package org.patchbay.routing.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.customers.OrderView;
import org.patchbay.customers.Orders;
import org.patchbay.queues.Queues;
import org.patchbay.routing.decisions.AssignmentTrigger;
import org.patchbay.routing.decisions.AssignmentTrigger.Basis;
import org.patchbay.routing.decisions.Decisions;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.dispatch.Command.Opening;
import org.patchbay.routing.dispatch.DispatchStore.PoolTerms;
import org.patchbay.routing.matching.NewAssignments;
import org.patchbay.routing.matching.NewAssignments.NewAssignment;
import org.patchbay.routing.matching.TicketAvailable;
import org.patchbay.routing.pools.RequirementPools;
import org.patchbay.routing.pools.RequirementPools.UnknownPool;
import org.patchbay.routing.rules.Allotment;
import org.patchbay.routing.rules.Allotment.FreeAgent;
import org.patchbay.routing.rules.Allotment.Given;
import org.patchbay.routing.rules.Allotment.Kind;
import org.patchbay.routing.rules.Allotment.Queue;
import org.patchbay.routing.rules.Place;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.NewTickets;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketRows;
import org.patchbay.tickets.TicketStatus;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

import static java.util.Objects.requireNonNull;

/** Stores new tickets, and gives them to free agents. */
@ApplicationScoped
class Openings {

    /** So many more than there are tickets are named in decisions. */
    private static final int ALSO_NAMED = 4;

    private final DispatchStore store;
    private final Orders orders;
    private final RequirementPools pools;
    private final Queues queues;
    private final MatchQueries matchQueries;
    private final Decisions decisions;
    private final NewAssignments newAssignments;
    private final NewTickets newTickets;

    Openings(
            DispatchStore store,
            Orders orders,
            RequirementPools pools,
            Queues queues,
            MatchQueries matchQueries,
            Decisions decisions,
            NewAssignments newAssignments,
            NewTickets newTickets) {
        this.store = store;
        this.orders = orders;
        this.pools = pools;
        this.queues = queues;
        this.matchQueries = matchQueries;
        this.decisions = decisions;
        this.newAssignments = newAssignments;
        this.newTickets = newTickets;
    }

    void carryOut(List<Opening> openings, Hold hold) {
        if (openings.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        var made = made(openings);
        if (made.isEmpty()) {
            return;
        }
        var terms = store.terms(
                made.stream().map(each -> each.made().ticket().poolId()).collect(Collectors.toSet()), hold.waits());
        if (hold.waits()) {
            tickets(made).stream()
                    .filter(ticket -> !terms.containsKey(ticket.poolId()))
                    .forEach(ticket -> queues.keep(ticket.queueId()));
        }
        var possible = hold.waits() ? made : possible(made, terms);
        if (possible.isEmpty()) {
            return;
        }
        possible.forEach(opening -> newTickets.begin(opening.made()));
        var given = give(tickets(possible), terms, hold, began);
        TicketRows.insert(tickets(possible));
        possible.forEach(opening -> newTickets.record(opening.made()));
        newAssignments.record(given);
        possible.forEach(opening -> opening.doneWith(opening.made().ticket()));
        tickets(possible).stream()
                .filter(ticket -> ticket.status() == TicketStatus.OPEN)
                .forEach(ticket ->
                        DomainEvents.publish(new TicketAvailable(CurrentOrganisation.id(), ticket.id(), null)));
    }

    /** Makes the tickets that are not made yet, and leaves out those that are refused, or need more than is known. */
    private List<Opening> made(List<Opening> openings) {
        var reports =
                openings.stream().filter(each -> each.reportedOrder() != null).toList();
        if (!reports.isEmpty()) {
            var known =
                    orders.findAll(reports.stream().map(Opening::reportedOrder).collect(Collectors.toSet()));
            reports.forEach(opening -> {
                var order = known.get(opening.reportedOrder());
                if (order != null && opening.sees(order)) {
                    make(opening, order);
                }
            });
        }
        return openings.stream().filter(Opening::isMade).toList();
    }

    private void make(Opening opening, OrderView order) {
        try {
            pools.ofKnown(() -> opening.make(order));
        } catch (HttpProblem | UnknownPool e) {
            Log.debugf("An opening is carried out alone: %s", e);
        }
    }

    private static List<Ticket> tickets(List<Opening> openings) {
        return openings.stream().map(opening -> opening.made().ticket()).toList();
    }

    /** Those that can still be stored as they were made. */
    private List<Opening> possible(List<Opening> openings, Map<Long, PoolTerms> terms) {
        var orders = store.freeOrders(tickets(openings).stream()
                .filter(ticket -> ticket.orderId() != null)
                .map(Ticket::orderId)
                .collect(Collectors.toSet()));
        var customers = store.knownCustomers(tickets(openings).stream()
                .filter(ticket -> ticket.orderId() == null)
                .map(Ticket::customerId)
                .collect(Collectors.toSet()));
        var ordersOfThese = new HashSet<Long>();
        return openings.stream()
                .filter(opening -> {
                    var ticket = opening.made().ticket();
                    var order = ticket.orderId();
                    return terms.containsKey(ticket.poolId())
                            && (order == null
                                    ? customers.contains(ticket.customerId())
                                    : orders.contains(order) && ordersOfThese.add(order));
                })
                .toList();
    }

    /** Gives tickets to free agents as {@link Allotment} says. */
    private List<NewAssignment> give(List<Ticket> tickets, Map<Long, PoolTerms> terms, Hold hold, long began) {
        var queues = new HashMap<Kind, Queue>();
        tickets.stream()
                .collect(Collectors.groupingBy(Openings::kind, Collectors.counting()))
                .forEach((kind, count) ->
                        queues.put(kind, queue(kind, requireNonNull(terms.get(kind.pool())), count.intValue(), hold)));
        var wanted = tickets.stream()
                .map(ticket ->
                        new Allotment.NewTicket(kind(ticket), ticket.priority().rank()))
                .toList();
        return Allotment.of(wanted, queues, agents(hold), Times.now()).stream()
                .map(given -> claim(given, tickets.get(given.ticket()), terms, hold, began))
                .toList();
    }

    private static Kind kind(Ticket ticket) {
        return new Kind(ticket.poolId(), ticket.groupId());
    }

    /** Agents are seen in the order of the pool, for decisions: also those who could not be locked. */
    private Queue queue(Kind kind, PoolTerms terms, int tickets, Hold hold) {
        var seen = store.freeAgents(kind.pool(), tickets + ALSO_NAMED);
        var free = seen.isEmpty()
                ? List.<Place>of()
                : store.lockFree(kind.pool(), kind.group(), tickets).entrySet().stream()
                        .map(found -> {
                            var agent = hold.take(found.getKey());
                            return new Place(found.getValue(), agent.idleSince(), agent.id());
                        })
                        .toList();
        return new Queue(
                terms.precedence(),
                terms.ofOthers().units(),
                terms.exclusive(),
                terms.distribution()::placeOfServed,
                free,
                seen);
    }

    private Map<Long, FreeAgent> agents(Hold hold) {
        var busy = matchQueries.withWaiting(hold.agentIds());
        var limited = store.limited(hold.agentIds().stream()
                .filter(id -> hold.agent(id).capacity() > 1)
                .toList());
        return hold.agentIds().stream().collect(Collectors.toMap(Function.identity(), id -> {
            var agent = hold.agent(id);
            return new FreeAgent(
                    agent.load(),
                    agent.capacity(),
                    limited.contains(id),
                    busy.contains(id) ? matchQueries.headFor(id) : Optional.empty());
        }));
    }

    private NewAssignment claim(Given given, Ticket ticket, Map<Long, PoolTerms> terms, Hold hold, long began) {
        var agent = hold.agent(given.place().agentId());
        hold.changes(agent);
        var theirs = requireNonNull(terms.get(ticket.poolId())).forAgent(agent);
        var trigger = AssignmentTrigger.of(Basis.MATCHER, began);
        decisions.claimed(given, ticket, theirs.distribution(), NewAssignments.isOffered(theirs, trigger), began);
        return newAssignments.make(agent, ticket, theirs, trigger);
    }
}
