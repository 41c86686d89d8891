package org.patchbay.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logmanager.MDC;
import org.patchbay.tickets.TicketMoved;

import io.quarkus.logging.Log;

/** A line of log for every change of a ticket. */
@ApplicationScoped
class TicketLog {

    /** The name that a line of the log has for its ticket. */
    static final String TICKET = "ticketId";

    void onMoved(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketMoved moved) {
        log(moved.ticketId(), "Ticket %d became %s".formatted(moved.ticketId(), moved.to()));
    }

    void onAssigned(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketAssigned assigned) {
        log(
                assigned.ticketId(),
                "Ticket %d was given to agent %d after %d ms"
                        .formatted(
                                assigned.ticketId(),
                                assigned.agentId(),
                                assigned.waited().toMillis()));
    }

    private static void log(long ticket, String line) {
        var before = MDC.put(TICKET, Long.toString(ticket));
        Log.info(line);
        if (before == null) {
            MDC.remove(TICKET);
        } else {
            MDC.put(TICKET, before);
        }
    }
}
