package org.patchbay.routing.dispatch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.patchbay.agents.Agent;
import org.patchbay.identity.Organisations;
import org.patchbay.queues.Distribution;
import org.patchbay.routing.assignments.Assignment;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.decisions.MatchQueries.Terms;
import org.patchbay.routing.pools.Capacity;
import org.patchbay.routing.rules.Place;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.tickets.Ticket;

/**
 * Reads and locks the rows that commands need, for all of them at once. Where it waits for nobody, rows that others
 * have locked are missing.
 */
@ApplicationScoped
class DispatchStore {

    /** The queues stay until the commit. */
    private static final String TERMS = """
            select p.id, q.priority precedence, q.distribution, q.first_response_seconds, q.wrap_up_seconds,
            c.offer_seconds, coalesce(c.units, 1) units, %s exclusive
            from pool p join queue q on q.organisation_id = p.organisation_id and q.id = p.queue_id %s
            where p.organisation_id = :organisation and p.id in (:pools) and q.deleted_at is null
            for share of q""".formatted(Capacity.EXCLUSIVE, Capacity.SETTINGS);

    private static final String FREE_ORDERS = """
            select o.id from orders o force index (primary) straight_join customer c force index (primary)
            on c.organisation_id = o.organisation_id and c.id = o.customer_id
            where o.organisation_id = :organisation and o.id in (:orders) and c.erased_at is null and joined_to is null
            and (1 = 0 or not exists (select 1 from ticket t force index (uk_ticket_live_order)
            where t.organisation_id = o.organisation_id and t.live_order_id = o.id))
            for share of o, c skip locked""";

    private static final String KNOWN_CUSTOMERS = """
            select c.id from customer c force index (primary)
            where c.organisation_id = :organisation and c.id in (:customers) and c.erased_at is null
            and c.joined_to is null for share skip locked""";

    private static final String FREE_AGENTS = """
            select s.place, s.agent_id, timestampdiff(microsecond, '1970-01-01', s.idle_since) idle_micros
            from seat s force index (ix_seat_free)
            where s.organisation_id = :organisation and s.free_pool_id = :pool
            order by s.place, s.idle_since, s.agent_id limit :most""";

    private static final String LOCKED_AGENTS = """
            select {a.*}, s.place place from seat s force index (ix_seat_free)
            straight_join agent a force index (primary) on a.organisation_id = s.organisation_id and a.id = s.agent_id
            where s.organisation_id = :organisation and s.free_pool_id = :pool
            and a.idle_since = s.idle_since and %s and %s
            order by s.place, s.idle_since, s.agent_id limit :most for update of a skip locked""";

    private static final String TICKETS = """
            select t.* from ticket t force index (primary) where t.organisation_id = :organisation and t.id in (:ids)
            order by t.id for update""";

    private static final String ASSIGNMENTS = """
            select x.* from assignment x force index (uk_assignment_live_ticket)
            where x.organisation_id = :organisation and x.live_ticket_id in (:tickets)""";

    private static final String AGENTS = """
            select a.* from agent a force index (primary) where a.organisation_id = :organisation and a.id in (:ids)
            order by a.id for update""";

    private static final String LIMITS = """
            select distinct l.agent_id from agent_limit l
            where l.organisation_id = :organisation and l.agent_id in (:agents)""";

    private static final String SKIP_LOCKED = " skip locked";

    private final MatchQueries matchQueries;
    private final Organisations organisations;

    DispatchStore(MatchQueries matchQueries, Organisations organisations) {
        this.matchQueries = matchQueries;
        this.organisations = organisations;
    }

    /**
     * The terms of a pool's tickets.
     *
     * @param precedence the queue's, among tickets as urgent
     */
    record PoolTerms(int precedence, boolean exclusive, Terms ofOthers) {

        Terms forAgent(Agent agent) {
            return exclusive
                    ? new Terms(
                            agent.capacity(),
                            ofOthers.offerSeconds(),
                            ofOthers.firstResponseSeconds(),
                            ofOthers.wrapUpSeconds(),
                            ofOthers.distribution())
                    : ofOthers;
        }

