package org.patchbay.shared.web;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Refuses requests that a page of somebody else sent. Where other origins are configured, Quarkus decides alone. */
@ApplicationScoped
class OriginHandler {

    private final boolean closed;

    OriginHandler(@ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.closed = origins.isEmpty();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, RequestPipeline.ORIGIN_HANDLER);
    }

    private void handle(RoutingContext request) {
        var origin = request.request().getHeader(HttpHeaders.ORIGIN);
        if (closed && origin != null && !origin.equals(EdgeProblems.ownOrigin(request.request()))) {
            EdgeProblems.refuse(request, ProblemType.FORBIDDEN);
        } else {
            request.next();
        }
    }
}
