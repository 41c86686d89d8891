package org.patchbay.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.Stopping.Work;
import org.patchbay.testing.Patience;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

class StoppingTest {

    private static final Executor EACH_BY_ITSELF = Thread::startVirtualThread;

    private final Stopping stopping = new Stopping(Patience.LIMIT);

    @Test
    void whatIsUnderWayEndsBeforeTheStop() {
        stopping.begin(Work.MESSAGES);
        stopping.begin(Work.MESSAGES);
        stopping.begin(Work.TIMERS);
        var stop = stop(stopping);
        await().until(stopping::hasBegun);
        stopping.end(Work.TIMERS);
        stopping.end(Work.MESSAGES);
        assertFalse(stop.isDone(), "a message is still under way");
        stopping.end(Work.MESSAGES);
        stop.join();
    }

    @Test
    void nothingBeginsOnceTheReplicaStops() {
        assertTrue(stopping.begin(Work.REQUESTS));
        stopping.end(Work.REQUESTS);
        stop(stopping).join();
        assertFalse(stopping.begin(Work.REQUESTS));
        stopping.run(Work.TIMERS, () -> {
            throw new AssertionError("it ran");
        });
    }

    @Test
    void whatFailsHasEndedToo() {
        try {
            stopping.run(Work.TIMERS, () -> {
                throw new IllegalStateException("as it should");
            });
        } catch (IllegalStateException e) {
            // It is of whoever runs it.
        }
        stop(stopping).join();
    }

    @Test
    void whatDoesNotEndIsCutOffAtTheBound() {
        var impatient = new Stopping(Duration.ofMillis(1));
        impatient.begin(Work.REQUESTS);
        stop(impatient).join();
    }

    @Test
    void whoPausesBetweenTwoStepsHearsOfTheStopAtOnce() {
        var paused = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return stopping.hasBegunWithin(TimeUnit.DAYS.toNanos(1));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                EACH_BY_ITSELF);
        stop(stopping).join();
        assertTrue(paused.join());
    }

    private static CompletableFuture<Void> stop(Stopping stopping) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        stopping.stop();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                EACH_BY_ITSELF);
    }
}
