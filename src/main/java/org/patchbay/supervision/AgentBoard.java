package org.patchbay.supervision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.AgentView;
import org.patchbay.agents.Agents;
import org.patchbay.agents.Presence;
import org.patchbay.queues.QueueStaffing;
import org.patchbay.shared.paging.Page;
import org.patchbay.tickets.TicketFigures;

/** The agents on the board, with their tickets. */
@ApplicationScoped
class AgentBoard {

    private final Agents agents;
    private final QueueStaffing queueStaffing;

    AgentBoard(Agents agents, QueueStaffing queueStaffing) {
        this.agents = agents;
        this.queueStaffing = queueStaffing;
    }

    /** @param queue only agents who serve it */
    @Transactional
    Page<AgentStatusRow> list(
            @Nullable Presence presence,
            @Nullable Long queue,
            @Nullable Long groupId,
            @Nullable String name,
            @Nullable String after,
            int limit) {
        var crew = queue == null ? null : queueStaffing.of(queue);
        var among = crew == null || crew.everybody() ? null : crew.agents();
        var page = agents.list(presence, name, groupId, among, after, limit);
        var ids = page.items().stream().map(AgentView::id).toList();
        Map<Long, List<TicketFigures.HeldTicket>> held = ids.isEmpty()
                ? Map.of()
                : TicketFigures.heldBy(ids).stream().collect(Collectors.groupingBy(TicketFigures.HeldTicket::agentId));
        var reasons = agents.reasons();
        return new Page<>(
                page.items().stream()
                        .map(agent -> AgentStatusRow.of(
                                agent,
                                agent.reasonId() == null ? null : reasons.get(agent.reasonId()),
                                held.getOrDefault(agent.id(), List.of())))
                        .toList(),
                page.next());
    }
}
