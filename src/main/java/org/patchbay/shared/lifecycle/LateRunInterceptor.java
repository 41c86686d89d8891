package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduler;

/**
 * Lets scheduled runs that still wait for a busy worker at the shutdown find {@link Shutdown} closed while its
 * container exists: without its container Quarkus fails before it asks, and logs that loudly. Then none comes any more,
 * and the leases go back.
 */
@ApplicationScoped
class LateRunInterceptor {

    private final Scheduler scheduler;
    private final ManagedExecutor workers;
    private final Leases leases;
    private final Duration limit;

    LateRunInterceptor(
            Scheduler scheduler,
            ManagedExecutor workers,
            Leases leases,
            @ConfigProperty(name = "patchbay.shutdown-timeout") Duration limit) {
        this.scheduler = scheduler;
        this.workers = workers;
        this.leases = leases;
        this.limit = limit;
    }

    void onStop(@Observes @Priority(Shutdown.PRIORITY + 1) ShutdownDelayInitiatedEvent event)
            throws InterruptedException, ExecutionException {
        scheduler.pause();
        try {
            // Workers take waiting tasks in their order.
            workers.runAsync(leases::release).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            Log.warnf("No worker was free within %s", limit);
        }
    }
}
