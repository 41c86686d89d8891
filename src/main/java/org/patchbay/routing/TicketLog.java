package org.patchbay.routing;

import java.util.EnumSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logmanager.MDC;
import org.patchbay.routing.matching.TicketAssigned;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketHappened;

import io.quarkus.logging.Log;

/** A line of log for every change of a ticket. */
@ApplicationScoped
class TicketLog {

    /** The name that a line of the log has for its ticket. */
    static final String TICKET = "ticketId";

    /** These are logged below, with their agents. */
    private static final Set<TicketEventType> OF_ASSIGNMENT =
            EnumSet.of(TicketEventType.ASSIGNED, TicketEventType.OFFERED);

    void onTicket(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketHappened happened) {
        if (happened.changesStatus() && !OF_ASSIGNMENT.contains(happened.type())) {
            log(happened.ticketId(), "Ticket %d became %s".formatted(happened.ticketId(), happened.status()));
        }
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
