package org.patchbay.agents.attendance;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.agents.Agents;
import org.patchbay.agents.AgentsConfig;
import org.patchbay.agents.Presence;
import org.patchbay.agents.attendance.LastSeen.Limits;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Makes agents OFFLINE who are gone: their last heartbeat is long ago, or they signed out everywhere and did not come
 * back. The time counts from their last change of presence where that was later. They keep their tickets. It decides by
 * rows alone, so any number of replicas may run at once.
 */
@ApplicationScoped
class AbsenceDetector {

    private final Agents agents;
    private final CurrentOrganisation currentOrganisation;
    private final AgentsConfig config;

    AbsenceDetector(Agents agents, CurrentOrganisation currentOrganisation, AgentsConfig config) {
        this.agents = agents;
        this.currentOrganisation = currentOrganisation;
        this.config = config;
    }

    /** Not at once after a start: no heartbeat could arrive while nothing ran. */
    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.agents.look-every}",
            delayed = "10s",
            identity = "attendance",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var limits = limits();
        currentOrganisation.everywhere(() -> LastSeen.noticeSignOuts(limits));
        gone(limits).forEach((agent, organisation) -> currentOrganisation.in(organisation, () -> leave(agent, limits)));
    }

    /** The ids of the agents who are gone, with their organisation's. */
    private Map<Long, Long> gone(Limits limits) {
        return currentOrganisation.everywhere(
                () -> LastSeen.gone(limits).stream().collect(Collectors.toMap(Agent::id, Agent::organisationId)));
    }

    /** Looks again under the agent's lock, which every change of presence takes. */
    private void leave(long agentId, Limits limits) {
        try {
            Transactions.inNew(() -> {
                Agent.lock(agentId);
                if (LastSeen.isGone(agentId, limits)) {
                    agents.setPresence(agentId, Presence.OFFLINE, null);
                    LastSeen.forgetSignOut(agentId);
                    Log.infof("Agent %d is gone", agentId);
                }
            });
        } catch (RuntimeException e) {
            Log.warnf(e, "Agent %d could not be set OFFLINE and is checked again", agentId);
        }
    }

    private Limits limits() {
        var now = Times.now();
        return new Limits(now, now.minus(config.lostAfter()), now.minus(config.signedOutAfter()));
    }
}
