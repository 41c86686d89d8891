package org.patchbay.tickets;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.patchbay.customers.OrderView;
import org.patchbay.identity.Actor;
import org.patchbay.shared.idempotency.KeyedRequest;

/** A request to open a ticket, and the ways to make it. */
public final class TicketOpening {

    private final NewTickets newTickets;
    private final Actor actor;
    private final OpenTicket request;
    private final @Nullable KeyedRequest keyed;

    TicketOpening(NewTickets newTickets, Actor actor, OpenTicket request, @Nullable KeyedRequest keyed) {
        this.newTickets = newTickets;
        this.actor = actor;
        this.request = request;
        this.keyed = keyed;
    }

    public Actor actor() {
        return actor;
    }

    /** Null where it has no key. */
    public @Nullable KeyedRequest keyed() {
        return keyed;
    }

    /** The number of its order, where that and what is configured tell all that it needs; else null. */
    public @Nullable String reportedOrder() {
        return request.choosesTreatment() ? null : request.orderNumber();
    }

    /**
     * Makes the ticket about its order, which the caller has read for the one who opens it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem those of {@link #made}
     */
    public NewTicket about(OrderView order) {
        return newTickets.made(actor, request, number -> Optional.of(order));
    }

    /**
     * Makes a ticket, and routes it. It can be stored while its order has no other live ticket, and its queue is there.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} or {@code conflict} where there is no such
     *     order or customer, and those of {@link TicketAttributes#prepare} and {@link TicketRouter#route}
     */
    public NewTicket made() {
        return newTickets.of(actor, request);
    }

    /**
     * As {@link #made}; locks the order, and stores the ticket in this transaction.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code live-ticket-exists} where the order has one
     */
    public NewTicket locked() {
        return newTickets.locked(actor, request);
    }
}
