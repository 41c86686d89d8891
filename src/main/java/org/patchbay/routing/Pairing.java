package org.patchbay.routing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.identity.Organisations;
import org.patchbay.shared.Tenancy;
import org.patchbay.tickets.Ticket;

/**
 * Which agent may be given which ticket, and which comes first: looked up without locks, then locked one half after the
 * other. Each look is a read of an index that ends with the first row it wants, once for a ticket, and once for each pool of
 * an agent, however many agents and tickets there are.
 *
 * <p>Where tickets are isolated, an agent may be given those of their groups only: those they belong to, also where they
 * see no more there than their own work, and with them those below, or all, where they see so much. Who belongs to no group
 * may be given what is of no group but the organisation itself. Then a look reads on until it meets the right group.
 *
 * <p>In SQL, because Hibernate would translate these queries anew each time.
 */
@ApplicationScoped
class Pairing {

    /** That agent {@code a} may be given what is of group {@code g}. */
    private static final String MAY_BE_GIVEN =
            "(exists (select 1 from membership m join org_group mg on mg.id = m.group_id"
                    + " where m.account_id = a.id and (m.sees = 'ORGANISATION' or mg.id = g.id"
                    + " or m.sees = 'SUBTREE' and g.path like concat(mg.path, '%')))"
                    + " or g.parent_id is null and not exists (select 1 from membership m where m.account_id = a.id))";

    /**
     * Where rows are locked, the subquery stands beside something that is never true: else MySQL may join it, leave the
     * order of the index, and lock all that it sorts.
     */
    private static final String OF_ITS_GROUPS =
            " and (1 = 0 or exists (select 1 from org_group g" + " where g.id = t.group_id and " + MAY_BE_GIVEN + "))";

    private static final String ROOM =
            "a.presence = 'AVAILABLE' and a.deleted_at is null and a.load_units < a.capacity";

    private static final String FREE_SEATS = "seat s where s.organisation_id = :organisation and s.place is not null";

    private final Organisations organisations;
    private final EntityManager entities;

    Pairing(Organisations organisations, EntityManager entities) {
        this.organisations = organisations;
        this.entities = entities;
    }

    /** Locks an agent whom no other matcher is looking at, the first in the order of the queue, if there still is one. */
    interface AgentLock {
        Optional<Agent> lock();
    }

    /**
     * A waiting ticket, locked, and on which terms an agent gets it.
     *
     * @param units what it costs them
     * @param offerSeconds how long they may think about it; null where they are not asked
     * @param inTurn whether its queue serves agents in turn
     */
    record Match(Ticket ticket, int units, Integer offerSeconds, boolean inTurn) {}

