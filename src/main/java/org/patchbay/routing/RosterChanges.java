package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.patchbay.agents.Agent;
import org.patchbay.agents.AgentDeleted;
import org.patchbay.agents.AgentFreed;
import org.patchbay.agents.EligibilityChanged;
import org.patchbay.agents.RosterLock;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.GroupsMoved;
import org.patchbay.groups.MembershipChanged;
import org.patchbay.queues.ChannelChanged;
import org.patchbay.queues.QueueChanged;
import org.patchbay.queues.QueueDeleting;
import org.patchbay.queues.Queues;
import org.patchbay.shared.ProblemType;
import org.patchbay.tickets.Ticket;

/**
 * Updates seats in the transaction that changes eligibility. Agents who became eligible for more are given it at once.
 * It waits for the roster's lock first, then for the agents'.
 */
@ApplicationScoped
class RosterChanges {

    private final EligibilityIndex index;
    private final Queues queues;
    private final Event<AgentFreed> freed;
    private final Event<PoolsFilled> filled;

    RosterChanges(EligibilityIndex index, Queues queues, Event<AgentFreed> freed, Event<PoolsFilled> filled) {
        this.index = index;
        this.queues = queues;
        this.freed = freed;
        this.filled = filled;
    }

    void onAbility(@Observes EligibilityChanged changed) {
        reseat(changed.organisationId(), changed.agentId());
    }

    void onDeleted(@Observes AgentDeleted deleted) {
        Agent.lock(deleted.agentId()).ifPresent(index::reseat);
    }

    void onMembership(@Observes MembershipChanged changed) {
        RosterLock.lock();
        reseat(changed.organisationId(), changed.accountId());
    }

    /** The groups that serve a queue may have changed. */
    void onGroups(@Observes GroupsMoved moved) {
        RosterLock.lock();
        queues.servedByGroups().forEach(index::reseatQueue);
        filled.fire(new PoolsFilled(moved.organisationId()));
    }

    void onLeaving(@Observes QueueDeleting leaving) {
        if (CurrentVisibility.ofEverything(() -> Ticket.isAnyLiveIn(leaving.queueId()))) {
            throw ProblemType.STILL_REFERRED_TO.because(RoutingWords.TICKETS_NOT_DONE);
        }
    }

    void onQueue(@Observes QueueChanged changed) {
        index.reseatQueue(changed.queueId());
        filled.fire(new PoolsFilled(changed.organisationId()));
    }

    void onChannel(@Observes ChannelChanged changed) {
        index.placeChannel(changed.channel().name());
        filled.fire(new PoolsFilled(changed.organisationId()));
    }

    private void reseat(long organisation, long account) {
        CurrentVisibility.ofEverything(() -> Agent.lock(account).ifPresent(agent -> {
            index.reseat(agent);
            freed.fire(new AgentFreed(organisation, account));
        }));
    }
}
