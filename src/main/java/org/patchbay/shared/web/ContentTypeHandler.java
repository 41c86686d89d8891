package org.patchbay.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Refuses a content type that is none, on which REST fails where it looks for a resource that takes it. */
@ApplicationScoped
class ContentTypeHandler {

    void register(@Observes Filters filters) {
        filters.register(ContentTypeHandler::handle, RequestPipeline.CONTENT_TYPE_HANDLER);
    }

    private static void handle(RoutingContext request) {
        try {
            var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null) {
                MediaType.valueOf(type);
            }
        } catch (IllegalArgumentException e) {
            EdgeProblems.refuse(request, ProblemType.UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        request.next();
    }
}
