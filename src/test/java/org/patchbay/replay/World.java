package org.patchbay.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The tables that people write, as they were at one moment, and their facts about agents and tickets. */
final class World {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> EXCLUSIVE = Set.of("VOICE", "VIDEO");
    private static final Set<String> REFUSED = Set.of("DECLINED", "EXPIRED");
    private static final Set<String> KEPT = Set.of(
            "agent",
            "agent_skill",
            "agent_limit",
            "queue",
            "queue_member",
            "org_group",
            "membership",
            "channel_setting",
            "ticket",
            "assignment");

    private final Map<String, NavigableMap<Long, Row>> tables = new HashMap<>();
    private final Map<Long, Map<Long, Row>> liveByAgent = new HashMap<>();
    private final Map<Long, Map<Long, Row>> byTicket = new HashMap<>();
    private final Map<Long, Instant> pooledAt = new HashMap<>();

    void apply(Change change, Transaction transaction) {
        if (change.table().equals("ticket") && change.isToAnother("pool_id")) {
            pooledAt.put(change.after().id(), transaction.began());
        }
        if (KEPT.contains(change.table())) {
            var row = change.row();
            var table = tables.computeIfAbsent(change.table(), name -> new TreeMap<>());
            if (change.after() == null) {
                table.remove(row.id());
            } else {
                table.put(row.id(), row);
            }
            if (change.table().equals("assignment")) {
                index(change.after() == null, row);
            }
        }
    }

    /** An agent who was given something comes last; the row may be written later, for several tickets at once. */
    void sendToTheBack(long agent, Instant time) {
        tables.get("agent")
                .computeIfPresent(
                        agent, (id, row) -> row.with("idle_since", ChronoUnit.MICROS.between(Instant.EPOCH, time)));
    }

    private void index(boolean deleted, Row assignment) {
        var live = liveByAgent.computeIfAbsent(assignment.number("agent_id"), agent -> new TreeMap<>());
        var all = byTicket.computeIfAbsent(assignment.number("ticket_id"), ticket -> new TreeMap<>());
        live.remove(assignment.id());
        all.remove(assignment.id());
        if (!deleted) {
            all.put(assignment.id(), assignment);
            if (isLive(assignment)) {
                live.put(assignment.id(), assignment);
            }
        }
    }

    Collection<Row> all(String table) {
        return tables.getOrDefault(table, new TreeMap<>()).values();
    }

    Row agent(long id) {
        return tables.get("agent").get(id);
    }

    Row ticket(long id) {
        return tables.get("ticket").get(id);
    }

    Row queue(long id) {
        return tables.get("queue").get(id);
    }

    Stream<Row> waiting() {
        return all("ticket").stream().filter(ticket -> ticket.text("status").equals("OPEN"));
    }

    /** The tickets that the agent holds or is offered. */
    Collection<Row> heldBy(long agent) {
        return liveByAgent.getOrDefault(agent, Map.of()).values();
    }

    /** The agents who hold the ticket, or are offered it: never two. */
    List<Long> holdersOf(long ticket) {
        return byTicket.getOrDefault(ticket, Map.of()).values().stream()
                .filter(World::isLive)
                .map(assignment -> assignment.number("agent_id"))
                .toList();
    }

    private static boolean isLive(Row assignment) {
        return !assignment.has("ended_at");
    }

    /** The units of all the agent's tickets. */
    int load(long agent) {
        return heldBy(agent).stream()
                .mapToInt(assignment -> (int) assignment.number("units"))
                .sum();
    }

    /** The cost of a ticket of the channel to the agent. */
    int cost(Row agent, String channel) {
        return all("channel_setting").stream()
                .filter(setting -> setting.text("channel").equals(channel))
                .findFirst()
                .map(setting -> setting.is("exclusive") ? capacity(agent) : (int) setting.number("units"))
                .orElse(EXCLUSIVE.contains(channel) ? capacity(agent) : 1);
    }

    static int capacity(Row agent) {
        return (int) agent.number("capacity");
    }

    /** Whether the agent holds as many tickets of the channel as they may. */
    boolean isAtLimit(long agent, String channel) {
        long held = heldBy(agent).stream()
                .filter(assignment ->
                        ticket(assignment.number("ticket_id")).text("channel").equals(channel))
                .count();
        return all("agent_limit").stream()
                .anyMatch(limit -> limit.number("agent_id") == agent
                        && limit.text("channel").equals(channel)
                        && limit.number("maximum") <= held);
    }

    /** The best tier by which the agent serves the queue: named, or by a group at or above one of theirs. */
    OptionalInt tier(long agent, long queue) {
        return all("queue_member").stream()
                .filter(member -> member.number("queue_id") == queue && isMember(agent, member))
                .mapToInt(member -> (int) member.number("tier"))
                .min();
    }

    private boolean isMember(long agent, Row member) {
        if (member.has("agent_id")) {
            return member.number("agent_id") == agent;
        }
        var group = group(member.number("group_id"));
        return !group.has("parent_id")
                || all("membership").stream()
                        .anyMatch(membership -> membership.number("account_id") == agent
                                && group(membership.number("group_id"))
                                        .text("path")
                                        .startsWith(group.text("path")));
    }

    private Row group(long id) {
        return tables.get("org_group").get(id);
    }

    int level(long agent, long skill) {
        return all("agent_skill").stream()
                .filter(has -> has.number("agent_id") == agent && has.number("skill_id") == skill)
                .mapToInt(has -> (int) has.number("level"))
                .findFirst()
                .orElse(0);
    }

    /** Whether they let the ticket go by after that time. */
    boolean refusedSince(Instant time, long agent, long ticket) {
        return byTicket.getOrDefault(ticket, Map.of()).values().stream()
                .anyMatch(assignment -> assignment.number("agent_id") == agent
                        && REFUSED.contains(assignment.text("status"))
                        && assignment.time("ended_at").isAfter(time));
    }

    /** The age of the ticket when its pool's requirement began; a timer may be late to change that. */
    long ageOfItsPool(Row ticket) {
        return age(ticket, pooledAt.getOrDefault(ticket.id(), ticket.time("opened_at")));
    }

    static long age(Row ticket, Instant time) {
        return Duration.between(ticket.time("opened_at"), time).toSeconds();
    }

    /** The ticket's requirement at that age, in seconds. */
    static RequiredLevels required(Row ticket, long age) {
        var levels = new TreeMap<Long, Integer>();
        for (var skill : skills(ticket)) {
            int level = skill.path("level").asInt();
            for (var relaxed : skill.path("relax")) {
                if (relaxed.path("afterSeconds").asInt() <= age) {
                    level = relaxed.path("level").asInt(0);
                }
            }
            if (level > 0) {
                levels.merge(skill.path("skillId").asLong(), level, Math::max);
            }
        }
        boolean targeted = ticket.has("target_id") && age < ticket.number("target_seconds");
        return new RequiredLevels(levels, targeted ? ticket.number("target_id") : null);
    }

    private static JsonNode skills(Row ticket) {
        try {
            return JSON.readTree(ticket.has("required_skills") ? ticket.text("required_skills") : "[]");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
