package org.patchbay.routing.pools;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.RosterLock;
import org.patchbay.queues.Channel;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

import static java.util.Objects.requireNonNull;

/** The pools of an organisation: one for each requirement that a ticket ever had, made for the first such ticket. */
@ApplicationScoped
public class RequirementPools {

    private static final ThreadLocal<Boolean> ONLY_KNOWN = new ThreadLocal<>();

    private final EligibilityIndex index;
    private final EpochCache<Requirement, Long> ids;

    RequirementPools(EligibilityIndex index, ConfigurationEpoch epoch) {
        this.index = index;
        this.ids = new EpochCache<>(epoch);
    }

    /**
     * The id of the pool of this requirement, made where there is none. Then it takes the lock of the roster, and those
     * of agents; the caller holds no agent's lock.
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = UnknownPool.class)
    public long of(Requirement requirement) {
        return ids.get(requirement, () -> {
            var known = find(requirement);
            return known == null ? make(requirement) : known;
        });
    }

    /**
     * Does work that waits for no lock.
     *
     * @throws UnknownPool where it would have to make a pool
     */
    public void ofKnown(Runnable work) {
        ONLY_KNOWN.set(true);
        try {
            work.run();
        } finally {
            ONLY_KNOWN.remove();
        }
    }

    /** Whether so many tickets wait for an agent of the queue; reads no more of them than that. */
    public boolean hasAtLeast(long queueId, int tickets) {
        var waiting =
                NativeSql.of("""
                select count(*) from (select t.id from pool p
                straight_join ticket t force index (ix_ticket_pool)
                on t.organisation_id = p.organisation_id and t.waiting_pool_id = p.id
                where p.organisation_id = :organisation and p.queue_id = :queue
                limit :tickets) w""").set("queue", queueId).set("tickets", tickets).number();
        return waiting >= tickets;
    }

    /** No ticket had this requirement before. */
    public static final class UnknownPool extends RuntimeException {
        private UnknownPool() {}
    }

    /** The requirements of pools, by their ids. */
    public Map<Long, Requirement> requirements(Collection<Long> pools) {
        var rows = NativeSql.of("""
                select p.id, p.queue_id, p.channel, p.skills, p.target_id from pool p
                where p.organisation_id = :organisation and p.id in (:pools)""").set("pools", pools).list(Tuple.class);
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", Number.class).longValue(),
                        row -> Requirement.of(
                                row.get("queue_id", Number.class).longValue(),
                                Channel.valueOf(row.get("channel", String.class)),
                                row.get("skills", String.class),
                                row.get("target_id", Number.class).longValue())));
    }

    private long make(Requirement requirement) {
        if (ONLY_KNOWN.get() != null) {
            throw new UnknownPool();
        }
        RosterLock.lock();
        var madeMeanwhile = find(requirement);
        if (madeMeanwhile != null) {
            return madeMeanwhile;
        }
        insert(requirement);
        long pool = requireNonNull(find(requirement));
        requirement.skills().forEach((skill, level) -> require(pool, skill, level));
        index.seatPool(pool, requirement.targetId());
        DomainEvents.publish(new PoolsFilled(CurrentOrganisation.id()));
        return pool;
    }

    private static void insert(Requirement requirement) {
        NativeSql.of("""
                insert into pool (organisation_id, queue_id, channel, skills, target_id)
                values (:organisation, :queue, :channel, :skills, :target)""")
                .set("queue", requirement.queueId())
                .set("channel", requirement.channel().name())
                .set("skills", requirement.skillsAsText())
                .set("target", requirement.targetId())
                .update();
    }

    private static void require(long pool, long skill, int level) {
        NativeSql.of("""
                insert into pool_skill (organisation_id, pool_id, skill_id, level)
                values (:organisation, :pool, :skill, :level)""")
                .set("pool", pool)
                .set("skill", skill)
                .set("level", level)
                .update();
    }

    private static @Nullable Long find(Requirement requirement) {
        var found = NativeSql.of("""
                select p.id from pool p where p.organisation_id = :organisation and p.queue_id = :queue
                and p.channel = :channel and p.target_id = :target and p.skills = :skills""")
                .set("queue", requirement.queueId())
                .set("channel", requirement.channel().name())
                .set("target", requirement.targetId())
                .set("skills", requirement.skillsAsText())
                .longs();
        return found.stream().findFirst().orElse(null);
    }
}
