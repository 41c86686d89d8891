package org.patchbay.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agents;
import org.patchbay.customers.Customers;
import org.patchbay.customers.Orders;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Organisations;
import org.patchbay.policies.Facts;
import org.patchbay.policies.Policies;
import org.patchbay.policies.RoutingChoice;
import org.patchbay.policies.Target;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Diversion;
import org.patchbay.queues.QueueAdmission;
import org.patchbay.queues.Queues;
import org.patchbay.routing.pools.RequirementOverTime;
import org.patchbay.routing.pools.RequirementPools;
import org.patchbay.routing.waits.TicketTimers;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.skills.SkillWords;
import org.patchbay.skills.Skills;
import org.patchbay.tags.TagView;
import org.patchbay.tags.Tags;
import org.patchbay.tickets.TargetAgent;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketQueries;
import org.patchbay.tickets.TicketRouter;
import org.patchbay.tickets.TicketStatus;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Routes tickets: by the wish of the request that opens them, else by the routing policy; a closed or full queue leads
 * elsewhere.
 */
@ApplicationScoped
public class Router implements TicketRouter {

    private final Organisations organisations;
    private final Policies policies;
    private final Queues queues;
    private final Skills skills;
    private final Agents agents;
    private final Customers customers;
    private final Orders orders;
    private final Tags tags;
    private final RequirementPools pools;
    private final TicketTimers ticketTimers;

    Router(
            Organisations organisations,
            Policies policies,
            Queues queues,
            Skills skills,
            Agents agents,
            Customers customers,
            Orders orders,
            Tags tags,
            RequirementPools pools,
            TicketTimers ticketTimers) {
        this.organisations = organisations;
        this.policies = policies;
        this.queues = queues;
        this.skills = skills;
        this.agents = agents;
        this.customers = customers;
        this.orders = orders;
        this.tags = tags;
        this.pools = pools;
        this.ticketTimers = ticketTimers;
    }

    @Override
    public List<Remark> route(Ticket ticket, Wish wish) {
        return CurrentVisibility.ofEverything(() -> {
            var remarks = new ArrayList<Remark>();
            enter(wish.isForNothing() ? asPolicySays(ticket, remarks) : asWished(ticket, wish), ticket, remarks);
            return remarks;
        });
    }

    @Override
    public List<Remark> routeAgain(Ticket ticket) {
        return CurrentVisibility.ofEverything(() -> {
            var remarks = new ArrayList<Remark>();
            if (queues.find(ticket.queueId()).isPresent()) {
                if (isForsaken(ticket)) {
                    ticket.isForAnybody();
                }
                waitIn(ticket.queueId(), ticket);
            } else {
                enter(asPolicySays(ticket, remarks), ticket, remarks);
                queues.keep(ticket.queueId());
                ticketTimers.relax(ticket);
                var queue = queues.find(ticket.queueId()).orElseThrow();
                remarks.add(
                        new Remark(TicketEventType.REQUEUED, "The queue where it was is deleted: to " + queue.name()));
            }
            return remarks;
        });
    }

    @Override
    public void beginWait(Ticket ticket, @Nullable TicketStatus from) {
        CurrentVisibility.ofEverything(() -> ticketTimers.begin(ticket, from));
    }

    /** Whether the ticket is meant for a deleted agent. */
    public boolean isForsaken(Ticket ticket) {
        return ticket.target() != null && !agents.exists(ticket.target().agentId());
    }

    private @Nullable Long asWished(Ticket ticket, Wish wish) {
        var required = wish.requiredSkills() == null ? List.<RequiredSkill>of() : wish.requiredSkills();
        requires(ticket, required);
        return wish.queueId();
    }

    /**
     * Replaces what a ticket requires, before it comes to wait in a queue.
     *
     * @throws HttpProblem {@code conflict} where there is no such skill
     */
    public void requires(Ticket ticket, List<RequiredSkill> required) {
        required.forEach(skill -> check(skill.skillId()));
        ticket.requires(required, null, null, null);
    }

    /** Puts a new ticket into the queue, or follows its diversion while it is closed or full. */
    private void enter(@Nullable Long queue, Ticket ticket, List<Remark> remarks) {
        var queueAdmission = queues.admit(queue, ticket.channel(), Times.now(), pools::hasAtLeast);
        if (queueAdmission.then() == Diversion.REFUSE) {
            throw refused(queueAdmission);
        }
        if (queueAdmission.then() == Diversion.CALLBACK && ticket.channel() != Channel.CALLBACK) {
            remarks.add(new Remark(
                    TicketEventType.DEFERRED,
                    "It came as " + ticket.channel() + ". "
                            + why(queueAdmission).with(queueAdmission.queueName())));
            ticket.becomesCallback();
        }
        poolIn(queueAdmission.queueId(), ticket);
    }

    /**
     * Lets a ticket wait in a queue, with the age it has. The queue stays until the commit.
     *
     * @throws HttpProblem {@code conflict} where it was deleted meanwhile
     */
    public void waitIn(long queue, Ticket ticket) {
        poolIn(queue, ticket);
        queues.keep(queue);
    }

    /**
     * The pools of all its future requirements are made now: later the agents' locks may be held, before which the
     * roster's comes.
     */
    private void poolIn(long queue, Ticket ticket) {
        var requirement = new RequirementOverTime(queue, ticket);
        requirement.changesAt().forEach(age -> pools.of(requirement.at(age)));
        ticket.waitsIn(queue, pools.of(requirement.now()));
    }

    private @Nullable Long asPolicySays(Ticket ticket, List<Remark> remarks) {
        var routingChoice = policies.route(() -> facts(ticket));
        ticket.requires(
                routingChoice.requiredSkills(),
                target(routingChoice, ticket),
                routingChoice.policyVersionId(),
                routingChoice.ruleName());
        if (routingChoice.priority() != null) {
            ticket.hasPriority(routingChoice.priority());
        }
        if (routingChoice.failure() != null) {
            remarks.add(new Remark(
                    TicketEventType.RULE_FAILED, routingChoice.failure().toString()));
        }
        return routingChoice.queueId();
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
                ticket.orderId() == null
                        ? null
                        : orders.ofTicket(ticket.orderId()).map(Facts.Order::of).orElse(null),
                Times.now().atZone(organisations.timeZone()),
                tags.views(ticket.tagIds()).values().stream().map(TagView::name).toList(),
                ticket.fieldValues());
    }

    private @Nullable TargetAgent target(RoutingChoice routingChoice, Ticket ticket) {
        var wanted = routingChoice.target();
        if (wanted == null) {
            return null;
        }
        var agent = wanted.kind() == Target.Kind.AGENT
                ? Optional.ofNullable(wanted.agentId())
                : TicketQueries.lastAgentOf(ticket.customerId());
        return agent.filter(agents::exists)
                .map(id -> new TargetAgent(id, wanted.forSeconds()))
                .orElse(null);
    }

    private static HttpProblem refused(QueueAdmission queueAdmission) {
        var problem = ProblemType.QUEUE_REFUSES
                .problem(why(queueAdmission), queueAdmission.queueName())
                .with("queue", queueAdmission.queueName());
        return (queueAdmission.opensAt() == null
                        ? problem
                        : problem.with("opensAt", queueAdmission.opensAt().toString()))
                .build();
    }

    private static Words why(QueueAdmission queueAdmission) {
        return queueAdmission.closed() ? RoutingWords.CLOSED : RoutingWords.FULL;
    }

    private void check(long skill) {
        if (!skills.exists(skill)) {
            throw ProblemType.CONFLICT.because(SkillWords.NO_SKILL, skill);
        }
    }
}
