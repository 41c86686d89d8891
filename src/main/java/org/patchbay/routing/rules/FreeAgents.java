package org.patchbay.routing.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/**
 * The free agents of a pool in their order, of whom the first one who may be given a ticket gets it, and then stands
 * where they belong.
 *
 * <p>For so many tickets it suffices to know as many agents from the beginning of the order: as long as one of them has
 * got nothing, nobody who is not known comes before that one.
 */
final class FreeAgents {

    private final TreeSet<Place> places;
    private final Map<Long, Place> byAgent;

    FreeAgents(Collection<Place> places) {
        this.places = new TreeSet<>(places);
        this.byAgent = places.stream().collect(toMap(Place::agentId, identity()));
    }

    /** The first agent who fits. */
    Optional<Place> first(LongPredicate fits) {
        for (var place : places) {
            if (fits.test(place.agentId())) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Moves an agent who was given something to where they stand from now on. */
    void served(long agentId, LongUnaryOperator placeAfter, Instant idleSince) {
        var before = byAgent.get(agentId);
        if (before != null) {
            var after = new Place(placeAfter.applyAsLong(before.place()), idleSince, agentId);
            byAgent.put(agentId, after);
            places.remove(before);
            places.add(after);
        }
    }

    /** An agent may be given nothing more. */
    void leaves(long agentId) {
        var place = byAgent.remove(agentId);
        if (place != null) {
            places.remove(place);
        }
    }

    /** The last of those who stand before an agent, the nearest first. */
    Stream<Place> before(Place agent) {
        return Stream.iterate(places.lower(agent), Objects::nonNull, places::lower);
    }

    /** Those who stand behind an agent. */
    Stream<Place> behind(Place agent) {
        return Stream.iterate(places.higher(agent), Objects::nonNull, places::higher);
    }
}
