package org.patchbay.routing;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.logmanager.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.tickets.TicketMoved;

import io.quarkus.logging.Log;

/** A line of log for every change of a ticket, and the ticket's number on every line of a request that concerns it. */
@ApplicationScoped
class TicketLog {

    private static final String TICKET = "ticketId";
    private static final Pattern PATH = Pattern.compile("^/?tickets/(\\d+)(?:/.*)?$");

    @ServerRequestFilter
    void mark(ContainerRequestContext request) {
        var path = PATH.matcher(request.getUriInfo().getPath());
        if (path.matches()) {
            // Belongs to the request's context, and goes with it.
            MDC.put(TICKET, path.group(1));
        }
    }

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