    /** Where what is sought is there, seen without locks: how to lock the agent to serve. */
    Optional<AgentLock> find(Seeking seeking) {
        if (!organisations.isOpen()) {
            return Optional.empty();
        }
        if (seeking.agentId() != null) {
            return heads(seeking.agentId()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(() -> Agent.lockIfFree(seeking.agentId()));
        }
        var waiting = seeking.ticketId() == null ? anyWaiting() : waiting(seeking.ticketId());
        return waiting.map(place -> () -> lockFirst(place));
    }

    /** The best waiting ticket for an agent whose lock the caller holds, if no other matcher is looking at it. */
    Optional<Match> lockTicket(Agent agent) {
        var heads = heads(agent.id());
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        var best = heads.getFirst();
        var next = heads.size() > 1 ? Optional.of(heads.get(1)) : Optional.<Tuple>empty();
        // Should somebody else take the best one first: what follows it there may come after the next pool's.
        var query = entities.createNativeQuery(
                        "select t.* from ticket t" + (isolated() ? " join agent a on a.id = :agent" : "")
                                + " where t.organisation_id = :organisation and t.waiting_pool_id = :pool"
                                + next.map(row -> " and (t.priority, :precedence, t.opened_at, t.id)"
                                                + " <= (:nextPriority, :nextPrecedence, :nextOpenedAt, :nextId)")
                                        .orElse("")
                                + ofItsGroups()
                                + " order by t.priority, t.opened_at, t.id limit 1 for update of t skip locked",
                        Ticket.class)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("pool", best.get("pool_id"));
        if (isolated()) {
            query.setParameter("agent", agent.id());
        }
        next.ifPresent(row -> query.setParameter("precedence", best.get("precedence"))
                .setParameter("nextPriority", row.get("priority"))
                .setParameter("nextPrecedence", row.get("precedence"))
                .setParameter("nextOpenedAt", row.get("opened_at"))
                .setParameter("nextId", row.get("id")));
        return Pairing.<Ticket>first(query).map(ticket -> match(ticket, best));
    }

    /** On which terms an agent, whose lock the caller holds, gets a ticket that was chosen for them, if they have room. */
    Optional<Match> terms(Agent agent, Ticket ticket) {
        Query query = entities.createNativeQuery(
                        "select " + Capacity.COST + " units, c.offer_seconds, q.distribution from ticket t"
                                + " join pool p on p.id = t.pool_id join queue q on q.id = p.queue_id join agent a on a.id = :agent"
                                + Capacity.SETTINGS + " where t.organisation_id = :organisation and t.id = :ticket and "
                                + Capacity.FITS,
                        Tuple.class)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("agent", agent.id())
                .setParameter("ticket", ticket.id());
        return Pairing.<Tuple>first(query).map(terms -> match(ticket, terms));
    }

    /** Whether an agent may see, and so be given, a ticket. */
    boolean mayTake(long agentId, Ticket ticket) {
        if (!isolated()) {
            return true;
        }
        Query query = entities.createNativeQuery(
                        "select t.id from ticket t join agent a on a.id = :agent"
                                + " where t.organisation_id = :organisation and t.id = :ticket" + OF_ITS_GROUPS,
                        Long.class)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("agent", agentId)
                .setParameter("ticket", ticket.id());
        return first(query).isPresent();
    }

    /** The organisations where a ticket waits. */
    @Transactional
    List<Long> organisations() {
        return entities.createNativeQuery(
                        "select o.id from organisation o where o.status = 'ACTIVE' and exists (select 1 from ticket t"
                                + " where t.organisation_id = o.id and t.waiting_pool_id is not null)",
                        Long.class)
                .getResultList();
    }

    /** Where tickets wait: a pool and, where tickets are isolated, a group. */
    private record Place(long poolId, long groupId) {
        static Place of(Tuple row) {
            return new Place(row.get("pool_id", Long.class), row.get("group_id", Long.class));
        }
    }

    /** The two best tickets at the heads of the pools where an agent has a seat and room. */
    private List<Tuple> heads(long agentId) {
        Query query = entities.createNativeQuery(
                        "select /*+ no_merge(h) */ h.pool_id, t.priority, q.priority precedence, t.opened_at, t.id, "
                                + Capacity.COST + " units, c.offer_seconds, q.distribution"
                                + " from (select s.pool_id, (select t.id from ticket t"
                                + " where t.organisation_id = s.organisation_id and t.waiting_pool_id = s.pool_id"
                                + ofItsGroups() + " order by t.priority, t.opened_at, t.id limit 1) ticket_id"
                                + " from agent a straight_join seat s on s.organisation_id = a.organisation_id"
                                + " and s.agent_id = a.id where a.organisation_id = :organisation and a.id = :agent) h"
                                + " straight_join ticket t on t.id = h.ticket_id join pool p on p.id = h.pool_id"
                                + " join queue q on q.id = p.queue_id join agent a on a.id = :agent" + Capacity.SETTINGS
                                + " where " + Capacity.FITS
                                + " order by t.priority, q.priority, t.opened_at, t.id limit 2",
                        Tuple.class)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("agent", agentId);
        return list(query);
    }

    /** Where a ticket waits for which an agent is free. */
    private Optional<Place> waiting(long ticketId) {
        Query query = entities.createNativeQuery(
                        "select t.waiting_pool_id pool_id, t.group_id from ticket t where t.id = :ticket"
                                + " and t.organisation_id = :organisation and exists (select 1 from " + FREE_SEATS
                                + " and s.pool_id = t.waiting_pool_id)",
                        Tuple.class)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("ticket", ticketId);
        return Pairing.<Tuple>first(query).map(Place::of).filter(this::hasFreeAgent);
    }

    /** A place where a ticket waits for which an agent is free. */
    private Optional<Place> anyWaiting() {
        var pools = isolated()
                ? "select distinct t.waiting_pool_id pool_id, t.group_id from ticket t"
                        + " where t.organisation_id = :organisation and t.waiting_pool_id is not null"
                : "select p.id pool_id, 0 group_id from pool p where p.organisation_id = :organisation"
                        + " and exists (select 1 from ticket t where t.organisation_id = p.organisation_id"
                        + " and t.waiting_pool_id = p.id) and exists (select 1 from " + FREE_SEATS
                        + " and s.pool_id = p.id) limit 1";
        Query query =
                entities.createNativeQuery(pools, Tuple.class).setParameter("organisation", Tenancy.organisation());
        return Pairing.<Tuple>list(query).stream()
                .map(Place::of)
                .filter(this::hasFreeAgent)
                .findFirst();
    }

    private boolean hasFreeAgent(Place place) {
        return !isolated()
                || first(freeAgents("select a.id", place, "", Long.class)).isPresent();
    }

    private Optional<Agent> lockFirst(Place place) {
        return first(freeAgents("select a.*", place, " for update of a skip locked", Agent.class));
    }

    private Query freeAgents(String select, Place place, String lock, Class<?> type) {
        var query = entities.createNativeQuery(
                        select + " from seat s force index (ix_seat_free) straight_join agent a"
                                + " on a.organisation_id = s.organisation_id and a.id = s.agent_id"
                                + " where s.organisation_id = :organisation and s.pool_id = :pool and s.place is not null and "
                                + ROOM
                                + (isolated()
                                        ? " and (1 = 0 or exists (select 1 from org_group g where g.id = :group and "
                                                + MAY_BE_GIVEN + "))"
                                        : "")
                                + " order by s.place, s.idle_since, s.agent_id limit 1" + lock,
                        type)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("pool", place.poolId());
        return isolated() ? query.setParameter("group", place.groupId()) : query;
    }

    private String ofItsGroups() {
        return isolated() ? OF_ITS_GROUPS : "";
    }

    private boolean isolated() {
        return organisations.isolation().tickets();
    }

    private static Match match(Ticket ticket, Tuple terms) {
        return new Match(
                ticket,
                terms.get("units", Number.class).intValue(),
                terms.get("offer_seconds", Integer.class),
                "ROUND_ROBIN".equals(terms.get("distribution")));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Query query) {
        return query.getResultList();
    }

    private static <T> Optional<T> first(Query query) {
        return Pairing.<T>list(query).stream().findFirst();
    }
}
