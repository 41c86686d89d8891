package org.patchbay.routing.pools;

import java.util.EnumMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import io.quarkus.cache.CacheResult;

/**
 * Counts the agents who serve the queue of a pool, by the reason that the pool has against them, where there are not
 * too many. Each replica remembers the counts for some seconds.
 */
@ApplicationScoped
public class PoolSummaries {

    private static final int MAX_COUNTED = 500;

    private static final String LIMIT =
            "where o.organisation_id = :organisation and o.id = :pool limit " + (MAX_COUNTED + 1);

    /** The agents who serve the queue of a pool: all of them, or one more than are counted. */
    public static final String MEMBERS = """
            (select m.agent_id id from pool o
            join queue_member m on m.organisation_id = o.organisation_id and m.queue_id = o.queue_id
            and m.agent_id is not null
            %1$s)
            union (select b.account_id from pool o
            join queue_member m on m.organisation_id = o.organisation_id and m.queue_id = o.queue_id
            join org_group g on g.organisation_id = m.organisation_id and g.id = m.group_id
            and g.parent_id is not null
            join org_group bg force index (ix_group_path)
            on bg.organisation_id = g.organisation_id and bg.path like concat(g.path, '%%')
            join membership b on b.organisation_id = bg.organisation_id and b.group_id = bg.id
            %1$s)
            union (select e.id from pool o
            join queue_member m on m.organisation_id = o.organisation_id and m.queue_id = o.queue_id
            join org_group g on g.organisation_id = m.organisation_id and g.id = m.group_id and g.parent_id is null
            join agent e force index (uk_agent_id) on e.organisation_id = o.organisation_id and e.deleted_at is null
            %1$s)""".formatted(LIMIT);

    private static final String AGENTS = """
            select count(*) from (select e.id from agent e
            where e.organisation_id = :organisation and e.deleted_at is null
            limit %d) e""".formatted(PoolSummary.MAX_NAMED + 1);

    /**
     * Why agent {@code a} cannot be given a ticket of pool {@code p}; an agent with seat {@code s} can lack only room.
     */
    private static final String WHY = """
            case when s.place is not null then 'LATER_IN_ORDER'
            when s.agent_id is not null and a.presence <> 'AVAILABLE' then a.presence
            when s.agent_id is not null and a.load_units + %s > a.capacity then 'AT_CAPACITY'
            when s.agent_id is not null then 'CHANNEL_LIMIT'
            when p.target_id not in (0, a.id) then 'NOT_THE_TARGET' else 'LACKS_SKILL' end""".formatted(Capacity.COST);

    private static final String COUNTS = """
            select %s why, count(*) agents from (%s) who
            join agent a force index (primary) on a.organisation_id = :organisation and a.id = who.id
            join pool p on p.organisation_id = :organisation and p.id = :pool %s
            left join seat s on s.organisation_id = a.organisation_id and s.agent_id = a.id
            and s.pool_id = p.id where a.deleted_at is null group by why""".formatted(WHY, MEMBERS, Capacity.SETTINGS);

    @CacheResult(cacheName = "pool-summaries")
    public PoolSummary of(long poolId) {
        var asOf = Times.now();
        var counts = new EnumMap<PassedOver, Integer>(PassedOver.class);
        var rows = NativeSql.of(COUNTS).set("pool", poolId).list(Tuple.class);
        rows.forEach(row -> counts.put(
                PassedOver.valueOf(row.get("why", String.class)),
                row.get("agents", Number.class).intValue()));
        int members = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new PoolSummary(fewAgents(), members, members > MAX_COUNTED ? null : counts, asOf);
    }

    private static boolean fewAgents() {
        return NativeSql.of(AGENTS).number() <= PoolSummary.MAX_NAMED;
    }
}
