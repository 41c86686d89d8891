package org.patchbay.routing.pools;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.queues.Distribution;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

/**
 * The seats of the organisation: one row for each agent of each pool, which the database keeps in the order of the
 * pool's queue. So finding the right free agent is one read of an index, however many agents there are.
 *
 * <p>Seats are made and removed under the roster's lock; the columns of an agent's seats change under the agent's.
 */
@ApplicationScoped
public class EligibilityIndex {

    /** Of an organisation with so few agents all are locked at once, for some milliseconds. */
    private static final int FEW = 100;

    /** Of many agents so many are locked at once: it takes some milliseconds. */
    static final int TOGETHER = 25;

    /** In a new pool of many agents so many have a seat at once, so that its first ticket finds somebody. */
    private static final int FIRST = 25;

    private static final String OF_AGENT = "agent_id = :id";
    private static final String OF_AGENTS = "agent_id in (:ids)";
    private static final String OF_QUEUE =
            "pool_id in (select u.id from pool u where u.organisation_id = :organisation and u.queue_id = :id)";
    private static final String OF_POOL = "pool_id = :id";
    private static final String OF_POOL_ID = "p.id = :id";
    private static final String OF_CHANNEL =
            "pool_id in (select u.id from pool u where u.organisation_id = :organisation and u.channel = :channel)";
    private static final String OF_SOME = "agent_id in (:agents) and %s.pool_id in (:pools)";

    private static final String OWN_TIER = """
            (select m.tier from queue_member m where m.organisation_id = p.organisation_id
            and m.queue_id = p.queue_id and m.agent_id = a.id)""";

    private static final String TIER_OF_GROUPS = """
            (select min(m.tier) from queue_member m force index (ix_queue_member_groups)
            where m.organisation_id = p.organisation_id and m.group_queue_id = p.queue_id
            and exists (select 1 from org_group g where g.organisation_id = m.organisation_id and g.id = m.group_id
            and (g.parent_id is null or exists (select 1 from membership b
            join org_group bg on bg.organisation_id = b.organisation_id and bg.id = b.group_id
            where b.organisation_id = a.organisation_id and b.account_id = a.id
            and bg.path like concat(g.path, '%')))))""";

    /**
     * The best tier by which agent {@code a} serves the queue of pool {@code p}; null where they do not. One read for
     * both kinds of members would look at all of them for each agent.
     */
    private static final String TIER = "coalesce(least(%1$s, %2$s), %1$s, %2$s)".formatted(OWN_TIER, TIER_OF_GROUPS);

    /** Whether agent {@code a} serves the queue of pool {@code p}. */
    public static final String SERVES = "(" + TIER + " is not null)";

    /**
     * Whether agent {@code a} meets what pool {@code p} requires, but for serving the queue. Chats that a bot answers
     * are for nobody.
     */
    private static final String MEETS = """
            a.deleted_at is null and q.deleted_at is null and p.target_id in (0, a.id)
            and (q.bot_hand_over_queue_id is null or p.channel <> 'CHAT')
            and not exists (select 1 from pool_skill r where r.organisation_id = p.organisation_id
            and r.pool_id = p.id and not exists (select 1 from agent_skill k
            where k.organisation_id = a.organisation_id and k.agent_id = a.id and k.skill_id = r.skill_id
            and k.level >= r.level))""";

    private static final String SCORE = """
            coalesce((select sum(k.level) from pool_skill r join agent_skill k
            on k.organisation_id = r.organisation_id and k.skill_id = r.skill_id
            where r.organisation_id = p.organisation_id and r.pool_id = p.id and k.agent_id = a.id), 0)""";

    private static final String SERVED_AT = """
            coalesce((select max(b.served_at) from seat b
            straight_join pool bp on bp.organisation_id = b.organisation_id and bp.id = b.pool_id
            where b.organisation_id = a.organisation_id and b.agent_id = a.id and bp.queue_id = p.queue_id),
            cast(:now as datetime(6)))""";

    /** The seats that agents have by right, as far as they do not change from one ticket to the next. */
    private static final String DUE = """
            select p.organisation_id, a.id agent_id, p.id pool_id, %s tier, %s score,
            %s served_at, a.idle_since from pool p
            join queue q on q.organisation_id = p.organisation_id and q.id = p.queue_id
            join agent a on a.organisation_id = p.organisation_id where p.organisation_id = :organisation
            and %s and %s""";

