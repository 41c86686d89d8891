package org.patchbay.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Tells caches that an answer with a language depends on the requested one (RFC 9110, section 12.5.5). */
@ApplicationScoped
class LanguageVarianceHandler {

    void register(@Observes Filters filters) {
        filters.register(LanguageVarianceHandler::handle, RequestPipeline.LANGUAGE_VARIANCE_HANDLER);
    }

    private static void handle(RoutingContext request) {
        request.addHeadersEndHandler(ready -> {
            var headers = request.response().headers();
            if (headers.contains(HttpHeaders.CONTENT_LANGUAGE)) {
                headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            }
        });
        request.next();
    }
}
