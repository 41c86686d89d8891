package org.patchbay.routing.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agent;
import org.patchbay.identity.Organisations;
import org.patchbay.queues.Distribution;
import org.patchbay.routing.RoutingConfig;
import org.patchbay.routing.pools.Capacity;
import org.patchbay.routing.rules.Allotment.Head;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;

import static java.util.Objects.requireNonNull;

/**
 * Finds the first agent who may be given a ticket, or the first ticket for an agent: looked up without locks, then
 * locked one half after the other. Each look is a read of an index that ends with the first row it wants, once for a
 * ticket, and once for each pool of an agent, however many agents and tickets there are.
 *
 * <p>Where tickets are isolated, an agent may be given only those of their groups: the groups they belong to, even
 * where they see only their own work there; with them the groups below, or all groups, where their visibility reaches
 * so far. An agent without a group may be given only tickets of the root. Then a look reads on until it meets the right
 * group.
 *
 * <p>It uses SQL, because Hibernate would translate these queries anew each time; {@link NativeSql} tells of its hints
 * and fences.
 */
@ApplicationScoped
public class MatchQueries {

    /** The best one of a pool that an agent may have: at a place that is no worse, and on a condition. */
    private static final String BEST_TICKET = """
            select t.* from ticket t force index (ix_ticket_pool)
            where t.organisation_id = :organisation and t.waiting_pool_id = :pool
            %s and %s
            order by t.priority, t.opened_at, t.id limit 1 for update of t skip locked""";

    /** Should somebody else take the best one first: what follows it there may come after the next pool's. */
    private static final String BEFORE_NEXT = """
            and (t.priority, :precedence, t.opened_at, t.id)
            <= (:nextPriority, :nextPrecedence, :nextOpenedAt, :nextId)""";

    private static final String TERMS = """
            select %s from ticket t join pool p on p.organisation_id = t.organisation_id and p.id = t.pool_id
            join queue q on q.organisation_id = p.organisation_id and q.id = p.queue_id
            join agent a force index (primary) on a.organisation_id = t.organisation_id and a.id = :agent %s
            where t.organisation_id = :organisation and t.id = :ticket and %s""";

    private static final String IN_SIGHT = """
            select t.id from ticket t where t.organisation_id = :organisation and t.id = :ticket and %s""";

    private static final String STRANDED = """
            select t.id from pool p straight_join ticket t force index (ix_ticket_pool)
            on t.organisation_id = p.organisation_id and t.waiting_pool_id = p.id
            where p.organisation_id = :organisation
            and (1 = 0 or exists (select 1 from seat f force index (ix_seat_free)
            where f.organisation_id = p.organisation_id and f.free_pool_id = p.id))
            and (1 = 0 or exists (select 1 from seat s force index (ix_seat_free)
            where s.organisation_id = t.organisation_id and s.free_pool_id = t.waiting_pool_id and %s))
            limit %d""";

    private static final String COULD_TAKE_SOMETHING = """
            select distinct s.agent_id from seat s force index (primary)
            where s.organisation_id = :organisation and s.agent_id in (:agents) and s.free_pool_id is not null
            and (1 = 0 or exists (select 1 from ticket t force index (ix_ticket_pool)
            where t.organisation_id = s.organisation_id and t.waiting_pool_id = s.free_pool_id and %s))""";

    private static final String HEAD_OF_POOL = """
            (select t.waiting_pool_id pool_id, t.id ticket_id from ticket t force index (ix_ticket_pool)
            where t.organisation_id = :organisation and t.waiting_pool_id = :pool%d and %s
            order by t.priority, t.opened_at, t.id limit 1)""";

    private static final String BEST_HEADS = """
            select h.pool_id, count(*) over () pools, t.priority, q.priority precedence, t.opened_at, t.id, %s
            from (%s) h straight_join ticket t on t.organisation_id = :organisation and t.id = h.ticket_id
            join pool p on p.organisation_id = t.organisation_id and p.id = h.pool_id
            join queue q on q.organisation_id = p.organisation_id and q.id = p.queue_id
            join agent a force index (primary) on a.organisation_id = t.organisation_id and a.id = :agent %s
            where %s order by t.priority, q.priority, t.opened_at, t.id limit 2""";