    /**
     * Updates with {@code values()}, because {@code met} is no longer at the right row when MySQL updates: it has put
     * all rows aside first, since it also reads the table that it writes.
     */
    private static final String ADD = """
            insert into seat (organisation_id, agent_id, pool_id, tier, score, served_at, idle_since)
            select * from (%s) met where met.tier is not null
            on duplicate key update tier = values(tier), score = values(score)""";

    /** The agents who would come first in a pool where nobody has a seat yet. */
    private static final String FIRST_AGENTS = """
            select s.agent_id from (%s) s
            straight_join pool p on p.organisation_id = s.organisation_id and p.id = s.pool_id
            straight_join queue q on q.organisation_id = p.organisation_id and q.id = p.queue_id
            straight_join agent a force index (primary)
            on a.organisation_id = s.organisation_id and a.id = s.agent_id %s
            where s.tier is not null and %s
            order by case q.distribution %s end, s.idle_since, s.agent_id limit %d""";

    /**
     * Statements that change one table each, and read others in subqueries: these read committed rows, while an update
     * of a join waits for transactions that change the rows it reads.
     */
    private static final String WITHOUT_RIGHT = """
            seat.organisation_id = :organisation and seat.%s
            and not exists (select 1 from pool p
            join queue q on q.organisation_id = p.organisation_id and q.id = p.queue_id
            join agent a on a.organisation_id = p.organisation_id
            where p.organisation_id = seat.organisation_id and p.id = seat.pool_id and a.id = seat.agent_id
            and %s and %s is not null)""";

    /** Those who lose seats; nobody ever asks for a seat of a deleted queue. */
    private static final String LEAVERS = """
            select distinct seat.agent_id from seat
            join pool o on o.organisation_id = seat.organisation_id and o.id = seat.pool_id
            join queue oq on oq.organisation_id = o.organisation_id and oq.id = o.queue_id
            and oq.deleted_at is null where %s order by seat.agent_id""";

    /** Pools whose seats are looked at again, from the first agent on. */
    private static final String STALE = """
            insert into stale_pool (organisation_id, pool_id, done_agent_id)
            select * from (select p.organisation_id, p.id, 0 from pool p
            where p.organisation_id = :organisation and %s) stale
            on duplicate key update done_agent_id = 0""";

    private static final String PLACE = """
            update seat s %s set s.place = (select if(%s, case q.distribution %s end, null)
            from pool p force index (primary)
            join queue q force index (primary) on q.organisation_id = p.organisation_id and q.id = p.queue_id
            join agent a force index (primary) on a.organisation_id = p.organisation_id %s
            where p.organisation_id = s.organisation_id and p.id = s.pool_id and a.id = s.agent_id),
            s.idle_since = (select a.idle_since from agent a force index (primary)
            where a.organisation_id = s.organisation_id and a.id = s.agent_id)
            where s.organisation_id = :organisation and s.""";

    /**
     * Updates an agent's seats: whether, and with which precedence, the agent can be given something. Call under the
     * agent's lock after all other changes: an agent who is freed and takes the next ticket has no place in between.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void place(Agent agent) {
        boolean free = agent.isFree();
        if (free || agent.isSeated()) {
            agent.seated(free);
            placingOf(OF_AGENT).set("id", agent.id()).update();
        }
    }

    /**
     * As {@link #place(Agent)}, of many agents, whose rows are written.
     *
     * @param free those who can be given something, and some of whose seats have a place now
     * @param full those who cannot, and none of whose seats has one any more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void place(Collection<Long> free, Collection<Long> full) {
        if (!free.isEmpty()) {
            placingOf(OF_AGENTS).set("ids", free).update();
        }
        if (!full.isEmpty()) {
            NativeSql.of("""
                    update seat s force index (primary) set s.place = null
                    where s.organisation_id = :organisation
                    and s.agent_id in (:ids) and s.place is not null""").set("ids", full).update();
        }
    }

    /**
     * Whether the agent could be given a ticket of each of their pools when they were placed last. The caller holds the
     * agent's lock.
     */
    public boolean hasAllPlaces(Agent agent) {
        return agent.isSeated()
                && NativeSql.of("""
                        select s.pool_id from seat s force index (primary)
                        where s.organisation_id = :organisation and s.agent_id = :agent and s.place is null
                        limit 1""").set("agent", agent.id()).longs().isEmpty();
    }

