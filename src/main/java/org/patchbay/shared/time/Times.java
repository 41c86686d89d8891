package org.patchbay.shared.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The one clock of the application, which is the database's, and times as the database keeps them. */
public final class Times {

    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

    /** The last time that the database can hold. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** The clock that {@code DatabaseClockSync} keeps right. */
    public static final DatabaseClock COMMON = new DatabaseClock(InstantSource.system());

    private static volatile InstantSource clock = COMMON;

    private Times() {}

    /**
     * The current time, the same on all replicas but for a moment, in microseconds, so that a response equals later
     * reads. Native SQL, too, gets it as a parameter.
     */
    public static Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A time as a number, which identifies it. */
    public static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Sets another clock, for tests, which do not wait for hours. */
    public static void tellBy(InstantSource other) {
        clock = other;
    }

    /** @throws DateTimeException also where the database has no such time */
    public static Instant parse(String text) {
        var time = Instant.parse(text);
        if (!isStorable(time)) {
            throw new DateTimeException(text);
        }
        return time;
    }

    /** Whether a column of type {@code datetime(6)} can hold it. */
    public static boolean isStorable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
