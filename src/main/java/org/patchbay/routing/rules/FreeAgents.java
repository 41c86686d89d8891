package org.patchbay.routing.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/**
 * The free agents of a pool in their order, of whom the first one who may be given a ticket gets it, and then stands
 * where they belong.
 *
 * <p>For so many tickets it suffices to know as many agents from the beginning of the order: as long as one of them has
 * got nothing, nobody who is not known comes before that one.
 */
final class FreeAgents {

    private final TreeSet<Place> places;

    FreeAgents(Collection<Place> places) {
        this.places = new TreeSet<>(places);
    }

    /** The first agent who fits. */
    Optional<Place> first(LongPredicate fits) {
        return places.stream().filter(place -> fits.test(place.agentId())).findFirst();
    }

    /** Moves an agent who was given something to where they stand from now on. */
    void served(long agentId, LongUnaryOperator placeAfter, Instant idleSince) {
        places.stream().filter(each -> each.agentId() == agentId).findFirst().ifPresent(before -> {
            places.remove(before);
            places.add(new Place(placeAfter.applyAsLong(before.place()), idleSince, agentId));
        });
    }

    /** An agent may be given nothing more. */
    void leaves(long agentId) {
        places.removeIf(each -> each.agentId() == agentId);
    }

    /** The last of those who stand before an agent, the nearest first. */
    Stream<Place> before(Place agent) {
        return places.headSet(agent, false).descendingSet().stream();
    }

    /** Those who stand behind an agent. */
    Stream<Place> behind(Place agent) {
        return places.tailSet(agent, false).stream();
    }
}
