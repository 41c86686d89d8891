package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.lifecycle.PollingLoop.Look;
import org.patchbay.shared.lifecycle.PollingLoop.Pause;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.testing.Patience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.patchbay.testing.Patience.await;

class PollingLoopTest {

    private final Shutdown shutdown = new Shutdown(Patience.LIMIT);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void aFailureEndsALookAndNotTheLoop() throws InterruptedException {
        var loop = start(
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        throw new IllegalStateException("as it should");
                    }
                    return false;
                },
                atMost -> {});
        await().until(() -> looks.get() > 2);
        shutdown.stop();
        loop.join();
    }

    @Test
    void itPausesWhereThereIsNoMore() throws InterruptedException {
        var pauses = new CopyOnWriteArrayList<Integer>();
        var loop = start(() -> looks.incrementAndGet() % 3 != 0, atMost -> pauses.add(looks.get()));
        await().until(() -> pauses.size() >= 3);
        shutdown.stop();
        loop.join();
        assertEquals(List.of(3, 6, 9), pauses.subList(0, 3));
    }

    @Test
    void aStopWaitsForTheLookUnderWayAndNoneBeginsAfterwards() throws InterruptedException {
        var over = new CountDownLatch(1);
        var loop = start(
                () -> {
                    looks.incrementAndGet();
                    over.await();
                    return true;
                },
                atMost -> {});
        await().until(() -> looks.get() == 1);
        var stop = CompletableFuture.runAsync(this::stop, Thread::startVirtualThread);
        await().until(shutdown::hasBegun);
        assertFalse(stop.isDone());
        over.countDown();
        stop.join();
        loop.join();
        assertEquals(1, looks.get());
    }

    private Thread start(Look look, Pause pause) {
        return Thread.ofVirtual()
                .start(new PollingLoop("Test", Duration.ofMillis(1), Work.TIMERS, shutdown, look, pause));
    }

    private void stop() {
        try {
            shutdown.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
