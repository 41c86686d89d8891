package org.patchbay.shared.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.Api;
import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.RequestPipeline;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Limits the requests of one address to the API, before anything but the head of a request is looked at. Probes are not
 * limited.
 */
@ApplicationScoped
class AddressRateLimitHandler {

    private final RateLimits limits;

    AddressRateLimitHandler(RateLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, RequestPipeline.ADDRESS_RATE_LIMIT_HANDLER);
    }

    private void limit(RoutingContext request) {
        // Normalized as for routing, so that no spelling of a path evades the limit.
        long wait = request.normalizedPath().startsWith(Api.PATH)
                ? limits.secondsToWait(RateLimits.Kind.ADDRESS, NetworkAddress.of(request.request()))
                : 0;
        if (wait > 0) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            EdgeProblems.refuse(request, ProblemType.TOO_MANY_REQUESTS);
        } else {
            request.next();
        }
    }
}
