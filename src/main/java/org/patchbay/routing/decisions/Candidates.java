package org.patchbay.routing.decisions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Presence;
import org.patchbay.queues.Distribution;
import org.patchbay.routing.decisions.Candidate.Figures;
import org.patchbay.routing.decisions.Decision.Weighed;
import org.patchbay.routing.pools.Capacity;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.routing.pools.PassedOver;
import org.patchbay.routing.pools.PoolSummaries;
import org.patchbay.routing.pools.PoolSummary;
import org.patchbay.routing.rules.Allotment;
import org.patchbay.routing.rules.Allotment.Given;
import org.patchbay.routing.rules.Place;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.tickets.Ticket;

/**
 * The agents who could have been given a ticket, and why they were not: read without locks in the transaction of the
 * claim, before it. All agents are named where few serve the queue; else the first ones in its order, and those who
 * refused.
 */
@ApplicationScoped
class Candidates {

    private static final int MAX_REFUSALS = 10;

    private static final String EVERYBODY =
            "select e.id from agent e where e.organisation_id = :organisation and e.deleted_at is null";

    private static final String WINNER =
            "select e.id from agent e where e.organisation_id = :organisation and e.id = :winner";

    private static final String MEMBERS = """
            %s
            union select o.target_id from pool o where o.organisation_id = :organisation and o.id = :pool
            union %s""".formatted(PoolSummaries.MEMBERS, WINNER);

    private static final String FIRST = """
            (select f.agent_id id from seat f force index (ix_seat_free)
            where f.organisation_id = :organisation and f.free_pool_id = :pool
            order by f.place, f.idle_since, f.agent_id limit %1$d)
            union (select n.agent_id from seat w straight_join seat n force index (ix_seat_free)
            on n.organisation_id = w.organisation_id and n.free_pool_id = w.pool_id
            where w.organisation_id = :organisation and w.agent_id = :winner and w.pool_id = :pool
            and (n.place, n.idle_since, n.agent_id) > (w.place, w.idle_since, w.agent_id)
            order by n.place, n.idle_since, n.agent_id limit %1$d)
            union (select x.agent_id from assignment x force index (ix_assignment_ticket)
            where x.organisation_id = :organisation
            and x.ticket_id = :ticket and x.status in ('DECLINED', 'EXPIRED')
            order by x.id desc limit %2$d)
            union %3$s""".formatted(Allotment.NEIGHBOURS, MAX_REFUSALS, WINNER);

    /** The first skill that agent {@code a} lacks, the level that pool {@code p} requires, and the agent's. */
    private static final String LACKS = """
            (select concat_ws(':', r.skill_id, r.level, coalesce((select k.level
            from agent_skill k where k.organisation_id = r.organisation_id and k.agent_id = a.id
            and k.skill_id = r.skill_id), 0)) from pool_skill r where r.organisation_id = p.organisation_id
            and r.pool_id = p.id and not exists (select 1 from agent_skill k
            where k.organisation_id = r.organisation_id and k.agent_id = a.id and k.skill_id = r.skill_id
            and k.level >= r.level) order by r.skill_id limit 1)""";

    /** The number of tickets of the channel that the agent holds, and their limit. */
    private static final String LIMIT =
            "(select concat_ws(':', " + Capacity.HELD + ", l.maximum) from " + Capacity.LIMIT + ")";

    private static final String WEIGHED = """
            select a.id, a.presence, a.load_units, a.capacity, %s units, s.place,
            timestampdiff(microsecond, '1970-01-01', a.idle_since) idle_micros,
            p.target_id in (0, a.id) meant, s.agent_id is not null or %s serves,
            if(s.agent_id is null, %s, null) lacks, %s limited, %s unrefused, %s in_group
            from (%s) who join agent a force index (primary) on a.organisation_id = :organisation and a.id = who.id
            join pool p on p.organisation_id = :organisation and p.id = :pool
            join (select cast(:organisation as signed) organisation_id, cast(:ticket as signed) id,
            cast(:group as signed) group_id) t
            %s
            left join seat s on s.organisation_id = a.organisation_id and s.agent_id = a.id and s.pool_id = p.id
            where a.deleted_at is null
            order by a.id = :winner desc, s.place, a.idle_since, a.id""";

    private static final Comparator<Figures> ORDER =
            Comparator.comparing(Figures::place).thenComparing(Figures::idleSince);

    private final MatchQueries matchQueries;
    private final PoolSummaries summaries;

    Candidates(MatchQueries matchQueries, PoolSummaries summaries) {
        this.matchQueries = matchQueries;
        this.summaries = summaries;
    }

    /**
     * @param agents the winner first, if there is one
     * @param summary null where all agents are named
     */
    record Field(List<Candidate> agents, @Nullable PoolSummary summary) {

        Weighed weighed(@Nullable Distribution distribution) {
            return summary == null
                    ? new Weighed(distribution, null, agents, null, null)
                    : new Weighed(distribution, null, agents, summary.counts(), summary.countedAt());
        }
    }

    /** Call while the winner's seats still show their place before the claim. */
    Field of(Ticket ticket, @Nullable Long winner) {
        var summary = summaries.of(ticket.poolId());
        if (!summary.fewMembers()) {
            return new Field(weigh(FIRST, ticket, winner), summary);
        }
        return new Field(weigh(summary.fewAgents() ? EVERYBODY : MEMBERS, ticket, winner), null);
    }

