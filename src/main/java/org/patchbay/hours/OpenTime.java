package org.patchbay.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time in which something is open: by business hours, or always.
 *
 * @param hoursOrNull null for always
 */
public record OpenTime(OpeningHours hoursOrNull) {

    public boolean includes(Instant at) {
        return hoursOrNull == null || hoursOrNull.isOpen(at);
    }

    /** When so much of it has passed since a moment; empty where that is not within a year. */
    public Optional<Instant> after(Instant from, Duration open) {
        return hoursOrNull == null ? Optional.of(from.plus(open)) : hoursOrNull.after(from, open);
    }

    /** How much of it lies between two moments. */
    public Duration between(Instant from, Instant to) {
        return hoursOrNull == null ? Duration.between(from, to) : hoursOrNull.openBetween(from, to);
    }
}
