package org.patchbay.shared.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Leaves alone what fails once it is answered. Quarkus refuses a socket to a token that is none, or has expired, and
 * fails the request all the same: a second answer is an error in the log, which anybody could fill.
 */
@ApplicationScoped
class AnsweredFailureHandler {

    void register(@Observes Router router) {
        router.route().order(RequestPipeline.ANSWERED_FAILURE_HANDLER).failureHandler(AnsweredFailureHandler::handle);
    }

    private static void handle(RoutingContext request) {
        if (!request.response().ended()) {
            request.next();
        }
    }
}
