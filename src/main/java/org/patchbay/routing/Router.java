package org.patchbay.routing;

import java.util.ArrayList;
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
import org.patchbay.queues.Admission;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Diversion;
import org.patchbay.queues.Queues;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Times;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.skills.Skills;
import org.patchbay.tickets.TargetAgent;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketRouter;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Where tickets wait and what they require: what whoever opens them wishes, else what the routing policy says; or where
 * that queue leads while it is closed or full.
 */
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
    private final Deadlines deadlines;

    Router(
            Organisations organisations,
            Policies policies,
            Queues queues,
            Skills skills,
            Agents agents,
            Customers customers,
            Orders orders,
            Pools pools,
            Deadlines deadlines) {
        this.organisations = organisations;
        this.policies = policies;
        this.queues = queues;
        this.skills = skills;
        this.agents = agents;
        this.customers = customers;
        this.orders = orders;
        this.pools = pools;
        this.deadlines = deadlines;
    }

    @Override
    public List<Remark> route(Ticket ticket, Wish wish) {
        return Sights.ofEverything(() -> {
            var remarks = new ArrayList<Remark>();
            enter(wish.isForNothing() ? asPolicySays(ticket, remarks) : asWished(ticket, wish), ticket, remarks);
            return remarks;
        });
    }

    @Override
    public List<Remark> routeAgain(Ticket ticket) {
        return Sights.ofEverything(() -> {
            var remarks = new ArrayList<Remark>();
            if (queues.find(ticket.queueId()).isPresent()) {
                if (isForsaken(ticket)) {
                    ticket.isForAnybody();
                }
                waitIn(ticket.queueId(), ticket);
            } else {
                enter(asPolicySays(ticket, remarks), ticket, remarks);
                deadlines.relax(ticket);
                var queue = queues.find(ticket.queueId()).orElseThrow();
                remarks.add(
                        new Remark(TicketEvent.Type.REQUEUED, "The queue where it was is deleted: to " + queue.name()));
            }
            return remarks;
        });
    }

    /** Whether it is meant for an agent who is deleted. */
    boolean isForsaken(Ticket ticket) {
        return ticket.target() != null && !agents.exists(ticket.target().agentId());
    }

    private Long asWished(Ticket ticket, Wish wish) {
        var required = wish.requiredSkills() == null ? List.<RequiredSkill>of() : wish.requiredSkills();
        required.forEach(skill -> check(skill.skillId()));
        ticket.requires(required, null, null, null);
        return wish.queueId();
    }

    /** Has a new ticket wait in the queue, or where that leads while it is closed or full. */
    private void enter(Long queueOrNull, Ticket ticket, List<Remark> remarks) {
        var admission = queues.admit(queueOrNull, Times.now(), pools::hasAtLeast);
        if (admission.then() == Diversion.REFUSE) {
            throw refused(admission);
        }
        if (admission.then() == Diversion.CALLBACK && ticket.channel() != Channel.CALLBACK) {
            remarks.add(
                    new Remark(TicketEvent.Type.DEFERRED, "It came as " + ticket.channel() + ". " + why(admission)));
            ticket.becomesCallback();
        }
        waitIn(admission.queueId(), ticket);
    }

    /**
     * Has a ticket wait in a queue, from the age it has. The pools of all it will require are made now: later the
     * agents' locks may be held, before which the roster's comes. The queue stays.
     *
     * @throws HttpProblem {@code conflict} where it was deleted meanwhile
     */
    void waitIn(long queue, Ticket ticket) {
        var demand = new Demand(queue, ticket);
        demand.turns().forEach(age -> pools.of(demand.at(age)));
        ticket.waitsIn(queue, pools.of(demand.now()));
        queues.keep(queue);
    }

    private Long asPolicySays(Ticket ticket, List<Remark> remarks) {
        var routing = policies.route(() -> facts(ticket));
        ticket.requires(
                routing.requiredSkills(), target(routing, ticket), routing.policyVersionId(), routing.ruleName());
        if (routing.priority() != null) {
            ticket.hasPriority(routing.priority());
        }
        if (routing.failure() != null) {
            remarks.add(new Remark(TicketEvent.Type.RULE_FAILED, routing.failure()));
        }
        return routing.queueId();
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

    private static HttpProblem refused(Admission admission) {
        var problem =
                ProblemType.QUEUE_REFUSES.problem().withDetail(why(admission)).with("queue", admission.queueName());
        return (admission.opensAt() == null
                        ? problem
                        : problem.with("opensAt", admission.opensAt().toString()))
                .build();
    }

    private static String why(Admission admission) {
        return "The queue " + admission.queueName() + " is " + (admission.closed() ? "closed." : "full.");
    }

    private void check(long skill) {
        if (!skills.exists(skill)) {
            throw ProblemType.CONFLICT.because("There is no skill " + skill + ".");
        }
    }
}
