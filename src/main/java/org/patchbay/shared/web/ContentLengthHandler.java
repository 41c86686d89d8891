package org.patchbay.shared.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Refuses bodies that say they are too long; {@link BodySizeInterceptor} measures others while they are read. */
@ApplicationScoped
class ContentLengthHandler {

    private final BodyLimits limits;

    ContentLengthHandler(BodyLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, RequestPipeline.CONTENT_LENGTH_HANDLER);
    }

    private void handle(RoutingContext request) {
        if (length(request)
                .filter(length -> length > limits.of(request.request()))
                .isPresent()) {
            // The rest of the body cannot be taken for the next request.
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            EdgeProblems.refuse(request, ProblemType.CONTENT_TOO_LARGE);
        } else {
            request.next();
        }
    }

    private static Optional<Long> length(RoutingContext request) {
        try {
            return Optional.ofNullable(request.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                    .map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
