package org.patchbay.queues.limits;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.agents.AgentDeletion;
import org.patchbay.agents.AgentEligibility;
import org.patchbay.agents.Agents;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.queues.Channel;
import org.patchbay.queues.QueueWords;
import org.patchbay.shared.problems.ProblemType;

/**
 * The limits of agents, by channel. Of a channel without a limit an agent may hold as many tickets as their capacity
 * allows.
 */
@ApplicationScoped
class AgentLimits implements AgentDeletion {

    private final Agents agents;
    private final AgentEligibility eligibility;
    private final Audit audit;

    AgentLimits(Agents agents, AgentEligibility eligibility, Audit audit) {
        this.agents = agents;
        this.eligibility = eligibility;
        this.audit = audit;
    }

    @Override
    public void agentDeleted(long agentId) {
        AgentLimit.deleteAgent(agentId);
    }

    @Transactional
    List<LimitView> list(long agentId) {
        agents.check(agentId);
        return views(agentId);
    }

    /**
     * Replaces all of the agent's limits.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code agent-at-capacity} where the agent holds more than
     *     that
     */
    @Transactional
    List<LimitView> replace(long agentId, List<LimitView> wanted) {
        var byChannel = byChannel(wanted);
        RosterLock.lock();
        agents.check(agentId);
        Agent.lock(agentId);
        var existing =
                AgentLimit.of(agentId).stream().collect(Collectors.toMap(limit -> limit.channel, Function.identity()));
        var before = views(agentId);
        existing.values().stream()
                .filter(limit -> !byChannel.containsKey(limit.channel))
                .forEach(AgentLimit::delete);
        byChannel.values().forEach(limit -> set(agentId, Optional.ofNullable(existing.get(limit.channel())), limit));
        AgentLimit.flush();
        var after = views(agentId);
        if (!after.equals(before)) {
            audit.record(Action.AGENT_LIMITS_SET, agentId, before, after);
            eligibility.agentChanged(agentId);
        }
        return after;
    }

    private static void set(long agentId, Optional<AgentLimit> existing, LimitView wanted) {
        int held = AgentLimit.countHeld(agentId, wanted.channel());
        if (held > wanted.maximum()) {
            throw ProblemType.AGENT_AT_CAPACITY.because(QueueWords.HOLDS_TICKETS, held, wanted.channel());
        }
        existing.ifPresentOrElse(limit -> limit.maximum = wanted.maximum(), () -> AgentLimit.create(agentId, wanted));
    }

    private static Map<Channel, LimitView> byChannel(List<LimitView> wanted) {
        var byChannel = new EnumMap<Channel, LimitView>(Channel.class);
        for (var limit : wanted) {
            if (byChannel.put(limit.channel(), limit) != null) {
                throw ProblemType.VALIDATION_FAILED.because(QueueWords.CHANNEL_TWICE);
            }
        }
        return byChannel;
    }

    private static List<LimitView> views(long agentId) {
        return AgentLimit.of(agentId).stream().map(AgentLimit::view).toList();
    }
}
