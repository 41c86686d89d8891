package org.patchbay.queues;

/**
 * Which of the free agents of a queue gets its next ticket: who has the lowest place. Among those of the same place it
 * is who has been idle for the longest time.
 */
public enum Distribution {
    /** Who has been idle for the longest time. */
    LONGEST_IDLE("0"),
    /** Each in turn: whom the queue has not served for the longest time. */
    ROUND_ROBIN("timestampdiff(microsecond, '2000-01-01', s.served_at)"),
    /** Who holds the smallest part of what they could. */
    LEAST_LOADED("a.load_units * 1000000 div a.capacity"),
    /** Who has the required skills at the highest levels, added up. */
    BEST_SKILLED("-s.score"),
    /** Who is of the lowest tier. */
    RANKED("s.tier");

    private final String place;

    Distribution(String place) {
        this.place = place;
    }

    /** In SQL over an agent {@code a} and their seat {@code s} in a pool of the queue: an integer. */
    public String place() {
        return place;
    }
}
