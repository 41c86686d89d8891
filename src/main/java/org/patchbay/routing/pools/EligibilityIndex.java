package org.patchbay.routing.pools;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.queues.Distribution;
import org.patchbay.shared.persistence.Transactions;
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

    /** The best tier by which agent {@code a} serves the queue of pool {@code p}; null where they do not. */
    private static final String TIER = """
            (select min(m.tier) from queue_member m
            where m.organisation_id = p.organisation_id and m.queue_id = p.queue_id and (m.agent_id = a.id
            or exists (select 1 from org_group g where g.id = m.group_id and (g.parent_id is null
            or exists (select 1 from membership b join org_group bg on bg.id = b.group_id
            where b.account_id = a.id and bg.path like concat(g.path, '%'))))))""";

    /** Whether agent {@code a} serves the queue of pool {@code p}. */
    public static final String SERVES = "(" + TIER + " is not null)";

    /** Whether agent {@code a} meets what pool {@code p} requires, but for serving the queue. */
    private static final String MEETS = """
            a.deleted_at is null and q.deleted_at is null and p.target_id in (0, a.id)
            and not exists (select 1 from pool_skill r where r.organisation_id = p.organisation_id
            and r.pool_id = p.id and not exists (select 1 from agent_skill k
            where k.organisation_id = a.organisation_id and k.agent_id = a.id and k.skill_id = r.skill_id
            and k.level >= r.level))""";

    private static final String SCORE = """
            coalesce((select sum(k.level) from pool_skill r join agent_skill k
            on k.organisation_id = r.organisation_id and k.skill_id = r.skill_id
            where r.organisation_id = p.organisation_id and r.pool_id = p.id and k.agent_id = a.id), 0)""";

    private static final String SERVED_AT = """
            coalesce((select max(b.served_at) from seat b join pool bp on bp.id = b.pool_id
            where b.organisation_id = a.organisation_id and b.agent_id = a.id and bp.queue_id = p.queue_id),
            cast(:now as datetime(6)))""";

    /**
     * Updates with {@code values()}, because {@code met} is no longer at the right row when MySQL updates: it has put
     * all rows aside first, since it also reads the table that it writes.
     */
    private static final String ADD = """
            insert into seat (organisation_id, agent_id, pool_id, tier, score, served_at, idle_since)
            select * from (select p.organisation_id, a.id agent_id, p.id pool_id, %s tier, %s score,
            %s served_at, a.idle_since from pool p join queue q on q.id = p.queue_id
            join agent a on a.organisation_id = p.organisation_id where p.organisation_id = :organisation
            and %s and %s) met where met.tier is not null
            on duplicate key update tier = values(tier), score = values(score)""";

    /**
     * Statements that change one table each, and read others in subqueries: these read committed rows, while an update
     * of a join waits for transactions that change the rows it reads.
     */
    private static final String REMOVE = """
            delete from seat where seat.organisation_id = :organisation and seat.%s
            and not exists (select 1 from pool p join queue q on q.id = p.queue_id
            join agent a on a.organisation_id = p.organisation_id
            where p.id = seat.pool_id and a.id = seat.agent_id and %s and %s is not null)""";

    private static final String PLACE = """
            update seat s set s.place = (select if(%s, case q.distribution %s end, null)
            from pool p join queue q on q.id = p.queue_id
            join agent a on a.organisation_id = p.organisation_id %s
            where p.id = s.pool_id and a.id = s.agent_id),
            s.idle_since = (select a.idle_since from agent a where a.id = s.agent_id)
            where s.organisation_id = :organisation and s.""".formatted(Capacity.FITS, places(), Capacity.SETTINGS);

    private static final String OF_AGENT = "agent_id = :id";
    private static final String OF_QUEUE = "pool_id in (select o.id from pool o where o.queue_id = :id)";
    private static final String OF_POOL = "pool_id = :id";
    private static final String OF_CHANNEL = "pool_id in (select o.id from pool o where o.channel = :channel)";

    /**
     * Updates an agent's seats: whether, and with which precedence, the agent can be given something. Call under the
     * agent's lock after all other changes: an agent who is freed and takes the next ticket has no place in between.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void place(Agent agent) {
        boolean free = agent.isFree();
        if (free || agent.isSeated()) {
            agent.seated(free);
            place(OF_AGENT, agent.id());
        }
    }

    /**
     * Whether the agent could be given a ticket of each of their pools when they were placed last. The caller holds the
     * agent's lock.
     */
    public boolean hasAllPlaces(Agent agent) {
        return agent.isSeated()
                && NativeSql.of("""
                        select s.pool_id from seat s where s.organisation_id = :organisation
                        and s.agent_id = :agent and s.place is null
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
                update seat s set s.served_at = :now
                where s.organisation_id = :organisation and s.agent_id = :agent
                and s.pool_id in (select p.id from pool p where p.queue_id = :queue)""")
                .set("now", Times.now())
                .set("agent", agent.id())
                .set("queue", queueId)
                .update();
    }

    /** Finds out anew which seats the agent has. Call under the roster's lock, then the agent's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reseat(Agent agent) {
        remove(OF_AGENT, agent.id());
        add("a.id = :id", agent.id());
        agent.seated(agent.isFree());
        place(OF_AGENT, agent.id());
    }

    /** Finds out anew which agents have seats in the pools of a queue. Call under the roster's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reseatQueue(long queueId) {
        lockAgents();
        remove(OF_QUEUE, queueId);
        add("p.queue_id = :id", queueId);
        place(OF_QUEUE, queueId);
    }

    /** Gives a new pool its seats. Call under the roster's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    void seatPool(long poolId) {
        lockAgents();
        add("p.id = :id", poolId);
        place(OF_POOL, poolId);
    }

    /** Places all agents with seats in pools of the channel, whose cost changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void placeChannel(String channel) {
        lockAgents();
        placing(OF_CHANNEL).set("channel", channel).update();
    }

    /**
     * Locks the agents, so that none takes or gives a ticket between a look at their load and its use. Waits for all of
     * them, in the order of their ids. It locks no entry of the key by which they are found: an assignment that refers
     * to such an entry waits for it with its agent locked, and both would wait for each other.
     */
    private static void lockAgents() {
        NativeSql.of("""
                select a.id from agent own force index (uk_agent_id) straight_join agent a on a.id = own.id
                where own.organisation_id = :organisation and own.deleted_at is null
                order by own.id for update of a""").longs();
    }

    private static void add(String scope, long id) {
        NativeSql.of(ADD.formatted(TIER, SCORE, SERVED_AT, scope, MEETS))
                .set("id", id)
                .set("now", Times.now())
                .update();
    }

    private static void remove(String scope, long id) {
        NativeSql.of(REMOVE.formatted(scope, MEETS, TIER)).set("id", id).update();
    }

    private static void place(String scope, long id) {
        placing(scope).set("id", id).update();
    }

    private static NativeSql placing(String scope) {
        return NativeSql.of(PLACE + scope);
    }

    private static String places() {
        return Arrays.stream(Distribution.values())
                .map(distribution -> "when '" + distribution.name() + "' then " + distribution.place())
                .collect(Collectors.joining(" "));
    }
}