        Distribution distribution() {
            return ofOthers.distribution();
        }

        private static PoolTerms of(Tuple row) {
            return new PoolTerms(
                    row.get("precedence", Number.class).intValue(),
                    row.get("exclusive", Number.class).intValue() != 0,
                    Terms.of(row));
        }
    }

    /** The terms of pools, by their ids. Pools whose queue is deleted are missing. */
    Map<Long, PoolTerms> terms(Set<Long> pools, boolean waits) {
        return NativeSql.of(waits ? TERMS : TERMS + SKIP_LOCKED).set("pools", pools).list(Tuple.class).stream()
                .collect(Collectors.toMap(row -> row.get("id", Number.class).longValue(), PoolTerms::of));
    }

    /** Those of these orders that can have a ticket: they have none that is live, and their customer is not erased. */
    Set<Long> freeOrders(Set<Long> orders) {
        return orders.isEmpty()
                ? Set.of()
                : Set.copyOf(NativeSql.of(FREE_ORDERS).set("orders", orders).longs());
    }

    /** Those of these customers who are not erased. */
    Set<Long> knownCustomers(Set<Long> customers) {
        return customers.isEmpty()
                ? Set.of()
                : Set.copyOf(NativeSql.of(KNOWN_CUSTOMERS)
                        .set("customers", customers)
                        .longs());
    }

    /** The free agents of a pool as others see them now, in their order; none of them is locked. */
    List<Place> freeAgents(long pool, int most) {
        return NativeSql.of(FREE_AGENTS).set("pool", pool).set("most", most).list(Tuple.class).stream()
                .map(row -> new Place(
                        row.get("place", Number.class).longValue(),
                        Instant.EPOCH.plus(row.get("idle_micros", Number.class).longValue(), ChronoUnit.MICROS),
                        row.get("agent_id", Number.class).longValue()))
                .toList();
    }

    /**
     * Locks the first free agents of a pool who may be given a ticket of a group that nobody refused yet, and whom no
     * other matcher is looking at.
     *
     * @return the agents in their order, each with their place
     */
    Map<Agent, Long> lockFree(long pool, long group, int most) {
        if (!organisations.isOpen()) {
            return Map.of();
        }
        var ofGroup = matchQueries.ofGroup("s.agent_id");
        var query = NativeSql.of(LOCKED_AGENTS.formatted(Capacity.ROOM, ofGroup.orElse("true")))
                .set("pool", pool)
                .set("most", most);
        return (ofGroup.isEmpty() ? query : query.set("group", group)).numbered(Agent.class, "a", "place");
    }

    /** Tickets by their ids, locked in their order. */
    Map<Long, Ticket> tickets(Collection<Long> ids, boolean waits) {
        return NativeSql.of(waits ? TICKETS : TICKETS + SKIP_LOCKED).set("ids", ids).detached(Ticket.class).stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
    }

    /** The live assignments of tickets whose locks the caller holds, by ticket. */
    Map<Long, Assignment> assignments(Collection<Long> tickets) {
        return NativeSql.of(ASSIGNMENTS).set("tickets", tickets).detached(Assignment.class).stream()
                .collect(Collectors.toMap(assignment -> assignment.ticketId, Function.identity()));
    }

    /** Agents by their ids, locked in their order. */
    List<Agent> agents(Collection<Long> ids, boolean waits) {
        return NativeSql.of(waits ? AGENTS : AGENTS + SKIP_LOCKED)
                .set("ids", ids)
                .detached(Agent.class);
    }

    /** Those of these agents who may hold only so many tickets of some channel. */
    Set<Long> limited(Collection<Long> agents) {
        return agents.isEmpty()
                ? Set.of()
                : Set.copyOf(NativeSql.of(LIMITS).set("agents", agents).longs());
    }
}
