package org.patchbay.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the database keeps them. */
public final class Times {

    private Times() {}

    /** The current time in microseconds, so that what is answered equals what is read later. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
