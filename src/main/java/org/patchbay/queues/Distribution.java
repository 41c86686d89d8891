package org.patchbay.queues;

/** Which of the free agents of a queue gets its next ticket. */
public enum Distribution {
    /** Who has been idle for the longest time. */
    LONGEST_IDLE,
    /** Each in turn. */
    ROUND_ROBIN,
    /** Who holds the smallest part of what they could. */
    LEAST_LOADED,
    /** Who has the required skills at the highest levels. */
    BEST_SKILLED,
    /** Who is of the lowest tier. */
    RANKED
}
