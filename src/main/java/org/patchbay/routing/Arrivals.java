package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketMoved;
import org.patchbay.tickets.TicketStatus;

/**
 * Looks for an agent in the very transaction that has a ticket wait. Who opens one while a matching agent is free has
 * it assigned with the answer, or else an older one: however many are opened at once, they never run ahead of the
 * matchers.
 *
 * <p>Whoever calls this holds the ticket's lock. Agents, and older tickets, are skipped where they are locked, so
 * nobody waits for anybody here; and nobody may wait for the lock of a ticket, an agent or the roster after it.
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

    /** Who gave a ticket back would be given that very ticket here: the request for it lets others go first. */
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

    /** A waiting ticket may be given to others than before. Where it still waits then, a match follows the commit. */
    void welcome(Ticket ticket) {
        transaction.attemptHere(ticket.id());
        Ticket.flush();
        if (ticket.status() == TicketStatus.OPEN) {
            available.fire(new TicketAvailable(ticket.organisationId(), ticket.id()));
        }
    }
}
