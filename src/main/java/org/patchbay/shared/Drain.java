package org.patchbay.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.Stopping.Work;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** While the replica stops requests under way finish, and new ones are sent to another replica by a 503. */
@ApplicationScoped
class Drain {

    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final Stopping stopping;

    Drain(Stopping stopping) {
        this.stopping = stopping;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_OTHERS);
    }

    private void handle(RoutingContext request) {
        if (isUpgrade(request) && !stopping.hasBegun()) {
            request.next();
        } else if (stopping.begin(Work.REQUESTS)) {
            request.addEndHandler(ended -> stopping.end(Work.REQUESTS));
            request.next();
        } else {
            request.response().putHeader("Connection", "close").putHeader("Retry-After", "1");
            Doorway.refuse(request, ProblemType.TEMPORARILY_UNAVAILABLE);
        }
    }

    /** A socket lasts until one side ends it: whoever serves it does so at the shutdown. */
    private static boolean isUpgrade(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaders.UPGRADE));
    }
}
