package org.patchbay.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** When each queue last served each of its agents, or they joined it: the order of those that serve in turn. */
final class Turns {

    /** When exactly within a transaction it was, is not known. */
    private static final Duration CLOSE = Duration.ofMillis(300);

    private static final Set<String> ROSTER = Set.of("agent", "queue", "queue_member", "org_group", "membership");

    private final World world;
    private final Map<Long, Map<Long, Instant>> servedAt = new HashMap<>();

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

    void served(long queue, long agent, Instant time) {
        servedAt.get(queue).computeIfPresent(agent, (who, before) -> time);
    }

    int compare(long queue, long one, long other) {
        return at(queue, one).compareTo(at(queue, other));
    }

    boolean areTooClose(long queue, long one, long other) {
        var apart = Duration.between(at(queue, one), at(queue, other)).abs();
        return !apart.isZero() && apart.compareTo(CLOSE) < 0;
    }

    private Instant at(long queue, long agent) {
        return servedAt.get(queue).get(agent);
    }
}
