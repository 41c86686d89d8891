package org.patchbay.routing.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
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
import org.patchbay.routing.rules.FreeAgents;
import org.patchbay.routing.rules.Place;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.CurrentOrganisation;
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

    /** The tickets of one pool and one group, and the free agents who may be given them. */
    private record Queuing(long pool, long group) {
        static Queuing of(Ticket ticket) {
            return new Queuing(ticket.poolId(), ticket.groupId());
        }
    }

    /** @param seen in the order of the pool, for decisions: also those who could not be locked */
    private record Search(PoolTerms terms, FreeAgents free, FreeAgents seen) {}

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

    /** Gives each ticket, in this order, to the first free agent of its pool, unless an older one waits for them. */
    private List<NewAssignment> give(List<Ticket> tickets, Map<Long, PoolTerms> terms, Hold hold, long began) {
        var searches = new HashMap<Queuing, Search>();
        tickets.stream()
                .collect(Collectors.groupingBy(Queuing::of, Collectors.counting()))
                .forEach((queuing, count) -> searches.put(
                        queuing, search(queuing, requireNonNull(terms.get(queuing.pool())), count.intValue(), hold)));
        var busy = matchQueries.withWaiting(hold.agentIds());
        var given = new ArrayList<NewAssignment>();
        for (var ticket : tickets) {
            var search = requireNonNull(searches.get(Queuing.of(ticket)));
            next(search, hold).ifPresent(place -> {
                var agent = hold.agent(place.agentId());
                boolean preceded = busy.contains(agent.id())
                        && matchQueries.isPreceded(
                                agent.id(), ticket, search.terms().precedence());
                if (!preceded) {
                    hold.changes(agent);
                    given.add(claim(agent, ticket, place, search, began));
                    served(agent, searches);
                }
            });
        }
        return given;
    }

    private Search search(Queuing queuing, PoolTerms terms, int count, Hold hold) {
        var seen = store.freeAgents(queuing.pool(), count + ALSO_NAMED);
        var places = seen.isEmpty()
                ? List.<Place>of()
                : store.lockFree(queuing.pool(), queuing.group(), count).entrySet().stream()
                        .map(found -> {
                            var agent = hold.take(found.getKey());
                            return new Place(found.getValue(), agent.idleSince(), agent.id());
                        })
                        .toList();
        return new Search(terms, new FreeAgents(places), new FreeAgents(seen));
    }

    private static Optional<Place> next(Search search, Hold hold) {
        return search.free().first(id -> {
            var agent = hold.agent(id);
            return agent.isFree()
                    && agent.load() + search.terms().forAgent(agent).units() <= agent.capacity();
        });
    }

    private NewAssignment claim(Agent agent, Ticket ticket, Place place, Search search, long began) {
        var terms = search.terms().forAgent(agent);
        var trigger = AssignmentTrigger.of(Basis.MATCHER, began);
        decisions.claimed(
                place, search.seen(), ticket, terms.distribution(), NewAssignments.isOffered(terms, trigger), began);
        return newAssignments.make(agent, ticket, terms, trigger);
    }

    /** In each order the agent stands elsewhere now, or nowhere: what a limit allows only the database knows. */
    private void served(Agent agent, Map<Queuing, Search> searches) {
        boolean goesOn = agent.isFree() && !store.isLimited(agent.id());
        searches.values().forEach(search -> {
            if (goesOn) {
                var distribution = search.terms().distribution();
                search.free()
                        .served(
                                agent.id(),
                                place -> distribution.placeOfServed(
                                        place, agent.load(), agent.capacity(), agent.idleSince()),
                                agent.idleSince());
            } else {
                search.free().leaves(agent.id());
            }
            search.seen().leaves(agent.id());
        });
    }
}
