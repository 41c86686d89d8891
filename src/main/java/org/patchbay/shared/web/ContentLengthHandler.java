package org.patchbay.shared.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Refuses bodies that say they are too long; {@link BodySizeInterceptor} measures others while they are read. */
@ApplicationScoped
class ContentLengthHandler {

    private final long most;

    ContentLengthHandler(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, RequestPipeline.CONTENT_LENGTH_HANDLER);
    }

    private void handle(RoutingContext request) {
        if (length(request).filter(length -> length > most).isPresent()) {
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
