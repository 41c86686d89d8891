package org.patchbay.routing.assignments;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agents;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketFigures;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Gives back tickets of agents who are away or offline: at the will of a supervisor, or after the organisation's limit.
 * Each ticket has a transaction of its own, which takes the ticket's lock first and looks at the agent under theirs.
 * Rows alone decide, so any number of replicas may look at once.
 */
@ApplicationScoped
class Unattended {

    private final TicketDispatch dispatch;
    private final Agents agents;
    private final CurrentOrganisation currentOrganisation;

    Unattended(TicketDispatch dispatch, Agents agents, CurrentOrganisation currentOrganisation) {
        this.dispatch = dispatch;
        this.agents = agents;
        this.currentOrganisation = currentOrganisation;
    }

    /**
     * Gives back those of the agent's tickets that the current user sees.
     *
     * @return the tickets that went back; none where the agent is there
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where the current user sees no such agent
     */
    List<Long> giveBack(Actor actor, long agentId) {
        agents.check(agentId);
        return Transactions.inNew(() -> TicketFigures.heldBy(Set.of(agentId))).stream()
                .map(TicketFigures.HeldTicket::ticketId)
                .filter(ticket -> giveBack(actor, ticket, agentId))
                .toList();
    }

    /** Looks for tickets that were not attended to for too long. */
    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.agents.look-every}",
            delayed = "10s",
            identity = "unattended",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var now = Times.now();
        for (var held : currentOrganisation.everywhere(() -> Assignment.neglected(now))) {
            try {
                currentOrganisation.in(held.organisationId(), () -> giveBack(null, held.ticketId(), held.agentId()));
            } catch (RuntimeException e) {
                Log.warnf(e, "Unattended ticket %d could not be given back and is checked again", held.ticketId());
            }
        }
    }

    private boolean giveBack(@Nullable Actor actor, long ticketId, long agentId) {
        return CurrentVisibility.ofEverything(() -> Transactions.inNew(() -> {
            var ticket = Ticket.lock(ticketId).orElseThrow();
            boolean goesBack = ticket.status() == TicketStatus.IN_PROGRESS
                    && ticket.isHeldBy(agentId)
                    && Assignment.lockHeld(ticketId).agent().isGone();
            if (goesBack) {
                dispatch.take(actor, ticket, Step.RELEASE, null);
            }
            return goesBack;
        }));
    }
}
