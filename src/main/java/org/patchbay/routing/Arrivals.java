package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketMoved;
import org.patchbay.tickets.TicketStatus;

/**
 * Looks for an agent in the very transaction in which a ticket comes to wait. A ticket that is opened while a matching
 * agent is free is assigned with the response, or else an older one is: however many are opened at once, they never run
 * ahead of the matchers.
 *
 * <p>The caller holds the ticket's lock. Locked agents, and locked older tickets, are skipped, so that nothing here
 * waits. Afterwards the transaction may not wait for the lock of a ticket, an agent or the roster.
 */
@ApplicationScoped
class Arrivals {

    private final AssignmentTransaction transaction;
    private final TicketTimers ticketTimers;
    private final Event<TicketAvailable> available;

    Arrivals(AssignmentTransaction transaction, TicketTimers ticketTimers, Event<TicketAvailable> available) {
        this.transaction = transaction;
        this.ticketTimers = ticketTimers;
        this.available = available;
    }

    /**
     * An agent who gave a ticket back would be given that very ticket here: the request for it lets others go first.
     */
    void onMoved(@Observes TicketMoved moved) {
        if (moved.waits()) {
            CurrentVisibility.ofEverything(() -> {
                Ticket ticket = Ticket.findById(moved.ticketId());
                ticketTimers.begin(ticket, moved.from());
                if (!moved.leftAgent()) {
                    welcome(ticket);
                }
            });
        }
    }

    /**
     * Looks for an agent for a waiting ticket that may be given to other agents than before. Where it still waits then,
     * a match follows the commit.
     */
    void welcome(Ticket ticket) {
        transaction.attemptHere(ticket.id());
        Ticket.flush();
        if (ticket.status() == TicketStatus.OPEN) {
            available.fire(new TicketAvailable(ticket.organisationId(), ticket.id()));
        }
    }
}
