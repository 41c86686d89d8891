package org.patchbay.routing.matching;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.routing.assignments.AgentIdle;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.Inbox;
import org.patchbay.shared.lifecycle.PollingLoop;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;

/**
 * Looks after the commit whether something came for agents who found nothing within it. Mostly nothing waits, and one
 * look for all who became idle within some milliseconds costs a fraction of their messages and of the matcher's work.
 */
@ApplicationScoped
class IdleAgents {

    /** Nothing is missed meanwhile: a new one ends the pause. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final int MOST_AT_ONCE = 500;

    private final Inbox<AgentIdle> unseen = new Inbox<>();
    private final MatchQueries matchQueries;
    private final AssignmentRequests requests;
    private final CurrentOrganisation currentOrganisation;
    private final PollingLoop loop;

    IdleAgents(
            MatchQueries matchQueries,
            AssignmentRequests requests,
            CurrentOrganisation currentOrganisation,
            Shutdown shutdown) {
        this.matchQueries = matchQueries;
        this.requests = requests;
        this.currentOrganisation = currentOrganisation;
        loop = new PollingLoop("Idle agents", LONGEST_PAUSE, Work.MESSAGES, shutdown, this::look, unseen::await);
    }

    void start(@Observes Able event) {
        Thread.ofPlatform().daemon().name("idle-agents").start(loop);
    }

    void onIdle(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentIdle idle) {
        unseen.add(idle);
    }

    /** After all work has ended, and before the last requests leave. */
    void lookOnceMore(
            @Observes @Priority(AssignmentRequests.LAST_SENDING_PRIORITY - 1) ShutdownDelayInitiatedEvent event) {
        look();
    }

    /** @return whether there may be more */
    private boolean look() {
        var idle = unseen.take(MOST_AT_ONCE);
        idle.stream()
                .collect(Collectors.groupingBy(AgentIdle::organisationId))
                .forEach((organisation, agents) -> requests.send(organisation, worthwhile(organisation, agents)));
        return idle.size() == MOST_AT_ONCE;
    }

    private List<AgentIdle> worthwhile(long organisation, List<AgentIdle> idle) {
        var agents = idle.stream().map(AgentIdle::agentId).collect(Collectors.toSet());
        var worthwhile = couldTakeSomething(organisation, agents);
        return idle.stream()
                .filter(agent -> worthwhile.contains(agent.agentId()))
                .toList();
    }

    private Set<Long> couldTakeSomething(long organisation, Set<Long> agents) {
        try {
            return currentOrganisation.in(
                    organisation,
                    () -> Transactions.inNew(
                            () -> CurrentVisibility.ofEverything(() -> matchQueries.couldTakeSomething(agents))));
        } catch (RuntimeException e) {
            Log.debugf(e, "Idle agents are left to the matcher: %s", agents);
            return agents;
        }
    }
}
