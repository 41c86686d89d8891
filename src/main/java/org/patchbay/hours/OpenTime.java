package org.patchbay.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The time in which something is open: by business hours, or always.
 *
 * @param hours null for always
 */
public record OpenTime(@Nullable OpeningHours hours) {

    public boolean includes(Instant at) {
        return hours == null || hours.isOpen(at);
    }

    /** When so much of it has passed since a moment; empty where that is not within a year. */
    public Optional<Instant> after(Instant from, Duration open) {
        return hours == null ? Optional.of(from.plus(open)) : hours.after(from, open);
    }

    /** How much of it lies between two moments. */
    public Duration between(Instant from, Instant to) {
        return hours == null ? Duration.between(from, to) : hours.openBetween(from, to);
    }
}
