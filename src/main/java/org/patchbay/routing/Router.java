package org.patchbay.routing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agents;
import org.patchbay.customers.Customers;
import org.patchbay.customers.Orders;
import org.patchbay.groups.Sights;
import org.patchbay.identity.Organisations;
import org.patchbay.policies.Facts;
import org.patchbay.policies.Policies;
import org.patchbay.policies.Routing;
import org.patchbay.policies.Target;
import org.patchbay.queues.Queues;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Times;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.skills.Skills;
import org.patchbay.tickets.TargetAgent;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketRouter;

/** Where tickets wait and what they require: what whoever opens them wishes, else what the routing policy says. */
@ApplicationScoped
class Router implements TicketRouter {

    private final Organisations organisations;
    private final Policies policies;
    private final Queues queues;
    private final Skills skills;
    private final Agents agents;
    private final Customers customers;
    private final Orders orders;
    private final Pools pools;

    Router(
            Organisations organisations,
            Policies policies,
            Queues queues,
            Skills skills,
            Agents agents,
            Customers customers,
            Orders orders,
            Pools pools) {
        this.organisations = organisations;
        this.policies = policies;
        this.queues = queues;
        this.skills = skills;
        this.agents = agents;
        this.customers = customers;
        this.orders = orders;
        this.pools = pools;
    }

    @Override
    public Optional<String> route(Ticket ticket, Wish wish) {
        if (wish.isForNothing()) {
            return Sights.ofEverything(() -> asPolicySays(ticket));
        }
        var required = wish.requiredSkills() == null ? List.<RequiredSkill>of() : wish.requiredSkills();
        required.forEach(skill -> check(skill.skillId()));
        ticket.requires(required, null, null, null);
        waitIn(wish.queueId() == null ? queues.defaultQueue().id() : checked(wish.queueId()), ticket);
        return Optional.empty();
    }

    /**
     * Has a ticket wait in a queue, from the age it has. The pools of all it will require are made now: later the agents'
     * locks may be held, before which the roster's comes.
     */
    void waitIn(long queue, Ticket ticket) {
        var demand = new Demand(queue, ticket);
        demand.turns().forEach(age -> pools.of(demand.at(age)));
        ticket.waitsIn(queue, pools.of(demand.now()));
    }

    private Optional<String> asPolicySays(Ticket ticket) {
        var routing = policies.route(() -> facts(ticket));
        var queue = Optional.ofNullable(routing.queueId()).flatMap(queues::find);
        ticket.requires(
                routing.requiredSkills(), target(routing, ticket), routing.policyVersionId(), routing.ruleName());
        if (routing.priority() != null) {
            ticket.hasPriority(routing.priority());
        }
        waitIn(queue.orElseGet(queues::defaultQueue).id(), ticket);
        if (routing.queueId() != null && queue.isEmpty()) {
            return Optional.of(
                    "Rule " + routing.ruleName() + " chose queue " + routing.queueId() + ", which is deleted.");
        }
        return Optional.ofNullable(routing.failure());
    }

    private Facts facts(Ticket ticket) {
        var customer = customers.read(ticket.customerId());
        return new Facts(
                ticket.channel(),
                ticket.reason() == null ? null : ticket.reason().name(),
                ticket.priority(),
                customer.language(),
                ticket.text(),
                ticket.groupId(),
                Facts.Customer.of(customer),
                ticket.orderNumber() == null
                        ? null
                        : orders.lock(ticket.orderNumber()).map(Facts.Order::of).orElse(null),
                Times.now().atZone(organisations.timeZone()));
    }

    private TargetAgent target(Routing routing, Ticket ticket) {
        var wanted = routing.target();
        if (wanted == null) {
            return null;
        }
        var agent = wanted.kind() == Target.Kind.AGENT
                ? Optional.of(wanted.agentId())
                : Ticket.lastAgentOf(ticket.customerId());
        return agent.filter(agents::exists)
                .map(id -> new TargetAgent(id, wanted.forSeconds()))
                .orElse(null);
    }

    private long checked(long queue) {
        return queues.find(queue)
                .orElseThrow(() -> ProblemType.CONFLICT.because("There is no queue " + queue + "."))
                .id();
    }

    private void check(long skill) {
        if (!skills.exists(skill)) {
            throw ProblemType.CONFLICT.because("There is no skill " + skill + ".");
        }
    }
}
