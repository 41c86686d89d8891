package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.testing.Patience;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

class ShutdownTest {

    private static final Executor EACH_BY_ITSELF = Thread::startVirtualThread;

    private final Shutdown shutdown = new Shutdown(Patience.LIMIT);

    @Test
    void whatIsUnderWayEndsBeforeTheStop() {
        shutdown.begin(Work.MESSAGES);
        shutdown.begin(Work.MESSAGES);
        shutdown.begin(Work.TIMERS);
        var stop = stop(shutdown);
        await().until(shutdown::hasBegun);
        shutdown.end(Work.TIMERS);
        shutdown.end(Work.MESSAGES);
        assertFalse(stop.isDone(), "a message is still under way");
        shutdown.end(Work.MESSAGES);
        stop.join();
    }

    @Test
    void nothingBeginsOnceTheReplicaStops() {
        assertTrue(shutdown.begin(Work.REQUESTS));
        shutdown.end(Work.REQUESTS);
        stop(shutdown).join();
        assertFalse(shutdown.begin(Work.REQUESTS));
        shutdown.run(Work.TIMERS, () -> {
            throw new AssertionError("it ran");
        });
    }

    @Test
    void whatFailsHasEndedToo() {
        try {
            shutdown.run(Work.TIMERS, () -> {
                throw new IllegalStateException("as it should");
            });
        } catch (IllegalStateException e) {
            // The failure is the caller's.
        }
        stop(shutdown).join();
    }

    @Test
    void whatDoesNotEndIsCutOffAtTheBound() {
        var impatient = new Shutdown(Duration.ofMillis(1));
        impatient.begin(Work.REQUESTS);
        stop(impatient).join();
    }

    @Test
    void whoPausesBetweenTwoStepsHearsOfTheStopAtOnce() {
        var paused = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return shutdown.hasBegunWithin(TimeUnit.DAYS.toNanos(1));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                EACH_BY_ITSELF);
        stop(shutdown).join();
        assertTrue(paused.join());
    }

    private static CompletableFuture<Void> stop(Shutdown shutdown) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        shutdown.stop();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                EACH_BY_ITSELF);
    }
}
