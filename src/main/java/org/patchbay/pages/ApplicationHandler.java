package org.patchbay.pages;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.web.RequestPipeline;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers with the application. Any path without a dot that a browser is sent to is one of the application, which knows
 * its own paths. Programs are told that there is nothing.
 */
@ApplicationScoped
class ApplicationHandler {

    private static final String FILE = "/index.html";
    private static final List<String> NO_PAGES = List.of("/api", "/q", "/assets");

    private final HtmlPages pages;

    ApplicationHandler(HtmlPages pages) {
        this.pages = pages;
    }

    void register(@Observes Router router) {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            router.route().order(RequestPipeline.APPLICATION_HANDLER).handler(this::handle);
        }
    }

    private void handle(RoutingContext request) {
        if (HtmlPages.isReading(request) && isOfApplication(request)) {
            pages.showApplication(request);
        } else {
            request.next();
        }
    }

    private static boolean isOfApplication(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.equals("/") || path.equals(FILE)) {
            return true;
        }
        var accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && path.indexOf('.') < 0
                && NO_PAGES.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }
}
