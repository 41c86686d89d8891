package org.patchbay.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Graceful shutdown: requests under way finish, new ones are sent to another replica by a 503.
 *
 * <p>Quarkus has this too ({@code quarkus.shutdown.timeout}), but in 3.30 one of its own listeners never reports that it
 * is done, so every shutdown would last as long as the timeout. Its event of a shutdown that begins comes while the HTTP
 * server still runs; {@code ShutdownEvent} would be too late.
 */
@ApplicationScoped
class Drain {

    private static final int BEFORE_ALL_OTHERS = 10_000;

    private final AtomicInteger underWay = new AtomicInteger();
    private final Duration limit;
    private volatile boolean draining;

    Drain(@ConfigProperty(name = "patchbay.shutdown-timeout") Duration limit) {
        this.limit = limit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_OTHERS);
    }

    private void handle(RoutingContext request) {
        if (!isUpgrade(request)) {
            underWay.incrementAndGet();
            request.addEndHandler(ended -> underWay.decrementAndGet());
        }
        if (draining) {
            request.response().putHeader("Connection", "close").putHeader("Retry-After", "1");
            Doorway.refuse(request, ProblemType.TEMPORARILY_UNAVAILABLE);
        } else {
            request.next();
        }
    }

    /** A socket lasts until one side ends it: whoever serves it does so at the shutdown. */
    private static boolean isUpgrade(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaders.UPGRADE));
    }

    void onStop(@Observes @Priority(1) ShutdownDelayInitiatedEvent event) throws InterruptedException {
        draining = true;
        long deadline = System.nanoTime() + limit.toNanos();
        while (underWay.get() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        if (underWay.get() > 0) {
            Log.warnf("%d requests did not finish within %s", underWay.get(), limit);
        }
    }
}
