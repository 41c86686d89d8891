package org.patchbay.timers;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

import org.patchbay.shared.time.Times;

/**
 * A kind of timer.
 *
 * @param <P> the type of its payload: what its handler has to know beside the subject, mostly to see that the timer is
 *     stale
 */
public final class TimerKind<P> {

    private static final int MAX_LENGTH = 30;

    private final String name;
    private final ToLongFunction<P> stored;
    private final LongFunction<P> read;

    private TimerKind(String name, ToLongFunction<P> stored, LongFunction<P> read) {
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A kind has at most " + MAX_LENGTH + " characters: " + name);
        }
        this.name = name;
        this.stored = stored;
        this.read = read;
    }

    /** Without a payload. The name of a kind is stored, so it never changes. */
    public static TimerKind<Void> plain(String name) {
        return new TimerKind<>(name, none -> 0, number -> null);
    }

    /** With a time, in whole microseconds. */
    public static TimerKind<Instant> ofTime(String name) {
        return new TimerKind<>(name, Times::micros, micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** With a duration, in whole seconds. */
    public static TimerKind<Duration> ofDuration(String name) {
        return new TimerKind<>(name, Duration::toSeconds, Duration::ofSeconds);
    }

    public static TimerKind<Long> ofNumber(String name) {
        return new TimerKind<>(name, number -> number, number -> number);
    }

    @Override
    public String toString() {
        return name;
    }

    String name() {
        return name;
    }

    long stored(P payload) {
        return stored.applyAsLong(payload);
    }

    P read(long number) {
        return read.apply(number);
    }
}
