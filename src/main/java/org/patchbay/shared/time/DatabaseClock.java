package org.patchbay.shared.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The database's clock, which all replicas share: computed from a replica's own clock and the offset between the two.
 */
public final class DatabaseClock implements InstantSource {

    private final InstantSource own;
    private volatile Duration ahead = Duration.ZERO;

    DatabaseClock(InstantSource own) {
        this.own = own;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead);
    }

    /** The time of the database's clock, read between two moments of the replica's own. */
    public record Reading(Instant asked, Instant told, Instant answered) {

        /** How uncertain the reading is: the time in which the response was under way. */
        public Duration uncertainty() {
            return Duration.between(asked, answered);
        }
    }

    /** @param database reads its time */
    public Reading read(Supplier<Instant> database) {
        var asked = own.instant();
        var told = database.get();
        return new Reading(asked, told, own.instant());
    }

    /**
     * How far the database's clock was ahead of the replica's at the last reading that changed it; negative where it
     * was behind.
     */
    public Duration ahead() {
        return ahead;
    }

    /**
     * Adopts a reading. Where the present offset agrees with it, nothing changes: otherwise time would jump to and fro
     * with the speed of the network.
     */
    public void follow(Reading reading) {
        var least = Duration.between(reading.answered(), reading.told());
        var most = Duration.between(reading.asked(), reading.told());
        if (ahead.compareTo(least) < 0 || ahead.compareTo(most) > 0) {
            ahead = least.plus(most).dividedBy(2);
        }
    }
}
