package org.patchbay.routing.pools;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The agents who serve the queue of a pool, counted by the reason why they could not be given its tickets.
 *
 * @param fewAgents whether the organisation has no more agents than are named
 * @param members the agents who serve it, where they are not too many to be counted
 * @param counts by reason; agents who could be given them count as {@code LATER_IN_ORDER}; null where they are
 *     too many
 */
public record PoolSummary(
        boolean fewAgents, int members, @Nullable Map<PassedOver, Integer> counts, Instant asOf) {

    /** So many agents are named one by one. */
    static final int MAX_NAMED = 20;

    public boolean fewMembers() {
        return members <= MAX_NAMED;
    }

    @Nullable
    public Instant countedAt() {
        return counts == null ? null : asOf;
    }
}
