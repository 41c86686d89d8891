package org.patchbay.queues.members;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.AgentDeletion;
import org.patchbay.agents.AgentWords;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.GroupWords;
import org.patchbay.queues.QueueEligibility;
import org.patchbay.queues.QueueWords;
import org.patchbay.queues.Queues;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.problems.ProblemType;

import static java.util.Objects.requireNonNull;

/** The staffing of queues, as admins and supervisors set it. */
@ApplicationScoped
public class QueueMembers implements AgentDeletion {

    private final Queues queues;
    private final QueueEligibility eligibility;
    private final Audit audit;

    QueueMembers(Queues queues, QueueEligibility eligibility, Audit audit) {
        this.queues = queues;
        this.eligibility = eligibility;
        this.audit = audit;
    }

    @Override
    public void agentDeleted(long agentId) {
        QueueMember.deleteAgent(agentId);
    }

    /** The members whom the current user sees. */
    @Transactional
    public List<QueueMemberView> list(long queueId) {
        queues.check(queueId);
        return views(queueId);
    }

    /**
     * Replaces the staffing of the queue.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code forbidden} where this would remove members whom the
     *     current user does not see, {@code conflict} where there is no such agent or group
     */
    @Transactional
    public List<QueueMemberView> replace(long queueId, List<QueueMemberView> wanted) {
        if (!CurrentVisibility.current().allGroups()) {
            throw ProblemType.FORBIDDEN.because(QueueWords.MEMBERS_OF_ALL);
        }
        if (new HashSet<>(wanted.stream()
                                .map(member -> List.of(member.agentId() == null, idOf(member)))
                                .toList())
                        .size()
                < wanted.size()) {
            throw ProblemType.VALIDATION_FAILED.because(QueueWords.MEMBER_TWICE);
        }
        RosterLock.lock();
        queues.check(queueId);
        checkKnown(wanted);
        var before = views(queueId);
        if (Set.copyOf(before).equals(Set.copyOf(wanted))) {
            return before;
        }
        QueueMember.deleteOf(queueId);
        wanted.forEach(member -> QueueMember.create(queueId, member));
        QueueMember.flush();
        var after = views(queueId);
        audit.record(Action.QUEUE_MEMBERS_SET, queueId, before, after);
        eligibility.queueChanged(queueId);
        return after;
    }

    private static void checkKnown(List<QueueMemberView> wanted) {
        var agents = wanted.stream()
                .map(QueueMemberView::agentId)
                .filter(Objects::nonNull)
                .toList();
        var groups = wanted.stream()
                .map(QueueMemberView::groupId)
                .filter(Objects::nonNull)
                .toList();
        checkKnown(AgentWords.NO_AGENT, agents, agents.isEmpty() ? Set.of() : QueueMember.agentsAmong(agents));
        checkKnown(GroupWords.NO_GROUP, groups, groups.isEmpty() ? Set.of() : QueueMember.groupsAmong(groups));
    }

    private static void checkKnown(Words unknown, List<Long> named, Set<Long> known) {
        named.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw ProblemType.CONFLICT.because(unknown, id);
        });
    }

    private static long idOf(QueueMemberView member) {
        return member.agentId() == null ? requireNonNull(member.groupId()) : member.agentId();
    }

    private static List<QueueMemberView> views(long queueId) {
        return QueueMember.of(queueId).stream().map(QueueMember::view).toList();
    }
}
