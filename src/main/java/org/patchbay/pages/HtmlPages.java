package org.patchbay.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.BuiltPages;
import org.patchbay.shared.EdgeProblems;
import org.patchbay.shared.NetworkAddress;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.RateLimits;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers with the built pages, each time with another nonce. Whatever path a browser is sent to without a dot is one
 * of the application, which knows its own paths; programs are told that there is nothing.
 */
@ApplicationScoped
class HtmlPages {

    private static final int BEFORE_FILES = RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT - 1;
    private static final String APPLICATION = "/index.html";
    private static final String WIDGET = "/widget.html";
    private static final String ASSETS = "/assets/";
    private static final List<String> NO_PAGES = List.of("/api", "/q", "/assets");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String VERSION = "Patchbay-Pages";
    private static final String FRAME_OPTIONS = "X-Frame-Options";
    private static final int NOT_MODIFIED = 304;
    private static final int REDIRECTION = 300;

    private final Widgets widgets;
    private final RateLimits limits;
    private final Optional<HtmlPage> application;
    private final Optional<HtmlPage> widget;
    private final Optional<String> version;

    HtmlPages(Widgets widgets, RateLimits limits, BuiltPages built) {
        this.widgets = widgets;
        this.limits = limits;
        application = built.html("index.html").map(HtmlPage::of);
        widget = built.html("widget.html").map(HtmlPage::of);
        version = built.version();
    }

    void routes(@Observes Router router) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            // The pages are those of the dev server, which knows no nonce; the widget is still shown in frames.
            router.route(WIDGET).order(BEFORE_FILES).handler(HtmlPages::unframed);
            return;
        }
        router.route(ASSETS + "*").order(BEFORE_FILES).handler(HtmlPages::keepForEver);
        router.route(WIDGET).order(BEFORE_FILES).blockingHandler(this::showWidget, false);
        router.route().order(BEFORE_FILES).handler(this::showApplication);
    }

    private static void unframed(RoutingContext request) {
        request.response().headers().remove(FRAME_OPTIONS);
        request.next();
    }

    /** A file whose name changes with what is in it. What is not there now may be there after an update. */
    private static void keepForEver(RoutingContext request) {
        request.addHeadersEndHandler(ready -> {
            int status = request.response().getStatusCode();
            request.response()
                    .headers()
                    .set(
                            HttpHeaders.CACHE_CONTROL,
                            status < REDIRECTION || status == NOT_MODIFIED
                                    ? "public, max-age=31536000, immutable"
                                    : "no-store");
        });
        request.next();
    }

    private void showApplication(RoutingContext request) {
        if (READING.contains(request.request().method()) && isOfApplication(request)) {
            show(request, application, ContentPolicy.NOBODY);
        } else {
            request.next();
        }
    }

    private static boolean isOfApplication(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.equals("/") || path.equals(APPLICATION)) {
            return true;
        }
        var accept = request.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && path.indexOf('.') < 0
                && NO_PAGES.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"));
    }

    /** Which sites may frame it is asked of the database, so it counts like a request to the API. */
    private void showWidget(RoutingContext request) {
        if (!READING.contains(request.request().method())) {
            request.next();
            return;
        }
        try {
            limits.check(RateLimits.Kind.ADDRESS, NetworkAddress.of(request.request()));
            var slug = request.request().getParam("organisation");
            var host = request.request().authority();
            // Who names the organisation asks the same by any host name.
            var frames = widgets.frames(slug, slug == null && host != null ? host.host() : null);
            request.response().headers().remove(FRAME_OPTIONS);
            show(request, widget, frames);
        } catch (HttpProblem tooMany) {
            request.response()
                    .putHeader(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(tooMany.getHeaders().get("Retry-After")));
            EdgeProblems.refuse(request, ProblemType.TOO_MANY_REQUESTS);
        } catch (IllegalArgumentException malformed) {
            EdgeProblems.refuse(request, ProblemType.BAD_REQUEST);
        } catch (RuntimeException e) {
            Log.warnf("The widget is not shown: %s", e);
            EdgeProblems.refuse(request, ProblemType.TEMPORARILY_UNAVAILABLE);
        }
    }

    private void show(RoutingContext request, Optional<HtmlPage> page, String frames) {
        if (page.isEmpty()) {
            EdgeProblems.refuse(request, ProblemType.NOT_FOUND);
            return;
        }
        var nonce = RandomSecrets.random();
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Security-Policy", new ContentPolicy(nonce, frames).text(request.request()));
        // A page that lacks a part of itself asks here for whether it is of another version.
        version.ifPresent(own -> request.response().putHeader(VERSION, own));
        request.end(page.get().with(nonce));
    }
}
