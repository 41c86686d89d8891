package org.patchbay.tickets;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Customers;
import org.patchbay.customers.Orders;
import org.patchbay.groups.Groups;
import org.patchbay.queues.Priority;
import org.patchbay.shared.Api;
import org.patchbay.shared.problems.ProblemType;

import static java.util.Objects.requireNonNull;

/** Makes tickets of requests to open them; neither routed nor stored yet. */
@ApplicationScoped
class NewTickets {

    private final Orders orders;
    private final Customers customers;
    private final Groups groups;

    NewTickets(Orders orders, Customers customers, Groups groups) {
        this.orders = orders;
        this.customers = customers;
        this.groups = groups;
    }

    /**
     * Locks the order that it is about.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code live-ticket-exists} where the order has one,
     *     {@code not-found} or {@code conflict} where there is no such order or customer
     */
    Ticket of(OpenTicket request) {
        return request.orderNumber() == null ? aboutNoOrder(request) : aboutOrder(request.orderNumber(), request);
    }

    /** A friendly refusal in place of the unique key's. */
    static void refuseSecondLive(long orderId, @Nullable String orderNumber) {
        TicketQueries.liveForOrder(orderId).ifPresent(first -> {
            throw ProblemType.LIVE_TICKET_EXISTS
                    .problem(TicketWords.LIVE_FOR_ORDER, first.id, orderNumber)
                    .with("ticket", Api.PATH + "/tickets/" + first.id)
                    .withHeader("Link", "<" + Api.PATH + "/tickets/" + first.id + ">; rel=\"related\"")
                    .build();
        });
    }

    private Ticket aboutOrder(String number, OpenTicket request) {
        var order =
                orders.lock(number).orElseThrow(() -> ProblemType.NOT_FOUND.because(CustomerWords.NO_ORDER, number));
        if (request.customerId() != null && request.customerId() != order.customerId()) {
            throw ProblemType.CONFLICT.because(TicketWords.ORDER_OF_ANOTHER);
        }
        refuseSecondLive(order.id(), order.number());
        var ticket = ticketFor(request, order.customerId(), order.groupId());
        ticket.orderId = order.id();
        ticket.orderNumber = order.number();
        return ticket;
    }

    private Ticket aboutNoOrder(OpenTicket request) {
        var customer = customers.forTicket(requireNonNull(request.customerId()));
        return ticketFor(request, customer.id(), customer.groupId());
    }

    private Ticket ticketFor(OpenTicket request, long customerId, long groupOfCustomer) {
        var ticket = new Ticket();
        ticket.channel = request.channel();
        ticket.groupId = groups.forTicket(request.groupId(), groupOfCustomer);
        ticket.reason = request.reason();
        ticket.priority = request.priority() == null ? Priority.NORMAL : request.priority();
        ticket.note = request.note();
        ticket.customerId = customerId;
        return ticket;
    }
}
