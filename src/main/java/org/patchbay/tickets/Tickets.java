package org.patchbay.tickets;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.patchbay.customers.Customers;
import org.patchbay.customers.OrderView;
import org.patchbay.customers.Orders;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Times;
import org.patchbay.shared.Versions;
import org.patchbay.tickets.TicketStatus.Step;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The tickets of an organisation: opening them, finding them, and the steps of their life. */
@ApplicationScoped
public class Tickets {

    private final Customers customers;
    private final Orders orders;
    private final TicketsConfig config;
    private final Event<TicketMoved> moved;

    Tickets(Customers customers, Orders orders, TicketsConfig config, Event<TicketMoved> moved) {
        this.customers = customers;
        this.orders = orders;
        this.config = config;
        this.moved = moved;
    }

    /** @throws HttpProblem {@code live-ticket-exists} where the order has one, {@code not-found} where it is not theirs */
    @Transactional
    TicketView open(Actor actor, OpenTicket request) {
        if (request.priority() != null && actor.isOnlyCustomer()) {
            throw ProblemType.FORBIDDEN.because("Customers cannot choose the priority.");
        }
        var order = orders.lockWorkable(actor, request.orderNumber())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no order " + request.orderNumber() + "."));
        refuseSecondLive(order.id(), order.number());
        var ticket = ticketFor(order, request);
        ticket.open(actor);
        moved.fire(new TicketMoved(ticket.organisationId(), ticket.id, null, null, ticket.status, null, actor));
        return TicketView.of(ticket);
    }

    @Transactional
    Page<TicketView> list(Actor actor, TicketSearch search) {
        var visible = actor.isOnlyCustomer()
                ? search.withCustomer(customers.ofAccount(actor).orElse(0L))
                : search;
        return visible.page();
    }

    @Transactional
    public TicketView read(Actor actor, long id) {
        return TicketView.of(visible(actor, id, Ticket.byId(id)));
    }

    @Transactional
    Page<TicketEventView> history(Actor actor, long id, String after, int limit) {
        read(actor, id);
        long afterId = Cursor.id(after);
        var rows = TicketEvent.ofTicket(id, afterId, limit + 1);
        return Page.of(rows, limit, TicketEventView::of, event -> Cursor.at(event.id));
    }

    /** What happened to the tickets that this agent holds or held, whoever did it. */
    @Transactional
    Page<TicketEventView> eventsOfAgent(Actor agent, long afterId, int limit) {
        var rows = TicketEvent.ofAgent(agent.accountId(), afterId, limit + 1);
        return Page.of(rows, limit, TicketEventView::of, event -> Cursor.at(event.id));
    }

    /** @throws HttpProblem {@code step-not-allowed} with the state and the steps it allows */
    @Transactional
    TicketView take(Actor actor, long id, Step step, String note, String ifMatch) {
        var ticket = locked(actor, id);
        Versions.check(ifMatch, ticket.version);
        checkPermission(actor, ticket, step);
        checkState(ticket, step);
        if (step == Step.REOPEN) {
            refuseLateReopening(ticket);
            refuseSecondLive(ticket.orderId, ticket.orderNumber);
        }
        apply(actor, ticket, step, note);
        return TicketView.of(ticket);
    }

    /** Returns a ticket that the agent still holds to the queue, with its age; else does nothing. */
    @Transactional
    public void takeBack(Actor actor, long id, long agentId) {
        var ticket = locked(actor, id);
        if (ticket.holder() != null && ticket.holder() == agentId) {
            apply(actor, ticket, Step.RELEASE, null);
        }
    }

    /** The ticket, locked, for a step that another feature takes. */
    public Ticket lockedFor(Actor actor, long id, Step step, String ifMatch) {
        var ticket = locked(actor, id);
        Versions.check(ifMatch, ticket.version);
        checkState(ticket, step);
        return ticket;
    }

    private void apply(Actor actor, Ticket ticket, Step step, String note) {
        var from = ticket.status;
        var holder = ticket.holder();
        ticket.take(step, actor, note);
        Ticket.flush();
        moved.fire(new TicketMoved(ticket.organisationId(), ticket.id, step, from, ticket.status, holder, actor));
    }

    private Ticket locked(Actor actor, long id) {
        return visible(actor, id, Ticket.lock(id));
    }

    private Ticket visible(Actor actor, long id, Optional<Ticket> ticket) {
        return ticket.filter(found -> customers.mayServe(actor, found.customerId))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no ticket " + id + "."));
    }

    private void checkPermission(Actor actor, Ticket ticket, Step step) {
        boolean holder = ticket.holder() != null && ticket.holder() == actor.accountId();
        boolean steers = actor.is(Role.SUPERVISOR, Role.ADMIN);
        boolean allowed =
                switch (step) {
                    case RESOLVE ->
                        steers
                                || holder
                                || actor.is(Role.AGENT)
                                        && config.resolvableBy() == TicketsConfig.ResolvableBy.ANY_AGENT;
                    case PEND, RELEASE -> steers || holder;
                    case ASSIGN -> steers;
                    case RESUME, REOPEN, CLOSE, CANCEL -> true;
                };
        if (!allowed) {
            throw ProblemType.FORBIDDEN.because("Only the agent who holds the ticket or a supervisor may do this.");
        }
    }

    private static void checkState(Ticket ticket, Step step) {
        if (!step.leaves(ticket.status)) {
            throw ProblemType.STEP_NOT_ALLOWED
                    .problem()
                    .withDetail("The ticket is " + ticket.status + ".")
                    .with("currentStatus", ticket.status)
                    .with("allowedSteps", ticket.status.steps())
                    .build();
        }
    }

    private void refuseLateReopening(Ticket ticket) {
        if (ticket.resolvedAt.plus(config.reopenWithin()).isBefore(Times.now())) {
            throw ProblemType.STEP_NOT_ALLOWED
                    .problem()
                    .withDetail("The time to reopen it is over. Open a new one.")
                    .with("currentStatus", ticket.status)
                    .with("allowedSteps", java.util.Set.of(Step.CLOSE))
                    .build();
        }
    }

    /** A friendly answer to what the unique key would refuse. */
    private static void refuseSecondLive(long orderId, String orderNumber) {
        Ticket.liveForOrder(orderId).ifPresent(first -> {
            throw ProblemType.LIVE_TICKET_EXISTS
                    .problem()
                    .withDetail("Ticket " + first.id + " is live for order " + orderNumber + ".")
                    .with("ticket", "/api/v1/tickets/" + first.id)
                    .withHeader("Link", "</api/v1/tickets/" + first.id + ">; rel=\"related\"")
                    .build();
        });
    }

    private static Ticket ticketFor(OrderView order, OpenTicket request) {
        var ticket = new Ticket();
        ticket.channel = Channel.RETURN_CASE;
        ticket.reason = request.reason();
        ticket.priority = request.priority() == null ? Priority.NORMAL : request.priority();
        ticket.note = request.note();
        ticket.customerId = order.customerId();
        ticket.orderId = order.id();
        ticket.orderNumber = order.number();
        return ticket;
    }
}
