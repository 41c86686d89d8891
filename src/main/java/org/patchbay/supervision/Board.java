package org.patchbay.supervision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.AgentView;
import org.patchbay.agents.Agents;
import org.patchbay.agents.Presence;
import org.patchbay.queues.Crews;
import org.patchbay.shared.Page;
import org.patchbay.tickets.TicketFigures;

/** The agents of the floor, with what they hold. */
@ApplicationScoped
class Board {

    private final Agents agents;
    private final Crews crews;

    Board(Agents agents, Crews crews) {
        this.agents = agents;
        this.crews = crews;
    }

    /** @param queueOrNull only those who serve it */
    @Transactional
    Page<BoardLine> list(Presence presence, Long queueOrNull, Long groupId, String name, String after, int limit) {
        var crew = queueOrNull == null ? null : crews.of(queueOrNull);
        var among = crew == null || crew.everybody() ? null : crew.agents();
        var page = agents.list(presence, name, groupId, among, after, limit);
        var ids = page.items().stream().map(AgentView::id).toList();
        Map<Long, List<TicketFigures.Held>> held = ids.isEmpty()
                ? Map.of()
                : TicketFigures.heldBy(ids).stream().collect(Collectors.groupingBy(TicketFigures.Held::agentId));
        var reasons = agents.reasons();
        return new Page<>(
                page.items().stream()
                        .map(agent -> BoardLine.of(
                                agent,
                                agent.reasonId() == null ? null : reasons.get(agent.reasonId()),
                                held.getOrDefault(agent.id(), List.of())))
                        .toList(),
                page.next());
    }
}
