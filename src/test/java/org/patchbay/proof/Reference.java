package org.patchbay.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.patchbay.testing.Store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Who may be given what, said plainly: every agent and every ticket are looked at, from the tables that people write, without
 * pools or seats. Slow, and easy to believe.
 */
final class Reference {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration notAgainFor;

    Reference(Duration notAgainFor) {
        this.notAgainFor = notAgainFor;
    }

    /** A ticket, as far as it matters who gets it. */
    record Work(
            long id, long queue, String channel, Instant openedAt, JsonNode skills, Long target, int targetSeconds) {

        static Work of(ResultSet row) throws SQLException {
            try {
                return new Work(
                        row.getLong("id"),
                        row.getLong("queue_id"),
                        row.getString("channel"),
                        row.getTimestamp("opened_at").toInstant(),
                        JSON.readTree(
                                row.getString("required_skills") == null ? "[]" : row.getString("required_skills")),
                        row.getObject("target_id", Long.class),
                        row.getInt("target_seconds"));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Levels by skill, of an agent who gets it then. */
        Map<Long, Integer> requiredAt(Instant time) {
            long age = Duration.between(openedAt, time).toSeconds();
            var required = new HashMap<Long, Integer>();
            for (var skill : skills) {
                int level = skill.path("level").asInt();
                for (var relaxed : skill.path("relax")) {
                    if (relaxed.path("afterSeconds").asInt() <= age) {
                        level = relaxed.path("level").asInt(0);
                    }
                }
                required.merge(skill.path("skillId").asLong(), level, Math::max);
            }
            return required;
        }

        boolean isFor(long agent, Instant time) {
            return target == null
                    || target == agent
                    || Duration.between(openedAt, time).toSeconds() >= targetSeconds;
        }
    }

    private record Agent(long id, int capacity, int load) {}

    private record Channel(int units, boolean exclusive) {}

    static List<Work> tickets(String where) {
        return Store.list("select * from ticket where " + where, Work::of);
    }

    /** The tickets that wait although somebody who is free may have them. */
    List<String> waitingInVain() {
        var now = Instant.now();
        var agents = Store.list(
                "select id, capacity, (select coalesce(sum(units), 0) from assignment x where x.agent_id = a.id"
                        + " and x.ended_at is null) from agent a where presence = 'AVAILABLE' and deleted_at is null",
                row -> new Agent(row.getLong(1), row.getInt(2), row.getInt(3)));
        var abilities = new Floor.Abilities(now, now, serving(), levels());
        return tickets("status = 'OPEN'").stream()
                .flatMap(ticket -> agents.stream()
                        .filter(agent -> abilities.meet(agent.id(), ticket.queue(), ticket.requiredAt(now))
                                && ticket.isFor(agent.id(), now)
                                && hasRoom(agent, ticket.channel())
                                && !refused(agent.id(), ticket.id()))
                        .map(agent -> "ticket " + ticket.id() + " could be agent " + agent.id() + "'s"))
                .toList();
    }

    private static boolean hasRoom(Agent agent, String channel) {
        var settings = Store.list(
                        "select units, exclusive from channel_setting where channel = '" + channel + "'",
                        row -> new Channel(row.getInt(1), row.getBoolean(2)))
                .stream()
                .findFirst()
                .orElse(new Channel(1, Set.of("VOICE", "VIDEO").contains(channel)));
        long limit = Store.list(
                        "select maximum from agent_limit where agent_id = " + agent.id() + " and channel = '" + channel
                                + "'",
                        row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(Long.MAX_VALUE);
        long held =
                Store.count("select count(*) from assignment x join ticket t on t.id = x.ticket_id where x.agent_id = "
                        + agent.id() + " and x.ended_at is null and t.channel = '" + channel + "'");
        return agent.load() + (settings.exclusive() ? agent.capacity() : settings.units()) <= agent.capacity()
                && held < limit;
    }

    private boolean refused(long agent, long ticket) {
        return Store.count("select count(*) from assignment where agent_id = " + agent + " and ticket_id = " + ticket
                        + " and status in ('DECLINED', 'EXPIRED') and ended_at > utc_timestamp(6) - interval "
                        + notAgainFor.toSeconds() + " second")
                > 0;
    }

    /** Agents by queue: themselves, or by a group at or above one of theirs; the root means everybody. */
    private static Map<Long, Set<Long>> serving() {
        var serving = new HashMap<Long, Set<Long>>();
        Store.list(
                """
                select m.queue_id, m.agent_id from queue_member m where m.agent_id is not null
                union select m.queue_id, a.id from queue_member m join org_group g on g.id = m.group_id
                join agent a on a.organisation_id = m.organisation_id where g.parent_id is null
                union select m.queue_id, b.account_id from queue_member m join org_group g on g.id = m.group_id
                join org_group below on below.path like concat(g.path, '%') join membership b on b.group_id = below.id
                where g.parent_id is not null
                """,
                row -> serving.computeIfAbsent(row.getLong(1), queue -> new HashSet<>())
                        .add(row.getLong(2)));
        return serving;
    }

    private static Map<Long, Map<Long, Integer>> levels() {
        var levels = new HashMap<Long, Map<Long, Integer>>();
        Store.list("select agent_id, skill_id, level from agent_skill", row -> levels.computeIfAbsent(
                        row.getLong(1), agent -> new HashMap<>())
                .put(row.getLong(2), row.getInt(3)));
        return levels;
    }
}
