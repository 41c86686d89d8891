package org.patchbay.agents;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.patchbay.shared.tenancy.MultiRowSql;
import org.patchbay.shared.tenancy.MultiRowSql.Change;

/** Writes what work does to many agents at once, whom Hibernate does not have in its session. */
public final class AgentRows {

    private static final List<String> COLUMNS = List.of(
            "load_units",
            "idle_since",
            "seated",
            "missed_offers",
            "presence",
            "presence_reason_id",
            "presence_since",
            "gone_since",
            "wrap_up_until");

    private AgentRows() {}

    /** Writes load and presence. The caller holds the rows' locks. */
    public static void update(Collection<Agent> agents) {
        MultiRowSql.update(
                "agent",
                "id",
                COLUMNS,
                agents.stream()
                        .map(agent -> new Change(
                                agent.id,
                                Arrays.asList(
                                        agent.load,
                                        agent.idleSince,
                                        agent.seated,
                                        agent.missed,
                                        agent.presence,
                                        agent.presenceReasonId,
                                        agent.presenceSince,
                                        agent.goneSince,
                                        agent.wrapUpUntil)))
                        .toList());
    }
}
