package org.patchbay.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.patchbay.queues.Distribution;

/**
 * A large organisation, written by SQL because over REST it would take hours: queues of every distribution, agents of
 * capacity 1 who serve two of them and have five of fifty skills, and twenty requirements of each queue, of no skill,
 * one or two. A tenth of the queues is quiet: their agents serve no others, and are free. In the others more tickets
 * wait than the agents can take. Beside them one queue is served by a hundred agents, and one by all.
 */
final class BigCentre {

    static final int QUEUE_OF_A_HUNDRED = 101;
    static final int QUEUE_OF_ALL = 102;
    static final int CUSTOMER = 1_000_000;

    private static final int FIRST_QUEUE = 1_000;
    private static final int FIRST_SKILL = 1_000;
    private static final int FIRST_POOL = 10_000;
    private static final int FIRST_AGENT = 1_000_000;
    private static final int FIRST_WAITING = 1_000_000;
    private static final int FIRST_HELD = 2_000_000;
    private static final int SKILLS = 50;
    private static final int SKILLS_EACH = 5;
    private static final int REQUIREMENTS = 20;

    private final Database database;
    private final int agents;
    private final int queues;
    private final List<Pool> pools = new ArrayList<>();

    /** A requirement of some tickets: levels by skill. */
    record Pool(int id, int queue, SortedMap<Integer, Integer> skills) {

        String text() {
            return skills.entrySet().stream()
                    .map(skill -> skill.getKey() + ":" + skill.getValue())
                    .collect(Collectors.joining(","));
        }

        /** A request for a ticket that waits there. */
        String ticket() {
            return "{\"channel\":\"CHAT\",\"customerId\":" + CUSTOMER + ",\"queueId\":" + queue + ",\"requiredSkills\":"
                    + skills.entrySet().stream()
                            .map(skill -> "{\"skillId\":" + skill.getKey() + ",\"level\":" + skill.getValue() + "}")
                            .collect(Collectors.joining(",", "[", "]"))
                    + "}";
        }
    }

    private BigCentre(Database database, int agents) {
        this.database = database;
        this.agents = agents;
        this.queues = Math.max(agents / 50, 10);
    }

    /** Everybody is free, and nothing waits. */
    static BigCentre write(Database database, int agents) {
        var centre = new BigCentre(database, agents);
        centre.writeStaff();
        centre.writePools();
        centre.writeSeats();
        return centre;
    }

    /** Resets the idle times of all agents to those of the beginning. */
    static void rest(Database database) {
        database.execute(
                "update agent set idle_since = '2026-01-01' + interval id - " + FIRST_AGENT + " second where id >= "
                        + FIRST_AGENT,
                "update seat s join agent a on a.id = s.agent_id set s.idle_since = a.idle_since");
    }

    int queues() {
        return queues;
    }

    int pools() {
        return pools.size();
    }

    /** The pools of the quiet queues whose requirement few agents meet. */
    List<Pool> quietPools() {
        var staffed =
                database.list("select pool_id from seat group by pool_id having count(*) >= 5", row -> row.getInt(1));
        return pools.stream()
                .filter(pool -> pool.queue() >= FIRST_QUEUE + busyQueues() && staffed.contains(pool.id()))
                .toList();
    }

    /** A requirement that no ticket had so far, and hardly any agent meets. */
    static Pool unheardOf() {
        return new Pool(0, FIRST_QUEUE, new TreeMap<>(Map.of(FIRST_SKILL, 10, FIRST_SKILL + 1, 10)));
    }

    /** A tenth of the agents meet it. */
    static Pool common(int queue, int skill) {
        return new Pool(0, queue, new TreeMap<>(Map.of(FIRST_SKILL + skill, 1)));
    }

    static Pool anybodyOf(int queue) {
        return new Pool(0, queue, new TreeMap<>());
    }

