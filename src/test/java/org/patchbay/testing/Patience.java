package org.patchbay.testing;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * The waiting of tests: until an event has happened. No test asserts how long that took, since machines differ by a
 * factor of five from day to day; benchmarks measure.
 */
public final class Patience {

    /**
     * Ends a test that hangs, and no other: the slowest machine is far from it. Authors of tests need not wait that
     * long: {@code -Dpatience=PT20S}.
     */
    public static final Duration LIMIT = Duration.parse(System.getProperty("patience", "PT5M"));

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private Patience() {}

    /** Waits until a condition holds. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(LOOK_AGAIN);
    }

    /** The pace of a person who works, or of a program that calls; never a wait for an event. */
    public static void pause(Duration pace) {
        try {
            Thread.sleep(pace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
