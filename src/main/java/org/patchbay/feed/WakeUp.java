package org.patchbay.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.events.EventsAppended;

/** Wakes the loop before it would look by itself. */
@ApplicationScoped
class WakeUp {

    private final Semaphore rung = new Semaphore(0);

    void onEvents(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsAppended appended) {
        ring();
    }

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Returns on a ring, at once where one came since the last call, else after this time. */
    void await(Duration atMost) throws InterruptedException {
        if (rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            rung.drainPermits();
        }
    }
}