    /** Gives each agent of the busy queues a ticket, and lets so many others wait there. */
    void fill(int waiting) {
        int busyPools = busyQueues() * REQUIREMENTS;
        var columns = "insert into ticket (id, organisation_id, group_id, queue_id, pool_id, channel, status, priority,"
                + " required_skills, customer_id, agent_id, opened_at, waiting_since, updated_at, version) ";
        execute(
                columns + "select " + FIRST_WAITING
                        + " + n, :organisation, c.group_id, p.queue_id, p.id, 'CHAT', 'OPEN',"
                        + " 1 + crc32(concat('priority', n)) % 4, 'null', c.id, null, utc_timestamp(6) - interval n"
                        + " * 6 second, utc_timestamp(6) - interval n * 6 second, utc_timestamp(6), 0 from numbers"
                        + " join pool p on p.id = " + FIRST_POOL + " + crc32(concat('pool', n)) % " + busyPools
                        + " join customer c on c.id = " + CUSTOMER + " where n < " + waiting,
                columns + "select " + FIRST_HELD + " + n, :organisation, c.group_id, p.queue_id, p.id, 'CHAT',"
                        + " 'IN_PROGRESS', 3, 'null', c.id, " + FIRST_AGENT
                        + " + n, utc_timestamp(6) - interval 1 day, null,"
                        + " utc_timestamp(6), 1 from numbers join (select agent_id, min(pool_id) pool_id from seat"
                        + " where pool_id >= " + FIRST_POOL + " group by agent_id) s on s.agent_id = " + FIRST_AGENT
                        + " + n join pool p on p.id = s.pool_id join customer c on c.id = " + CUSTOMER + " where n < "
                        + busyAgents(),
                "insert into assignment (organisation_id, ticket_id, agent_id, status, units, assigned_at)"
                        + " select :organisation, id, agent_id, 'ACTIVE', 1, utc_timestamp(6) - interval 1 hour"
                        + " from ticket where id >= " + FIRST_HELD,
                "update agent a join assignment x on x.agent_id = a.id and x.status = 'ACTIVE' set load_units = 1,"
                        + " seated = false",
                "update seat s join agent a on a.id = s.agent_id set s.place = null where a.load_units > 0",
                "analyze table ticket, assignment, agent, seat, pool");
    }

    /** The tickets that the agents of the busy queues hold. */
    List<Long> held() {
        return database.list(
                "select ticket_id from assignment where organisation_id = " + organisation()
                        + " and live_ticket_id is not null and agent_id < " + (FIRST_AGENT + busyAgents()),
                row -> row.getLong(1));
    }

    /**
     * Has the application find out the seats of some agents anew, by taking their skills and giving them back, and
     * fails where it finds other seats than were written.
     */
    void checkSeats(Rest rest, int sample) {
        for (int n = 0; n < sample; n++) {
            int agent = FIRST_AGENT + n * (agents / sample);
            var path = "/agents/" + agent + "/skills";
            var skills = rest.get(path).body();
            var written = seats(agent);
            rest.put(path, "[]");
            rest.put(path, skills.toString());
            if (!written.equals(seats(agent))) {
                throw new IllegalStateException(
                        "Agent " + agent + " has seats " + seats(agent) + ", not those written: " + written);
            }
        }
    }

    private List<String> seats(int agent) {
        return database.list(
                "select concat(pool_id, ' ', tier, ' ', score, ' ', place is null) from seat where agent_id = " + agent
                        + " order by pool_id",
                row -> row.getString(1));
    }

    private int busyQueues() {
        return queues - queues / 10;
    }

    private int busyAgents() {
        return agents - agents / 10;
    }

    private void writeStaff() {
        execute(
                "create table numbers (n int primary key)",
                "insert into numbers with recursive s as (select 0 as n union all select n + 1 from s where n < 999)"
                        + " select a.n + 1000 * b.n from s a join s b on b.n < 200",
                "insert into skill (id, organisation_id, name, version) select " + FIRST_SKILL
                        + " + n, :organisation, concat('Skill ', n), 0 from numbers where n < " + SKILLS,
                "insert into queue (id, organisation_id, name, distribution, priority, wrap_up_seconds, is_default,"
                        + " created_at, version) select " + FIRST_QUEUE + " + n, :organisation, concat('Queue ', n),"
                        + " elt(1 + n % " + Distribution.values().length + ", "
                        + distributions(name -> "'" + name.name() + "'").collect(Collectors.joining(", "))
                        + "), 1 + n % 10, 0, false, utc_timestamp(6), 0 from numbers where n < " + queues,
                "insert into queue (id, organisation_id, name, distribution, priority, wrap_up_seconds, is_default,"
                        + " created_at, version) select n, :organisation, concat('Beside ', n), 'LONGEST_IDLE', 5, 0,"
                        + " false, utc_timestamp(6), 0 from numbers where n in (" + QUEUE_OF_A_HUNDRED + ", "
                        + QUEUE_OF_ALL + ")",
                "insert into agent (id, organisation_id, name, presence, capacity, load_units, idle_since,"
                        + " presence_since, created_at, version, seated) select " + FIRST_AGENT
                        + " + n, :organisation, concat('Agent ', n), 'AVAILABLE', 1, 0, '2026-01-01'"
                        + " + interval n second, utc_timestamp(6), utc_timestamp(6), 0, true from numbers where n < "
                        + agents,
                "insert ignore into agent_skill (organisation_id, agent_id, skill_id, level) select :organisation, "
                        + FIRST_AGENT + " + a.n, " + FIRST_SKILL + " + crc32(concat('skill', a.n, ' ', k.n)) % "
                        + SKILLS + ", 1 + crc32(concat('level', a.n, ' ', k.n)) % 10 from numbers a join numbers k"
                        + " on k.n < " + SKILLS_EACH + " where a.n < " + agents,
                members(0, busyQueues(), 0, busyAgents()),
                members(busyQueues(), queues - busyQueues(), busyAgents(), agents),
                "insert into queue_member (organisation_id, queue_id, agent_id, tier) select :organisation, "
                        + QUEUE_OF_A_HUNDRED + ", " + FIRST_AGENT + " + n, 1 from numbers where n < 100",
                "insert into queue_member (organisation_id, queue_id, group_id, tier) select :organisation, "
                        + QUEUE_OF_ALL + ", id, 1 from org_group where root_of = :organisation",
                "insert into customer (id, organisation_id, group_id, name, email, created_at, version) select "
                        + CUSTOMER + ", root_of, id, 'Customer', 'customer@example.org', utc_timestamp(6), 0"
                        + " from org_group where root_of = :organisation");
    }

