package org.patchbay.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** When each queue last served each of its agents, or they joined it: the order of those that serve in turn. */
final class Turns {

    private static final Set<String> ROSTER = Set.of("agent", "queue", "queue_member", "org_group", "membership");

    private final World world;
    private final Map<Long, Map<Long, Instant>> servedAt = new HashMap<>();

    /** The exact moment of service within a transaction is unknown: at the latest then. */
    private final Map<Instant, Instant> servedBefore = new HashMap<>();

    Turns(World world) {
        this.world = world;
    }

    /** A queue begins with its first ticket, which may be given to somebody in the same transaction. */
    void begin(Row ticket) {
        servedAt.computeIfAbsent(ticket.number("queue_id"), queue -> {
            var agents = new HashMap<Long, Instant>();
            seat(queue, agents, ticket.time("opened_at"));
            return agents;
        });
    }

    /** A new member comes last, one who leaves is forgotten. */
    void follow(Transaction transaction) {
        boolean anew = transaction.changes().stream()
                .anyMatch(change ->
                        ROSTER.contains(change.table()) && (change.before() == null || change.after() == null));
        if (anew) {
            servedAt.forEach((queue, agents) -> seat(queue, agents, transaction.committedAt()));
        }
    }

    private void seat(long queue, Map<Long, Instant> agents, Instant time) {
        for (var agent : world.all("agent")) {
            if (world.tier(agent.id(), queue).isPresent()) {
                agents.putIfAbsent(agent.id(), time);
            } else {
                agents.remove(agent.id());
            }
        }
    }

    void served(long queue, Claim claim) {
        servedBefore.put(claim.decided(), claim.transaction().committedAt());
        servedAt.get(queue).computeIfPresent(claim.agent(), (who, before) -> claim.decided());
    }

    int compare(long queue, long one, long other) {
        return at(queue, one).compareTo(at(queue, other));
    }

    boolean areTooClose(long queue, long one, long other) {
        var first = at(queue, one);
        var second = at(queue, other);
        return !first.equals(second)
                && !latest(first).isBefore(second)
                && !latest(second).isBefore(first);
    }

    private Instant latest(Instant served) {
        return servedBefore.getOrDefault(served, served);
    }

    private Instant at(long queue, long agent) {
        return servedAt.get(queue).get(agent);
    }
}
