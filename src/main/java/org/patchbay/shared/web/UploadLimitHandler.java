package org.patchbay.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Leaves it to {@link BodySizeInterceptor} to measure bodies: Quarkus would end the request itself, with nothing to
 * read.
 */
@ApplicationScoped
class UploadLimitHandler {

    void register(@Observes Router router) {
        router.route().order(RequestPipeline.UPLOAD_LIMIT_HANDLER).handler(UploadLimitHandler::handle);
    }

    private static void handle(RoutingContext request) {
        request.remove(VertxInputStream.MAX_REQUEST_SIZE_KEY);
        request.next();
    }
}
