package org.patchbay.agents.attendance;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.agents.Agents;
import org.patchbay.agents.AgentsConfig;
import org.patchbay.agents.Presence;
import org.patchbay.agents.attendance.LastSeen.Limits;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

import static org.patchbay.shared.persistence.Transactions.inNew;

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
        ofEach(() -> LastSeen.signedOut(limits), ids -> inNew(() -> LastSeen.noteSignOut(ids, limits.now())));
        ofEach(() -> LastSeen.signedInAgain(limits), ids -> inNew(() -> LastSeen.forgetSignOut(ids)));
        ofEach(() -> LastSeen.gone(limits), ids -> ids.forEach(id -> leave(id, limits)));
    }

    /** Looks over all organisations, and then works in each that has such agents. */
    private void ofEach(Supplier<List<Agent>> look, Consumer<List<Long>> work) {
        currentOrganisation
                .everywhere(() -> look.get().stream()
                        .collect(Collectors.groupingBy(
                                Agent::organisationId, Collectors.mapping(Agent::id, Collectors.toList()))))
                .forEach((organisation, ids) -> currentOrganisation.in(organisation, () -> work.accept(ids)));
    }

    /** Looks again under the agent's lock, which every change of presence takes. */
    private void leave(long agentId, Limits limits) {
        try {
            inNew(() -> {
                Agent.lock(agentId);
                if (LastSeen.isGone(agentId, limits)) {
                    agents.setPresence(agentId, Presence.OFFLINE, null);
                    LastSeen.forgetSignOut(List.of(agentId));
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