    /**
     * Places agents again whose seats are wrong. They are only where somebody wrote into the database by hand.
     *
     * @return how many there were
     */
    public int repair() {
        List<Long> misplaced = Transactions.inNew(EligibilityIndex::misplaced);
        misplaced.forEach(id -> Transactions.inNew(() -> Agent.lock(id).ifPresent(this::place)));
        return misplaced.size();
    }

    private static List<Long> misplaced() {
        return NativeSql.of("""
                select a.id from agent a where a.organisation_id = :organisation
                and a.seated <> (%s)""".formatted(Capacity.ROOM)).longs();
    }

    /**
     * Puts the agent last in the round of a queue that serves in turn and gave them a ticket. Call before
     * {@link #place}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void served(Agent agent, long queueId) {
        NativeSql.of("""
                update seat s force index (primary) set s.served_at = :now
                where s.organisation_id = :organisation and s.agent_id = :agent
                and s.pool_id in (select p.id from pool p
                where p.organisation_id = :organisation and p.queue_id = :queue)""")
                .set("now", Times.now())
                .set("agent", agent.id())
                .set("queue", queueId)
                .update();
    }

    /** Finds out anew which seats the agent has. Call under the roster's lock, then the agent's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reseat(Agent agent) {
        remove(OF_AGENT).set("id", agent.id()).update();
        add("a.id = :id", agent.id());
        agent.seated(agent.isFree());
        placingOf(OF_AGENT).set("id", agent.id()).update();
    }

    /**
     * Finds out anew which agents have seats in the pools of a queue. Call under the roster's lock, and of no agent.
     * Where there are many, agents who lose their seats do so before the commit, and the others come after it:
     * {@link StaleSeats}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reseatQueue(long queueId) {
        if (hasFewAgents()) {
            lockAgents();
            remove(OF_QUEUE).set("id", queueId).update();
            add("p.queue_id = :id", queueId);
            placing(OF_QUEUE).set("id", queueId).update();
        } else {
            var leavers = NativeSql.of(LEAVERS.formatted(withoutRight(OF_QUEUE)))
                    .set("id", queueId)
                    .longs();
            if (!leavers.isEmpty()) {
                takeSeats(leavers, queueId);
            }
            stale(staleQueue(queueId));
        }
    }

    /**
     * Takes from agents their seats in the pools of a queue, a few in each transaction, so that none is locked for
     * long. Where the change is undone after all, they have their seats again soon: the pools are stale.
     */
    private static void takeSeats(List<Long> agents, long queueId) {
        Transactions.inNew(() -> staleQueue(queueId).update());
        for (int from = 0; from < agents.size(); from += TOGETHER) {
            var some = agents.subList(from, Math.min(from + TOGETHER, agents.size()));
            Transactions.inNew(() -> {
                lock(some);
                NativeSql.of("delete from seat where seat.organisation_id = :organisation"
                                + " and agent_id in (:agents) and seat." + OF_QUEUE)
                        .set("agents", some)
                        .set("id", queueId)
                        .update();
            });
        }
    }

    private static NativeSql staleQueue(long queueId) {
        return NativeSql.of(STALE.formatted("p.queue_id = :id")).set("id", queueId);
    }

