package org.patchbay.routing;

import java.util.EnumMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Times;

import io.quarkus.cache.CacheResult;

/** Counts the agents of an organisation as a pool sees them. Each replica remembers that for some seconds. */
@ApplicationScoped
class PoolSummaries {

    /** Why agent {@code a} cannot be given a ticket of pool {@code p}; who has seat {@code s} lacks room at most. */
    private static final String WHY = "case when s.place is not null then 'LATER_IN_ORDER'"
            + " when s.agent_id is not null and a.presence <> 'AVAILABLE' then a.presence"
            + " when s.agent_id is not null and a.load_units + " + Capacity.COST + " > a.capacity then 'AT_CAPACITY'"
            + " when s.agent_id is not null then 'CHANNEL_LIMIT' when not " + Seats.SERVES + " then 'NOT_IN_QUEUE'"
            + " when p.target_id not in (0, a.id) then 'NOT_THE_TARGET' else 'LACKS_SKILL' end";

    private final EntityManager entities;

    PoolSummaries(EntityManager entities) {
        this.entities = entities;
    }

    @CacheResult(cacheName = "pool-summaries")
    PoolSummary of(long poolId) {
        var asOf = Times.now();
        var counts = new EnumMap<PassedOver, Integer>(PassedOver.class);
        List<Tuple> rows = entities.createNativeQuery(
                        "select " + WHY + " why, count(*) agents from pool p"
                                + " join agent a on a.organisation_id = p.organisation_id" + Capacity.SETTINGS
                                + " left join seat s on s.organisation_id = p.organisation_id and s.agent_id = a.id"
                                + " and s.pool_id = p.id where p.organisation_id = :organisation and p.id = :pool"
                                + " and a.deleted_at is null group by why",
                        Tuple.class)
                .setParameter("organisation", Tenancy.organisation())
                .setParameter("pool", poolId)
                .getResultList();
        rows.forEach(row -> counts.put(
                PassedOver.valueOf(row.get("why", String.class)),
                row.get("agents", Number.class).intValue()));
        return new PoolSummary(counts, asOf);
    }
}
