package org.patchbay.pages;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.BuiltPages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** The built pages, shown each time with another nonce. */
@ApplicationScoped
class HtmlPages {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String VERSION = "Patchbay-Pages";

    /** Calls need these; no page needs another. A frame also needs them of the page around it. */
    private static final String PERMISSIONS =
            "camera=(self), microphone=(self), display-capture=(self), geolocation=(),"
                    + " payment=(), usb=(), serial=(), bluetooth=(), midi=()";

    private final Optional<HtmlPage> application;
    private final Optional<HtmlPage> widget;
    private final Optional<String> version;

    HtmlPages(BuiltPages built) {
        application = built.html("index.html").map(HtmlPage::of);
        widget = built.html("widget.html").map(HtmlPage::of);
        version = built.version();
    }

    /** Whether a request can be answered with a page. */
    static boolean isReading(RoutingContext request) {
        return READING.contains(request.request().method());
    }

    /** Answers with the application, which nobody may frame. */
    void showApplication(RoutingContext request) {
        show(request, application, ContentPolicy.NOBODY);
    }

    /**
     * Answers with the widget.
     *
     * @param frames the sites that may frame it, as a content security policy names them
     */
    void showWidget(RoutingContext request, String frames) {
        show(request, widget, frames);
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
                .putHeader("Permissions-Policy", PERMISSIONS)
                .putHeader("Content-Security-Policy", new ContentPolicy(nonce, frames).text(request.request()));
        // A page that lacks a part of itself asks here whether there is another version.
        version.ifPresent(own -> request.response().putHeader(VERSION, own));
        request.end(page.get().with(nonce));
    }
}
