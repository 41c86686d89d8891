package org.patchbay.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.patchbay.shared.time.Times;

/**
 * The clock of the application in this process, which tests with this extension move instead of waiting; after each
 * test it tells the time again. Caches, schedules and other replicas do not follow it.
 */
public final class MovableClock implements AfterEachCallback {

    private static Clock clock = Clock.systemUTC();

    /** Makes everything happen at the same time. */
    public static void stop() {
        set(Clock.fixed(clock.instant(), ZoneOffset.UTC));
    }

    public static void forward(Duration time) {
        set(Clock.offset(clock, time));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clock = Clock.systemUTC();
        Times.tellBy(InstantSource.system());
    }

    private static void set(Clock moved) {
        clock = moved;
        Times.tellBy(moved);
    }
}
