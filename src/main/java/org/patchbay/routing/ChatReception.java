package org.patchbay.routing;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.chats.ChatHours;
import org.patchbay.customers.Customers;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Organisations;
import org.patchbay.policies.Facts;
import org.patchbay.policies.Policies;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Diversion;
import org.patchbay.queues.Priority;
import org.patchbay.queues.QueueAdmission;
import org.patchbay.queues.Queues;
import org.patchbay.routing.pools.RequirementPools;
import org.patchbay.shared.time.Times;

/** Looks where a chat would go, and whether somebody is there. */
@ApplicationScoped
class ChatReception implements ChatHours {

    private final Organisations organisations;
    private final Policies policies;
    private final Queues queues;
    private final Customers customers;
    private final RequirementPools pools;

    ChatReception(
            Organisations organisations,
            Policies policies,
            Queues queues,
            Customers customers,
            RequirementPools pools) {
        this.organisations = organisations;
        this.policies = policies;
        this.queues = queues;
        this.customers = customers;
        this.pools = pools;
    }

    @Override
    @Transactional
    public Reception reception(long customer) {
        return CurrentVisibility.ofEverything(() -> {
            var queue = policies.route(() -> facts(customer)).queueId();
            var admission = queues.admit(queue, Channel.CHAT, Times.now(), pools::hasAtLeast);
            if (admission.then() == null) {
                return waiting(admission);
            }
            return new Reception(admission.then() == Diversion.REFUSE ? Now.CLOSED : Now.CALLBACK, admission.opensAt());
        });
    }

    private Reception waiting(QueueAdmission admission) {
        long queue = admission.queueId();
        boolean open = queues.find(queue)
                .map(each -> queues.openTime(each).includes(Times.now()))
                .orElse(true);
        return open
                ? new Reception(Now.OPEN, null)
                : new Reception(
                        Now.LATER, queues.openings(List.of(queue), Times.now()).get(queue));
    }

    private Facts facts(long customer) {
        var known = customers.read(customer);
        return new Facts(
                Channel.CHAT,
                null,
                Priority.NORMAL,
                known.language(),
                null,
                known.groupId(),
                Facts.Customer.of(known),
                null,
                Times.now().atZone(organisations.timeZone()),
                List.of(),
                Map.of());
    }
}
