package org.patchbay.routing.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.patchbay.queues.Distribution;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Laws of the order in which free agents are given tickets. */
class FreeAgentsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    /** An agent as small numbers, so that many are alike. */
    record Someone(int load, int capacity, int figure, int idleSince) {

        boolean isFree() {
            return load < capacity;
        }
    }

    @Property
    void whoeverKnowsAsManyAgentsAsThereAreTicketsChoosesAsIfAllWereKnown(
            @ForAll("agents") List<Someone> agents,
            @ForAll Distribution distribution,
            @ForAll @IntRange(max = 12) int tickets) {
        assertEquals(
                chosen(agents, distribution, tickets, agents.size()), chosen(agents, distribution, tickets, tickets));
    }

    @Property
    void theFirstOfThoseWhoFitIsChosen(@ForAll("agents") List<Someone> agents, @ForAll Distribution distribution) {
        var places = places(agents, distribution);
        var fits = places.stream().filter(place -> place.agentId() % 2 == 0).min(Place::compareTo);
        assertEquals(fits, new FreeAgents(places).first(id -> id % 2 == 0));
    }

    @Test
    void anAgentWhoWasServedStandsBehindThoseWhoWereIdleAsLong() {
        var free = new FreeAgents(List.of(new Place(0, NOW, 1), new Place(0, NOW, 2)));
        free.served(1, place -> place, NOW.plusSeconds(1));
        assertEquals(Optional.of(new Place(0, NOW, 2)), free.first(any -> true));
        free.leaves(2);
        assertEquals(Optional.of(new Place(0, NOW.plusSeconds(1), 1)), free.first(any -> true));
    }

    /** The agents who are given tickets one after the other by somebody who knows only so many of them. */
    private static List<Long> chosen(List<Someone> agents, Distribution distribution, int tickets, int known) {
        var free = new FreeAgents(
                places(agents, distribution).stream().sorted().limit(known).toList());
        Map<Long, Integer> loads = new HashMap<>();
        var chosen = new ArrayList<Long>();
        for (int ticket = 1; ticket <= tickets; ticket++) {
            var at = NOW.plusSeconds(ticket);
            free.first(any -> true).map(Place::agentId).ifPresent(id -> {
                chosen.add(id);
                var agent = agents.get((int) (long) id);
                int load = loads.merge(id, agent.load() + 1, (before, first) -> before + 1);
                if (load < agent.capacity()) {
                    free.served(id, place -> distribution.placeOfServed(place, load, agent.capacity(), at), at);
                } else {
                    free.leaves(id);
                }
            });
        }
        return chosen;
    }

    private static List<Place> places(List<Someone> agents, Distribution distribution) {
        return IntStream.range(0, agents.size())
                .filter(id -> agents.get(id).isFree())
                .mapToObj(id -> place(id, agents.get(id), distribution))
                .toList();
    }

    private static Place place(long id, Someone agent, Distribution distribution) {
        long place = distribution == Distribution.LEAST_LOADED
                ? distribution.placeOfServed(0, agent.load(), agent.capacity(), NOW)
                : distribution == Distribution.LONGEST_IDLE ? 0 : agent.figure();
        return new Place(place, NOW.minusSeconds(agent.idleSince()), id);
    }

    @Provide
    Arbitrary<List<Someone>> agents() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as(Someone::new)
                .list()
                .ofMaxSize(20);
    }
}
