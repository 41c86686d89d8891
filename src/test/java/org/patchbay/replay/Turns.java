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

    /** When exactly within a transaction they were served, is not known: at the latest then. */
    private final Map<Instant, Instant> servedBefore = new HashMap<>();

    Turns(World world) {
        this.world = world;
    }

    /** Who joins comes last, whoever leaves is forgotten. A queue begins with its first ticket. */
    void follow(Transaction transaction) {
        boolean anew = false;
        for (var change : transaction.changes()) {
            if (change.isInsertInto("ticket")) {
                anew |= servedAt.putIfAbsent(change.after().number("queue_id"), new HashMap<>()) == null;
            }
            anew |= ROSTER.contains(change.table()) && (change.before() == null || change.after() == null);
        }
        if (anew) {
            servedAt.forEach((queue, agents) -> world.all("agent").forEach(agent -> {
                if (world.tier(agent.id(), queue).isPresent()) {
                    agents.putIfAbsent(agent.id(), transaction.committedAt());
                } else {
                    agents.remove(agent.id());
                }
            }));
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
