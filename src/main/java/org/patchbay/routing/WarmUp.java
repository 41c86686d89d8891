package org.patchbay.routing;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;

/**
 * Ready means able: we do not say so before the road to an assignment was walked, on each connection that the pool
 * keeps. A walk that fails is tried again, and after a limit we are as ready as the other checks say. Our own work
 * begins then.
 */
@Readiness
@ApplicationScoped
class WarmUp implements HealthCheck {

    private static final int AFTER_THE_FIRST_ORGANISATION = 1000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Rehearsal rehearsal;
    private final RoutingConfig config;
    private final Shutdown shutdown;
    private final Event<Able> told;
    private final int connections;
    private final long began = System.nanoTime();
    private volatile boolean able;

    WarmUp(
            Rehearsal rehearsal,
            RoutingConfig config,
            Shutdown shutdown,
            Event<Able> told,
            @ConfigProperty(name = "quarkus.datasource.jdbc.min-size") int connections) {
        this.rehearsal = rehearsal;
        this.config = config;
        this.shutdown = shutdown;
        this.told = told;
        this.connections = connections;
    }

    void start(@Observes @Priority(AFTER_THE_FIRST_ORGANISATION) StartupEvent event) {
        if (config.rehearsals() > 0) {
            Thread.ofPlatform().daemon().name("warm-up").start(this::run);
        } else {
            able = true;
            begin();
        }
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("warm-up");
        return isOver()
                ? check.up().build()
                : check.down()
                        .withData("reason", "the road from opening a ticket to its assignment is walked first")
                        .build();
    }

    /** Whether we are as ready as the other checks say. */
    boolean isOver() {
        return able || isTooLate();
    }

    private boolean isTooLate() {
        return shutdown.hasBegun()
                || System.nanoTime() - began > config.rehearsalLimit().toNanos();
    }

    private void run() {
        try {
            prepare();
            begin();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() {
        if (!shutdown.hasBegun()) {
            told.fire(new Able());
        }
    }

    /** Returns when we are able, or will not be. */
    void prepare() throws InterruptedException {
        boolean failed = false;
        do {
            try {
                rehearse();
                able = true;
                Log.infof("Able to assign after %d ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            } catch (ExecutionException | RuntimeException e) {
                if (!failed && !isTooLate()) {
                    Log.warn("The road to an assignment could not be walked yet, and is tried again", e);
                }
                failed = true;
            }
        } while (!able && !isTooLate() && !shutdown.hasBegunWithin(PAUSE.toNanos()));
    }

    /** The first walk loads what the others run through. */
    private void rehearse() throws ExecutionException, InterruptedException {
        walk();
        try (var walkers = Executors.newFixedThreadPool(connections)) {
            var walks = IntStream.range(0, connections)
                    .mapToObj(connection -> walkers.submit(this::walkSomeTimes))
                    .toList();
            for (var walk : walks) {
                walk.get();
            }
        }
    }

    private void walkSomeTimes() {
        for (int i = 0; i < walks() && !isTooLate(); i++) {
            walk();
        }
    }

    /** Natively there is nothing to be compiled: once has each statement prepared. */
    private int walks() {
        return ImageMode.current().isNativeImage() ? 1 : config.rehearsals();
    }

    private void walk() {
        shutdown.run(Work.REHEARSALS, rehearsal::walk);
    }
}