    /**
     * Gives a new pool its seats. Call under the roster's lock. Where there are many agents, those who come first have
     * their seats at once, and the others after the commit.
     *
     * @param targetId the only agent who may be given its tickets, or 0
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void seatPool(long poolId, long targetId) {
        if (targetId != 0) {
            seat(List.of(targetId), List.of(poolId));
        } else if (hasFewAgents()) {
            lockAgents();
            add(OF_POOL_ID, poolId);
            placing(OF_POOL).set("id", poolId).update();
        } else {
            var first = lockFree(NativeSql.of(
                            FIRST_AGENTS.formatted(due(OF_POOL_ID), Capacity.SETTINGS, Capacity.FITS, places(), FIRST))
                    .set("id", poolId)
                    .set("now", Times.now())
                    .longs());
            if (!first.isEmpty()) {
                seat(first, List.of(poolId));
            }
            stale(NativeSql.of(STALE.formatted(OF_POOL_ID)).set("id", poolId));
        }
    }

    /** Places all agents with seats in pools of the channel, whose cost changed; many of them after the commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void placeChannel(String channel) {
        if (hasFewAgents()) {
            lockAgents();
            placing(OF_CHANNEL).set("channel", channel).update();
        } else {
            stale(NativeSql.of(STALE.formatted("p.channel = :channel")).set("channel", channel));
        }
    }

    /** Finds out anew which of these agents have seats in these pools. Call under the roster's lock. */
    void seat(List<Long> agents, List<Long> pools) {
        lock(agents);
        remove(OF_SOME.formatted("seat"))
                .set("agents", agents)
                .set("pools", pools)
                .update();
        adding("a.id in (:agents) and p.id in (:pools)")
                .set("agents", agents)
                .set("pools", pools)
                .update();
        placingOf(OF_SOME.formatted("s"))
                .set("agents", agents)
                .set("pools", pools)
                .update();
    }

    private static void stale(NativeSql pools) {
        if (pools.update() > 0) {
            DomainEvents.publish(new SeatsStale(CurrentOrganisation.id()));
        }
    }

    private static boolean hasFewAgents() {
        var agents = NativeSql.of("""
                select count(*) from (select a.id from agent a
                where a.organisation_id = :organisation and a.deleted_at is null
                limit :limit) few""").set("limit", FEW + 1).number();
        return agents <= FEW;
    }

    /**
     * Locks the agents, so that none takes or gives a ticket between a look at their load and its use. Waits for all of
     * them, in the order of their ids. It locks no entry of the key by which they are found: an assignment that refers
     * to such an entry waits for it with its agent locked, and both would wait for each other.
     */
    private static void lockAgents() {
        NativeSql.of("""
                select a.id from agent own force index (uk_agent_id) straight_join agent a force index (primary)
                on a.organisation_id = own.organisation_id and a.id = own.id
                where own.organisation_id = :organisation and own.deleted_at is null
                order by own.id for update of a""").longs();
    }

    /** As {@link #lockAgents}, some of them. */
    private static void lock(List<Long> agents) {
        NativeSql.of("""
                select a.id from agent a force index (primary)
                where a.organisation_id = :organisation and a.id in (:agents)
                order by a.id for update""").set("agents", agents).longs();
    }

    /** Those of these agents whom nobody else has locked, now locked. */
    private static List<Long> lockFree(List<Long> agents) {
        return agents.isEmpty()
                ? List.of()
                : NativeSql.of("""
                        select a.id from agent a force index (primary)
                        where a.organisation_id = :organisation and a.id in (:agents)
                        order by a.id for update skip locked""").set("agents", agents).longs();
    }

    private static void add(String scope, long id) {
        adding(scope).set("id", id).update();
    }

    private static NativeSql adding(String scope) {
        return NativeSql.of(ADD.formatted(due(scope))).set("now", Times.now());
    }

    private static String due(String scope) {
        return DUE.formatted(TIER, SCORE, SERVED_AT, scope, MEETS);
    }

    private static NativeSql remove(String scope) {
        return NativeSql.of("delete from seat where " + withoutRight(scope));
    }

    private static String withoutRight(String scope) {
        return WITHOUT_RIGHT.formatted(scope, MEETS, TIER);
    }

    private static NativeSql placing(String scope) {
        return placing("", scope);
    }

    /** Of certain agents; without the hint MySQL would now and then look at, and lock, the seats of all. */
    private static NativeSql placingOf(String agents) {
        return placing("force index (primary)", agents);
    }

    private static NativeSql placing(String hint, String scope) {
        return NativeSql.of(PLACE.formatted(hint, Capacity.FITS, places(), Capacity.SETTINGS) + scope);
    }

    private static String places() {
        return Arrays.stream(Distribution.values())
                .map(distribution -> "when '" + distribution.name() + "' then " + distribution.place())
                .collect(Collectors.joining(" "));
    }
}
