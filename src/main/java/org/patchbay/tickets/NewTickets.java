package org.patchbay.tickets;

import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.Attachments;
import org.patchbay.conversations.Message;
import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Customers;
import org.patchbay.customers.OrderView;
import org.patchbay.customers.Orders;
import org.patchbay.groups.Groups;
import org.patchbay.identity.Actor;
import org.patchbay.queues.Priority;
import org.patchbay.shared.Api;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.search.SearchIndexer;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

/** Makes tickets of requests to open them, and writes what belongs to them when they are stored. */
@ApplicationScoped
public class NewTickets {

    private final Orders orders;
    private final Customers customers;
    private final Groups groups;
    private final TicketAttributes attributes;
    private final Attachments attachments;
    private final TicketRouter router;
    private final SearchIndexer words;

    NewTickets(
            Orders orders,
            Customers customers,
            Groups groups,
            TicketAttributes attributes,
            Attachments attachments,
            TicketRouter router,
            SearchIndexer words) {
        this.orders = orders;
        this.customers = customers;
        this.groups = groups;
        this.attributes = attributes;
        this.attachments = attachments;
        this.router = router;
        this.words = words;
    }

    /** As {@link TicketOpening#made}. */
    NewTicket of(Actor actor, OpenTicket request) {
        return made(actor, request, orders::find);
    }

    /** As {@link TicketOpening#locked}. */
    NewTicket locked(Actor actor, OpenTicket request) {
        var made = made(actor, request, orders::lock);
        var order = made.ticket().orderId();
        if (order != null) {
            refuseSecondLive(order, made.ticket().orderNumber());
        }
        return made;
    }

    /** @param ordered finds an order by its number */
    NewTicket made(Actor actor, OpenTicket request, Function<String, Optional<OrderView>> ordered) {
        var number = request.orderNumber();
        var ticket = number == null
                ? aboutNoOrder(request)
                : aboutOrder(
                        ordered.apply(number)
                                .orElseThrow(() -> ProblemType.NOT_FOUND.because(CustomerWords.NO_ORDER, number)),
                        request);
        attributes.prepare(ticket, request);
        attachments.check(actor, request.attachmentIds());
        var remarks = router.route(ticket, new TicketRouter.Wish(request.queueId(), request.requiredSkills()));
        return new NewTicket(ticket, actor, null, words(ticket, request), remarks, words.originOf(ticket));
    }

    private static Message.@Nullable Words words(Ticket ticket, OpenTicket request) {
        if (ticket.note == null && request.attachmentIds().isEmpty()) {
            return null;
        }
        return Message.Words.with(requireNonNullElse(ticket.note, ""), request.attachmentIds());
    }

    /** Begins the life of a ticket in its queue. */
    public void begin(NewTicket made) {
        made.ticket().begin();
        router.beginWait(made.ticket(), null);
    }

    /** Writes the first lines of its history, and has it found. It has its id by now, and may have an agent. */
    public void record(NewTicket made) {
        var ticket = made.ticket();
        ticket.recordFirst(
                TicketEventType.OPENED, made.actor(), new TicketEvent.Content(null, made.words(), made.author()));
        made.remarks()
                .forEach(remark -> ticket.recordFirst(remark.type(), null, TicketEvent.Content.remark(remark.text())));
        SearchIndexer.add(ticket, made.origin());
        attributes.index(ticket);
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

    private Ticket aboutOrder(OrderView order, OpenTicket request) {
        if (request.customerId() != null && request.customerId() != order.customerId()) {
            throw ProblemType.CONFLICT.because(TicketWords.ORDER_OF_ANOTHER);
        }
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
