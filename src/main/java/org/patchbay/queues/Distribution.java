package org.patchbay.queues;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Chooses the agent, of the free agents of a queue, who gets its next ticket: the one with the lowest place. Of agents
 * with the same place, the one who has been idle longest.
 */
public enum Distribution {
    /** The agent who has been idle longest. */
    LONGEST_IDLE("0"),
    /** Each in turn: the agent whom the queue has not served for the longest time. */
    ROUND_ROBIN("timestampdiff(microsecond, '2000-01-01', s.served_at)"),
    /** The agent who uses the smallest part of their capacity. */
    LEAST_LOADED("a.load_units * 1000000 div a.capacity"),
    /** The agent with the highest levels, added up, in the required skills. */
    BEST_SKILLED("-s.score"),
    /** The agent of the lowest tier. */
    RANKED("s.tier");

    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private final String place;

    Distribution(String place) {
        this.place = place;
    }

    /**
     * An agent's place once the queue gave them a ticket.
     *
     * @param before their place until then
     * @param load the units that they hold now, of so many
     */
    public long placeOfServed(long before, int load, int capacity, Instant now) {
        return switch (this) {
            case LONGEST_IDLE, BEST_SKILLED, RANKED -> before;
            case ROUND_ROBIN -> ChronoUnit.MICROS.between(BEGINNING, now);
            case LEAST_LOADED -> load * 1_000_000L / capacity;
        };
    }

    /** In SQL over an agent {@code a} and their seat {@code s} in a pool of the queue: an integer. */
    public String place() {
        return place;
    }
}