    /** As {@link #of(Ticket, Long)}, of a ticket that is not stored yet. */
    Field around(Ticket ticket, Given given) {
        var winner = given.place();
        var summary = summaries.of(ticket.poolId());
        if (summary.fewMembers()) {
            return new Field(weigh(summary.fewAgents() ? EVERYBODY : MEMBERS, ticket, winner.agentId()), null);
        }
        var chosen = Stream.of(Candidate.chosen(winner.agentId(), figures(winner)));
        var passed = Stream.concat(
                given.before().stream().map(place -> passed(place, PassedOver.BEING_MATCHED)),
                given.behind().stream().map(place -> passed(place, PassedOver.LATER_IN_ORDER)));
        return new Field(Stream.concat(chosen, passed).toList(), summary);
    }

    private static Candidate passed(Place place, PassedOver why) {
        return new Candidate(place.agentId(), why, figures(place));
    }

    private static Figures figures(Place place) {
        return Figures.order(place.place(), place.idleSince());
    }

    private List<Candidate> weigh(String who, Ticket ticket, @Nullable Long winnerId) {
        long winner = winnerId == null ? 0 : winnerId;
        var rows = read(who, ticket, winner);
        Optional<Tuple> chosen = rows.stream().filter(row -> id(row) == winner).findFirst();
        return rows.stream()
                .map(row -> id(row) == winner
                        ? Candidate.chosen(winner, order(row))
                        : passed(row, chosen.map(Candidates::order).orElse(null), winner))
                .sorted(Comparator.comparing(Candidate::passedOver, Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList();
    }

    private List<Tuple> read(String who, Ticket ticket, long winner) {
        var sql = WEIGHED.formatted(
                Capacity.COST,
                EligibilityIndex.SERVES,
                LACKS,
                LIMIT,
                matchQueries.notRefused("a.id"),
                matchQueries.inGroups("a.id"),
                who,
                Capacity.SETTINGS);
        return NativeSql.of(sql)
                .set("pool", ticket.poolId())
                .set("ticket", ticket.isStored() ? ticket.id() : 0)
                .set("group", ticket.groupId())
                .set("winner", winner)
                .set("notAgainSince", matchQueries.notAgainSince())
                .list(Tuple.class);
    }

    private static Candidate passed(Tuple row, @Nullable Figures winners, long winner) {
        var agent = id(row);
        var presence = Presence.valueOf(row.get("presence", String.class));
        if (!is(row, "serves")) {
            return Candidate.passed(agent, PassedOver.NOT_IN_QUEUE);
        }
        if (!is(row, "meant")) {
            return Candidate.passed(agent, PassedOver.NOT_THE_TARGET);
        }
        var lacks = numbers(row, "lacks");
        if (lacks != null) {
            var figures = Figures.skill(lacks[0], (int) lacks[1], (int) lacks[2]);
            return new Candidate(agent, PassedOver.LACKS_SKILL, figures);
        }
        if (!is(row, "in_group")) {
            return Candidate.passed(agent, PassedOver.NOT_IN_GROUP);
        }
        if (presence != Presence.AVAILABLE) {
            return Candidate.passed(agent, away(presence));
        }
        if (!is(row, "unrefused")) {
            return Candidate.passed(agent, PassedOver.REFUSED_BEFORE);
        }
        int load = number(row, "load_units");
        int capacity = number(row, "capacity");
        int cost = number(row, "units");
        if (load + cost > capacity) {
            return new Candidate(agent, PassedOver.AT_CAPACITY, Figures.capacity(load, capacity, cost));
        }
        var limited = numbers(row, "limited");
        if (limited != null && limited[0] >= limited[1]) {
            return new Candidate(agent, PassedOver.CHANNEL_LIMIT, Figures.limit((int) limited[0], (int) limited[1]));
        }
        var own = order(row);
        boolean later = winners == null || own.place() == null || compare(winners, winner, own, agent) < 0;
        return new Candidate(agent, later ? PassedOver.LATER_IN_ORDER : PassedOver.BEING_MATCHED, own);
    }

    private static int compare(Figures one, long id, Figures other, long otherId) {
        int order = one.place() == null ? 0 : ORDER.compare(one, other);
        return order == 0 ? Long.compare(id, otherId) : order;
    }

    private static PassedOver away(Presence presence) {
        return switch (presence) {
            case OFFLINE -> PassedOver.OFFLINE;
            case WRAP_UP -> PassedOver.WRAP_UP;
            case AWAY -> PassedOver.AWAY;
            case AVAILABLE -> throw new IllegalArgumentException("Who is available is not away");
        };
    }

    private static Figures order(Tuple row) {
        var place = row.get("place", Number.class);
        return Figures.order(
                place == null ? null : place.longValue(),
                Instant.EPOCH.plus(row.get("idle_micros", Number.class).longValue(), ChronoUnit.MICROS));
    }

    private static long id(Tuple row) {
        return row.get("id", Number.class).longValue();
    }

    private static int number(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }

    private static boolean is(Tuple row, String column) {
        return number(row, column) != 0;
    }

    /** The numbers of a column that SQL joined by colons; null for none. */
    private static long @Nullable [] numbers(Tuple row, String column) {
        var text = row.get(column, String.class);
        return text == null
                ? null
                : Arrays.stream(text.split(":")).mapToLong(Long::parseLong).toArray();
    }
}
