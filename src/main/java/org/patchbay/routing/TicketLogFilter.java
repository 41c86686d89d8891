package org.patchbay.routing;

import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.logmanager.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.patchbay.shared.web.RequestPipeline;

/** Puts a ticket's number on every line of log of a request that concerns it. */
class TicketLogFilter {

    private static final Pattern PATH = Pattern.compile("^/?tickets/(\\d+)(?:/.*)?$");

    @ServerRequestFilter(priority = RequestPipeline.TICKET_LOG_FILTER)
    void mark(ContainerRequestContext request) {
        var path = PATH.matcher(request.getUriInfo().getPath());
        if (path.matches()) {
            // Belongs to the request's context, and goes with it.
            MDC.put(TicketLog.TICKET, path.group(1));
        }
    }
}