    private static final String TICKET_OF_FREE_AGENT = """
            select t.waiting_pool_id pool_id, t.id ticket_id from ticket t
            where t.organisation_id = :organisation and t.id = :ticket
            and exists (select 1 from seat s force index (ix_seat_free)
            where s.organisation_id = t.organisation_id and s.free_pool_id = t.waiting_pool_id and %s)""";

    private static final String FIRST_AGENT = """
            select a.* from ticket t straight_join seat s force index (ix_seat_free)
            straight_join agent a force index (primary) on a.organisation_id = s.organisation_id and a.id = s.agent_id
            where t.organisation_id = :organisation and t.id = :ticket
            and s.organisation_id = :organisation and s.free_pool_id = :pool
            and a.idle_since = s.idle_since and %s and %s
            order by s.place, s.idle_since, s.agent_id limit 1 for update of a skip locked""";

    private static final String WITH_WAITING = """
            select s.agent_id from seat s force index (primary)
            where s.organisation_id = :organisation and s.agent_id in (:agents)
            and (1 = 0 or exists (select 1 from ticket t force index (ix_ticket_pool)
            where t.organisation_id = s.organisation_id and t.waiting_pool_id = s.pool_id))""";

    private static final String NOT_REFUSED = """
            (1 = 0 or not exists (select 1 from assignment x force index (ix_assignment_ticket)
            where x.organisation_id = t.organisation_id and x.ticket_id = t.id and x.agent_id = %s
            and x.status in ('DECLINED', 'EXPIRED') and x.ended_at > :notAgainSince))""";

    private static final String OF_THEIR_GROUPS = """
            (1 = 0 or exists (select 1 from org_group g where g.organisation_id = :organisation and g.id = %2$s
            and (exists (select 1 from membership m
            join org_group mg on mg.organisation_id = m.organisation_id and mg.id = m.group_id
            where m.organisation_id = :organisation and m.account_id = %1$s and (m.sees = 'ORGANISATION' or mg.id = g.id
            or m.sees = 'SUBTREE' and g.path like concat(mg.path, '%%')))
            or g.parent_id is null and not exists (select 1 from membership m
            where m.organisation_id = :organisation and m.account_id = %1$s))))""";

    private final Organisations organisations;
    private final Duration notAgainFor;

    MatchQueries(Organisations organisations, RoutingConfig config) {
        this.organisations = organisations;
        this.notAgainFor = config.notAgainFor();
    }

    /**
     * A possible match, seen without locks.
     *
     * @param ticketId the ticket for which an agent is sought; null where a ticket is sought for an agent
     * @param agent locks the first agent in the order of the queue whom no other matcher is looking at, if there still
     *     is one
     */
    public record MatchCandidate(@Nullable Long ticketId, Supplier<Optional<Agent>> agent) {}

    /**
     * A waiting ticket, locked, and the terms on which an agent gets it.
     *
     * @param pools the number of pools that had a ticket for the agent, of which this came first; null where the agent
     *     was sought
     */
    public record Match(
            Ticket ticket, Terms terms, @Nullable Integer pools) {}

    /**
     * The terms of a ticket's queue and channel.
     *
     * @param units the ticket's cost
     * @param offerSeconds how long the agent may think about it; null where it is not offered
     * @param firstResponseSeconds the time for the first response; null where there is no limit
     * @param wrapUpSeconds the wrap-up afterwards
     */
    public record Terms(
            int units,
            @Nullable Integer offerSeconds,
            @Nullable Integer firstResponseSeconds,
            int wrapUpSeconds,
            Distribution distribution) {

        static final String COLUMNS =
                Capacity.COST + " units, c.offer_seconds, q.first_response_seconds, q.wrap_up_seconds, q.distribution";

        public static Terms of(Tuple row) {
            return new Terms(
                    row.get("units", Number.class).intValue(),
                    row.get("offer_seconds", Integer.class),
                    row.get("first_response_seconds", Integer.class),
                    row.get("wrap_up_seconds", Integer.class),
                    Distribution.valueOf(row.get("distribution", String.class)));
        }

        /** Whether the queue serves agents in turn. */
        public boolean inTurn() {
            return distribution == Distribution.ROUND_ROBIN;
        }
    }

