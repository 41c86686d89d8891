package org.patchbay.routing.rules;

import java.time.Instant;
import java.util.Comparator;

/**
 * An agent's place in the order in which a pool's free agents are given tickets.
 *
 * @param place as the queue's distribution reckons it; the lowest comes first
 * @param idleSince among those of the same place the earliest comes first
 */
public record Place(long place, Instant idleSince, long agentId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::place)
            .thenComparing(Place::idleSince)
            .thenComparingLong(Place::agentId);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
