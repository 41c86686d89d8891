package org.patchbay.tickets.search;

import java.util.EnumSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Audience;
import org.patchbay.conversations.Conversations;
import org.patchbay.customers.CustomerSearchIndex;
import org.patchbay.customers.Customers;
import org.patchbay.customers.OrderView;
import org.patchbay.customers.Orders;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketQueries;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

/**
 * Keeps {@link SearchableText} what is said of tickets elsewhere, and writes those of tickets that are older than the
 * search.
 */
@ApplicationScoped
public class SearchIndexer implements CustomerSearchIndex, TimerHandler<Void> {

    private static final TimerKind<Void> KIND = TimerKind.plain("write-words");

    /** Each is locked until all are done. */
    private static final int BATCH = 50;

    private final Customers customers;
    private final Orders orders;
    private final Timers timers;

    SearchIndexer(Customers customers, Orders orders, Timers timers) {
        this.customers = customers;
        this.orders = orders;
        this.timers = timers;
    }

    /**
     * The names by which a ticket is known.
     *
     * @param customer the name of its customer
     * @param order what was bought; null where it is about no order
     */
    public record Origin(String customer, @Nullable OrderView order) {}

    /** The names of a ticket's customer and order now, whoever sees these. */
    public Origin originOf(Ticket ticket) {
        return CurrentVisibility.ofEverything(() -> new Origin(
                customers.read(ticket.customerId()).name(),
                ticket.orderId() == null ? null : orders.read(ticket.orderId())));
    }

    /** Has a ticket found by these names. */
    public static void add(Ticket ticket, Origin origin) {
        SearchableText.named(ticket.id(), ticket.customerId(), origin.customer());
        var order = origin.order();
        if (order != null) {
            SearchableText.bought(ticket.id(), order.customerId(), order.product());
        }
    }

    @Override
    public void customerRenamed(long customerId, String name) {
        CurrentVisibility.ofEverything(() -> SearchableText.rename(customerId, name));
    }

    @Override
    public void orderChanged(long orderId, long customerId, String product) {
        CurrentVisibility.ofEverything(() -> {
            var tickets = TicketQueries.ofOrder(orderId);
            if (!tickets.isEmpty()) {
                SearchableText.rename(tickets, customerId, product);
            }
        });
    }

    @Override
    public TimerKind<Void> kind() {
        return KIND;
    }

    /** Its subject is the last ticket that was done. */
    @Override
    public void fire(DueTimer<Void> timer) {
        var tickets = TicketQueries.after(timer.subjectId(), BATCH);
        tickets.forEach(this::rewrite);
        if (tickets.size() == BATCH) {
            timers.set(KIND, tickets.getLast(), Times.now());
        }
    }

    /** Under its lock, so that what is said meanwhile is written once. */
    private void rewrite(long id) {
        Ticket.lock(id).ifPresent(ticket -> {
            SearchableText.forgetTicket(id);
            add(ticket, originOf(ticket));
            var events = TicketEvent.ofTicket(id);
            var said = Conversations.textsOf(
                    events.stream().map(TicketEvent::number).toList(), EnumSet.allOf(Audience.class));
            events.forEach(event -> event.writeWords(ticket.snapshot(), said.get(event.number())));
        });
    }
}
