package org.patchbay.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.limits.RateLimits;
import org.patchbay.shared.problems.EdgeProblems;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.RequestPipeline;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers with the widget, which sites may frame that its organisation names. */
@ApplicationScoped
class WidgetHandler {

    private static final String FILE = "/widget.html";
    private static final String FRAME_OPTIONS = "X-Frame-Options";

    private final HtmlPages pages;
    private final Widgets widgets;
    private final RateLimits limits;

    WidgetHandler(HtmlPages pages, Widgets widgets, RateLimits limits) {
        this.pages = pages;
        this.widgets = widgets;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        var route = router.route(FILE).order(RequestPipeline.WIDGET_HANDLER);
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            // The pages are those of the dev server, which knows no nonce; the widget is still shown in frames.
            route.handler(WidgetHandler::unframed);
        } else {
            route.blockingHandler(this::handle, false);
        }
    }

    private static void unframed(RoutingContext request) {
        request.response().headers().remove(FRAME_OPTIONS);
        request.next();
    }

    /** Which sites may frame it is asked of the database, so it counts like a request to the API. */
    private void handle(RoutingContext request) {
        if (!HtmlPages.isReading(request)) {
            request.next();
            return;
        }
        try {
            limits.check(RateLimits.Kind.ADDRESS, NetworkAddress.of(request.request()));
            var slug = request.request().getParam("organisation");
            var host = request.request().authority();
            // A request that names the organisation is the same by any host name.
            var frames = widgets.frames(slug, slug == null && host != null ? host.host() : null);
            request.response().headers().remove(FRAME_OPTIONS);
            pages.showWidget(request, frames);
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
}