    /** The possible match, where there is one, seen without locks, and how to lock its agent. */
    public Optional<MatchCandidate> find(MatchRequest request) {
        if (!organisations.isOpen()) {
            return Optional.empty();
        }
        var agent = request.agentId();
        if (agent != null) {
            return heads(agent).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MatchCandidate(null, () -> Agent.lockIfFree(agent)));
        }
        long sought = requireNonNull(request.ticketId());
        return waiting(sought).map(ticket -> new MatchCandidate(sought, () -> lockFirst(ticket)));
    }

    /** Those of these agents for whom something may wait: in one of their pools, whatever it costs. */
    public Set<Long> withWaiting(Collection<Long> agents) {
        return agents.isEmpty()
                ? Set.of()
                : Set.copyOf(NativeSql.of(WITH_WAITING).set("agents", agents).longs());
    }

    /** The best ticket that waits for an agent, as far as they have room; seen without locks. */
    public Optional<Head> headFor(long agentId) {
        return heads(agentId).stream()
                .findFirst()
                .map(head -> new Head(number(head, "priority"), number(head, "precedence")));
    }

    private static int number(Tuple head, String column) {
        return head.get(column, Number.class).intValue();
    }

    /** Those of these agents who could be given something that waits, seen without locks. */
    @Transactional
    public Set<Long> couldTakeSomething(Set<Long> agents) {
        return organisations.isOpen()
                ? Set.copyOf(NativeSql.of(COULD_TAKE_SOMETHING.formatted(mayHave("s.agent_id")))
                        .set("notAgainSince", notAgainSince())
                        .set("agents", agents)
                        .longs())
                : Set.of();
    }

    /** The best waiting ticket for an agent whose lock the caller holds, if no other matcher is looking at it. */
    public Optional<Match> lockTicket(Agent agent) {
        var heads = heads(agent.id());
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        var best = heads.getFirst();
        var next = heads.stream().skip(1).findFirst();
        var beforeNext = next.isEmpty() ? "" : BEFORE_NEXT;
        var query = NativeSql.of(BEST_TICKET.formatted(beforeNext, mayHave(":agent")))
                .set("pool", best.get("pool_id"))
                .set("notAgainSince", notAgainSince())
                .set("agent", agent.id());
        next.ifPresent(row -> query.set("precedence", best.get("precedence"))
                .set("nextPriority", row.get("priority"))
                .set("nextPrecedence", row.get("precedence"))
                .set("nextOpenedAt", row.get("opened_at"))
                .set("nextId", row.get("id")));
        return query.first(Ticket.class)
                .map(ticket -> new Match(
                        ticket, Terms.of(best), best.get("pools", Number.class).intValue()));
    }

    /**
     * The terms on which an agent gets a ticket that was chosen for them, if they have room. The caller holds the
     * agent's lock.
     */
    public Optional<Match> terms(Agent agent, Ticket ticket) {
        return NativeSql.of(TERMS.formatted(Terms.COLUMNS, Capacity.SETTINGS, Capacity.FITS))
                .set("agent", agent.id())
                .set("ticket", ticket.id())
                .first(Tuple.class)
                .map(row -> new Match(ticket, Terms.of(row), null));
    }

    /** The ticket, if it waits and its organisation is served. */
    Optional<Ticket> stillWaiting(long ticketId) {
        return organisations.isOpen()
                ? NativeSql.of("""
                        select t.* from ticket t
                        where t.organisation_id = :organisation and t.id = :ticket
                        and t.waiting_pool_id is not null""").set("ticket", ticketId).first(Ticket.class)
                : Optional.empty();
    }

    /** Whether an agent may see, and so be given, a ticket. */
    public boolean mayTake(long agentId, Ticket ticket) {
        if (!isolated()) {
            return true;
        }
        return !NativeSql.of(IN_SIGHT.formatted(ofTheirGroups(":agent", "t.group_id")))
                .set("agent", agentId)
                .set("ticket", ticket.id())
                .longs()
                .isEmpty();
    }

    /** Some tickets that wait although an agent who may have them is free. */
    @Transactional
    public List<Long> stranded(int limit) {
        return organisations.isOpen()
                ? NativeSql.of(STRANDED.formatted(mayHave("s.agent_id"), limit))
                        .set("notAgainSince", notAgainSince())
                        .longs()
                : List.of();
    }

    /** The organisations with waiting tickets. */
    @Transactional
    public List<Long> organisations() {
        return NativeSql.everywhere("""
                select o.id from organisation o where o.status = 'ACTIVE' and exists (select 1 from ticket t
                where t.organisation_id = o.id and t.waiting_pool_id is not null)""").longs();
    }

    /**
     * The two best tickets at the heads of the pools where an agent has a seat and room. Each pool is a range of its
     * own: in a subquery over the seats MySQL would sort all tickets that wait there.
     */
    private List<Tuple> heads(long agentId) {
        var pools = poolsOf(agentId);
        if (pools.isEmpty()) {
            return List.of();
        }
        var heads = IntStream.range(0, pools.size())
                .mapToObj(pool -> HEAD_OF_POOL.formatted(pool, mayHave(":agent")))
                .collect(Collectors.joining(" union all "));
        var sql = BEST_HEADS.formatted(Terms.COLUMNS, heads, Capacity.SETTINGS, Capacity.FITS);
        var query = NativeSql.of(sql).set("notAgainSince", notAgainSince()).set("agent", agentId);
        IntStream.range(0, pools.size()).forEach(pool -> query.set("pool" + pool, pools.get(pool)));
        return query.list(Tuple.class);
    }

    private static List<Long> poolsOf(long agentId) {
        return NativeSql.of("""
                select s.pool_id from seat s force index (primary)
                where s.organisation_id = :organisation and s.agent_id = :agent""").set("agent", agentId).longs();
    }

    /** The ticket, if it waits and an agent who may have it is free. */
    private Optional<Tuple> waiting(long ticketId) {
        return NativeSql.of(TICKET_OF_FREE_AGENT.formatted(mayHave("s.agent_id")))
                .set("notAgainSince", notAgainSince())
                .set("ticket", ticketId)
                .first(Tuple.class);
    }

    /**
     * The seat was read before the agent was locked. Where its idle time is not the agent's any more, they were served
     * in between and are no longer first. The agent is locked by their own key alone: skipping a locked agent leaves
     * the entry locked by which they were found, and an assignment that refers to it would wait for that.
     */
    private Optional<Agent> lockFirst(Tuple waiting) {
        return NativeSql.of(FIRST_AGENT.formatted(Capacity.ROOM, mayHave("s.agent_id")))
                .set("notAgainSince", notAgainSince())
                .set("ticket", waiting.get("ticket_id"))
                .set("pool", waiting.get("pool_id"))
                .first(Agent.class);
    }

    /**
     * Whether an agent may have ticket {@code t}: they did not just refuse it, and it is of their groups. Its
     * subqueries are fenced.
     *
     * @param agent the agent's id in SQL; {@link #notAgainSince} is a parameter
     */
    private String mayHave(String agent) {
        return notRefused(agent) + (isolated() ? " and " + ofTheirGroups(agent, "t.group_id") : "");
    }

    /** Needs {@link #notAgainSince} as a parameter. */
    String notRefused(String agent) {
        return NOT_REFUSED.formatted(agent);
    }

    /** An older refusal is forgotten. */
    Instant notAgainSince() {
        return Times.now().minus(notAgainFor);
    }

    String inGroups(String agent) {
        return isolated() ? ofTheirGroups(agent, "t.group_id") : "true";
    }

    /** Whether an agent may have a ticket of a group, in SQL; {@code group} is a parameter where that matters. */
    public Optional<String> ofGroup(String agent) {
        return isolated() ? Optional.of(ofTheirGroups(agent, ":group")) : Optional.empty();
    }

    private static String ofTheirGroups(String agent, String group) {
        return OF_THEIR_GROUPS.formatted(agent, group);
    }

    private boolean isolated() {
        return organisations.isolation().tickets();
    }
}
