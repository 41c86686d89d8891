package org.patchbay.routing.matching;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agent;
import org.patchbay.agents.AgentDeletion;
import org.patchbay.agents.AgentEligibility;
import org.patchbay.agents.RosterLock;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.GroupEligibility;
import org.patchbay.queues.Channel;
import org.patchbay.queues.QueueDeletion;
import org.patchbay.queues.QueueEligibility;
import org.patchbay.queues.Queues;
import org.patchbay.routing.RoutingWords;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.routing.pools.PoolsFilled;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.tickets.BotPatience;
import org.patchbay.tickets.TicketQueries;

/**
 * Updates seats in the transaction that changes eligibility. Agents who became eligible for more are given it at once.
 * It waits for the roster's lock first, then for the agents'.
 */
@ApplicationScoped
class RosterChanges implements AgentEligibility, GroupEligibility, QueueEligibility, AgentDeletion, QueueDeletion {

    private final EligibilityIndex index;
    private final Queues queues;
    private final Assignments assignments;
    private final BotPatience botPatience;

    RosterChanges(EligibilityIndex index, Queues queues, Assignments assignments, BotPatience botPatience) {
        this.index = index;
        this.queues = queues;
        this.assignments = assignments;
        this.botPatience = botPatience;
    }

    @Override
    public void agentChanged(long agentId) {
        reseat(agentId);
    }

    @Override
    public void agentDeleted(long agentId) {
        Agent.lock(agentId).ifPresent(index::reseat);
    }

    @Override
    public void membershipChanged(long accountId) {
        RosterLock.lock();
        reseat(accountId);
    }

    /** The groups that serve a queue may have changed. */
    @Override
    public void groupsMoved() {
        RosterLock.lock();
        queues.servedByGroups().forEach(index::reseatQueue);
        announce();
    }

    @Override
    public void queueDeleting(long queueId) {
        if (CurrentVisibility.ofEverything(() -> TicketQueries.isAnyLiveIn(queueId))) {
            throw ProblemType.STILL_REFERRED_TO.because(RoutingWords.TICKETS_NOT_DONE);
        }
    }

    @Override
    public void queueChanged(long queueId) {
        index.reseatQueue(queueId);
        announce();
        reviewChats(queueId);
    }

    /** Its bot may be new, or gone. The tickets' locks come before those that are held here. */
    private void reviewChats(long queueId) {
        if (queues.find(queueId).filter(queue -> queue.bot() != null).isPresent()) {
            CurrentVisibility.ofEverything(() -> TicketQueries.chatsWaitingIn(queueId))
                    .forEach(botPatience::review);
        }
    }

    @Override
    public void channelChanged(Channel channel) {
        index.placeChannel(channel.name());
        announce();
    }

    private void reseat(long accountId) {
        CurrentVisibility.ofEverything(() -> Agent.lock(accountId).ifPresent(agent -> {
            index.reseat(agent);
            assignments.giveNext(agent);
        }));
    }

    private static void announce() {
        DomainEvents.publish(new PoolsFilled(CurrentOrganisation.id()));
    }
}
