package org.patchbay.routing;

import java.time.Instant;
import java.util.Map;

/**
 * How many agents of the organisation could not be given tickets of a pool for which reason; who could counts as {@code
 * LATER_IN_ORDER}.
 */
record PoolSummary(Map<PassedOver, Integer> counts, Instant asOf) {

    int agents() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Who serves its queue. */
    int members() {
        return agents() - counts.getOrDefault(PassedOver.NOT_IN_QUEUE, 0);
    }
}
