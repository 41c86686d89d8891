package org.patchbay.queues;

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

    private final String place;

    Distribution(String place) {
        this.place = place;
    }

    /** In SQL over an agent {@code a} and their seat {@code s} in a pool of the queue: an integer. */
    public String place() {
        return place;
    }
}
