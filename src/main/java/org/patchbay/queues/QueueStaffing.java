package org.patchbay.queues;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.queues.members.QueueMember;
import org.patchbay.queues.members.QueueMember.Serves;

/**
 * The agents who serve each queue, by name and by group. It reads all of them, whatever the current user sees; callers
 * apply visibility.
 */
@ApplicationScoped
public class QueueStaffing {

    /** The path of the root group, to which all agents belong. */
    private static final String ROOT = "/";

    /**
     * The agents who serve a queue.
     *
     * @param everybody whether all agents do; then none is listed
     */
    public record Crew(boolean everybody, Set<Long> agents) {

        public static final Crew NOBODY = new Crew(false, Set.of());

        public boolean has(long agent) {
            return everybody || agents.contains(agent);
        }
    }

    /** The crews by queue id, of queues that have any. */
    @Transactional
    public Map<Long, Crew> all() {
        return CurrentVisibility.ofEverything(() -> crews(QueueMember.serving()));
    }

    /** The crew of one queue; empty where there is no such queue. */
    @Transactional
    public Crew of(long queueId) {
        return CurrentVisibility.ofEverything(
                () -> crews(QueueMember.serving(queueId)).getOrDefault(queueId, Crew.NOBODY));
    }

    private static Map<Long, Crew> crews(List<Serves> serving) {
        boolean byGroup = serving.stream()
                .anyMatch(member -> member.path() != null && !member.path().equals(ROOT));
        var within = byGroup ? agentsWithin(QueueMember.places()) : Map.<String, Set<Long>>of();
        return serving.stream()
                .collect(Collectors.groupingBy(
                        Serves::queueId, Collectors.collectingAndThen(Collectors.toList(), of -> crew(of, within))));
    }

    private static Crew crew(Collection<Serves> members, Map<String, Set<Long>> within) {
        if (members.stream().anyMatch(member -> ROOT.equals(member.path()))) {
            return new Crew(true, Set.of());
        }
        var agents = new HashSet<Long>();
        for (var member : members) {
            if (member.agentId() != null) {
                agents.add(member.agentId());
            } else {
                agents.addAll(within.getOrDefault(member.path(), Set.of()));
            }
        }
        return new Crew(false, agents);
    }

    /** An account of a group belongs to the groups above it too: of {@code /17/31/} also to {@code /17/}. */
    private static Map<String, Set<Long>> agentsWithin(List<QueueMember.Place> places) {
        var within = new HashMap<String, Set<Long>>();
        for (var place : places) {
            var path = place.path();
            for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
                within.computeIfAbsent(path.substring(0, end + 1), group -> new HashSet<>())
                        .add(place.accountId());
            }
        }
        return within;
    }
}
