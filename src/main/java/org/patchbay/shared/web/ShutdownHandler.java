package org.patchbay.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** While the replica stops, lets requests under way finish, and sends new ones to another replica by a 503. */
@ApplicationScoped
class ShutdownHandler {

    private final Shutdown shutdown;

    ShutdownHandler(Shutdown shutdown) {
        this.shutdown = shutdown;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, RequestPipeline.SHUTDOWN_HANDLER);
    }

    private void handle(RoutingContext request) {
        if (isUpgrade(request) && !shutdown.hasBegun()) {
            request.next();
        } else if (shutdown.begin(Work.REQUESTS)) {
            request.addEndHandler(ended -> shutdown.end(Work.REQUESTS));
            request.next();
        } else {
            request.response().putHeader("Connection", "close").putHeader("Retry-After", "1");
            EdgeProblems.refuse(request, ProblemType.TEMPORARILY_UNAVAILABLE);
        }
    }

    /** A socket lasts until one side ends it: its own code does so at the shutdown. */
    private static boolean isUpgrade(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaders.UPGRADE));
    }
}
