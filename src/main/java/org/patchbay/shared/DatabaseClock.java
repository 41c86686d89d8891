package org.patchbay.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The database's clock, which all replicas share: a replica's own, and by how much the database's is ahead of it. */
final class DatabaseClock implements InstantSource {

    private final InstantSource own;
    private volatile Duration ahead = Duration.ZERO;

    DatabaseClock(InstantSource own) {
        this.own = own;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead);
    }

    /** What the database's clock told between two moments of the replica's own. */
    record Reading(Instant asked, Instant told, Instant answered) {

        /** How much is not known: the time in which the answer was on its way. */
        Duration uncertainty() {
            return Duration.between(asked, answered);
        }
    }

    /** @param database asks it for its time */
    Reading read(Supplier<Instant> database) {
        var asked = own.instant();
        var told = database.get();
        return new Reading(asked, told, own.instant());
    }

    /**
     * By how much the database's clock was ahead of the replica's when it was followed last; negative where it was
     * behind.
     */
    Duration ahead() {
        return ahead;
    }

    /**
     * Goes by the database's clock as it was read. Where it may be as it was thought to be nothing changes: else time
     * would jump to and fro with the speed of the network.
     */
    void follow(Reading reading) {
        var least = Duration.between(reading.answered(), reading.told());
        var most = Duration.between(reading.asked(), reading.told());
        if (ahead.compareTo(least) < 0 || ahead.compareTo(most) > 0) {
            ahead = least.plus(most).dividedBy(2);
        }
    }
}