    /** Some queues have several times as many agents as others. */
    private static String members(int firstQueue, int queues, int fromAgent, int toAgent) {
        return "insert ignore into queue_member (organisation_id, queue_id, agent_id, tier) select :organisation, "
                + (FIRST_QUEUE + firstQueue) + " + floor(" + queues
                + " * pow(crc32(concat('queue', a.n, ' ', k.n)) % 10000 / 10000, 1.25)), " + FIRST_AGENT
                + " + a.n, 1 + a.n % 3 from numbers a join numbers k on k.n < 2 where a.n >= " + fromAgent
                + " and a.n < " + toAgent;
    }

    private void writePools() {
        var random = new Random(7);
        for (int n = 0; n < queues * REQUIREMENTS; n++) {
            var skills = new TreeMap<Integer, Integer>();
            for (int i = 0; i < n % REQUIREMENTS % 3; i++) {
                skills.put(FIRST_SKILL + random.nextInt(SKILLS), 1 + random.nextInt(5));
            }
            pools.add(new Pool(FIRST_POOL + n, FIRST_QUEUE + n / REQUIREMENTS, skills));
        }
        // The same requirement twice is one pool, the first; the requirements of the other are ignored with it.
        execute(
                "insert ignore into pool (id, organisation_id, queue_id, channel, skills, target_id) values "
                        + pools.stream()
                                .map(pool -> "(%d, :organisation, %d, 'CHAT', '%s', 0)"
                                        .formatted(pool.id(), pool.queue(), pool.text()))
                                .collect(Collectors.joining(", ")),
                "insert ignore into pool_skill (organisation_id, pool_id, skill_id, level) values "
                        + pools.stream()
                                .flatMap(pool -> pool.skills().entrySet().stream()
                                        .map(skill -> "(:organisation, %d, %d, %d)"
                                                .formatted(pool.id(), skill.getKey(), skill.getValue())))
                                .collect(Collectors.joining(", ")));
        var kept = database.list("select id from pool where id >= " + FIRST_POOL, row -> row.getInt(1));
        pools.removeIf(pool -> !kept.contains(pool.id()));
    }

    private void writeSeats() {
        execute(
                "insert into seat (organisation_id, agent_id, pool_id, tier, score, served_at, idle_since)"
                        + " select p.organisation_id, a.id, p.id, m.tier, coalesce((select sum(k.level)"
                        + " from pool_skill r join agent_skill k on k.skill_id = r.skill_id where k.agent_id = a.id and"
                        + " r.organisation_id = p.organisation_id and k.organisation_id = p.organisation_id"
                        + " and r.pool_id = p.id), 0), utc_timestamp(6), a.idle_since from pool p join queue_member m"
                        + " on m.queue_id = p.queue_id join agent a on a.id = m.agent_id where p.id >= " + FIRST_POOL
                        + " and not exists (select 1 from pool_skill r where r.organisation_id = p.organisation_id"
                        + " and r.pool_id = p.id and not exists (select 1 from agent_skill k where"
                        + " k.organisation_id = a.organisation_id and k.agent_id = a.id and k.skill_id = r.skill_id"
                        + " and k.level >= r.level))",
                "update seat s join pool p on p.id = s.pool_id join queue q on q.id = p.queue_id join agent a"
                        + " on a.id = s.agent_id set s.place = case q.distribution "
                        + distributions(name -> "when '" + name.name() + "' then " + name.place())
                                .collect(Collectors.joining(" "))
                        + " end",
                "analyze table agent, agent_skill, queue, queue_member, pool, pool_skill, seat");
    }

    private static Stream<String> distributions(Function<Distribution, String> text) {
        return Arrays.stream(Distribution.values()).map(text);
    }

    private long organisation() {
        return database.number("select id from organisation");
    }

    private void execute(String... statements) {
        var organisation = Long.toString(organisation());
        database.execute(Arrays.stream(statements)
                .map(sql -> sql.replace(":organisation", organisation))
                .toArray(String[]::new));
    }
}
