package org.patchbay.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.web.RequestPipeline;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Has browsers keep the files of pages whose names change with what is in them. */
@ApplicationScoped
class AssetHandler {

    private static final String ASSETS = "/assets/*";
    private static final int NOT_MODIFIED = 304;
    private static final int REDIRECTION = 300;

    void register(@Observes Router router) {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            router.route(ASSETS).order(RequestPipeline.ASSET_HANDLER).handler(AssetHandler::handle);
        }
    }

    /** An asset that is not there now may be there after an update. */
    private static void handle(RoutingContext request) {
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
}
