package org.patchbay.routing.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.patchbay.queues.Distribution;
import org.patchbay.routing.rules.Allotment.FreeAgent;
import org.patchbay.routing.rules.Allotment.Given;
import org.patchbay.routing.rules.Allotment.Head;
import org.patchbay.routing.rules.Allotment.Kind;
import org.patchbay.routing.rules.Allotment.NewTicket;
import org.patchbay.routing.rules.Allotment.Queue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Laws of who gets which of many new tickets. */
class AllotmentTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final List<Kind> KINDS = List.of(new Kind(1, 1), new Kind(2, 1));

    /** Two queues, some agents who serve one or both of them, and tickets for either. */
    record Floor(List<Queue> queues, List<FreeAgent> agents, List<NewTicket> tickets) {

        List<Given> given() {
            return given(tickets);
        }

        List<Given> given(List<NewTicket> some) {
            return Allotment.of(some, Map.of(KINDS.get(0), queues.get(0), KINDS.get(1), queues.get(1)), byId(), NOW);
        }

        boolean hasRoom(long id, Queue queue) {
            var agent = agents.get((int) id);
            return agent.load() + (queue.exclusive() ? agent.capacity() : queue.units()) <= agent.capacity();
        }

        Floor whereNothingWaits() {
            var alone = agents.stream()
                    .map(agent -> new FreeAgent(agent.load(), agent.capacity(), agent.limited(), Optional.empty()))
                    .toList();
            return new Floor(queues, alone, tickets);
        }

        Map<Long, FreeAgent> byId() {
            return IntStream.range(0, agents.size()).boxed().collect(Collectors.toMap(id -> (long) id, agents::get));
        }

        Queue of(NewTicket ticket) {
            return queues.get(KINDS.indexOf(ticket.kind()));
        }
    }

    @Property
    void nobodyHoldsMoreThanTheirCapacityAndNoTicketGoesTwice(@ForAll("floors") Floor floor) {
        var loads = new HashMap<Long, Integer>();
        var tickets = new HashSet<Integer>();
        for (var given : floor.given()) {
            long id = given.place().agentId();
            var agent = floor.agents().get((int) id);
            var queue = floor.of(floor.tickets().get(given.ticket()));
            int units = queue.exclusive() ? agent.capacity() : queue.units();
            int load = loads.merge(id, agent.load() + units, (before, first) -> before + units);
            assertTrue(load <= agent.capacity());
            assertTrue(tickets.add(given.ticket()));
        }
    }

    @Property
    void aTicketIsGivenAsIfNoneCameAfterIt(@ForAll("floors") Floor floor) {
        var all = floor.given();
        for (int many = 0; many < floor.tickets().size(); many++) {
            int some = many;
            assertEquals(
                    all.stream().filter(given -> given.ticket() < some).toList(),
                    floor.given(floor.tickets().subList(0, some)));
        }
    }

    @Property
    void theFirstInTheLineWithRoomGetsATicketUnlessSomethingOlderWaitsForThem(@ForAll("floors") Floor floor) {
        if (floor.tickets().isEmpty()) {
            return;
        }
        var ticket = floor.tickets().getFirst();
        var queue = floor.of(ticket);
        var first = queue.free().stream()
                .filter(place -> floor.hasRoom(place.agentId(), queue))
                .min(Comparator.naturalOrder())
                .filter(place -> floor.agents()
                        .get((int) place.agentId())
                        .waiting()
                        .filter(head -> head.priority() < ticket.priority()
                                || head.priority() == ticket.priority() && head.precedence() <= queue.precedence())
                        .isEmpty());
        assertEquals(
                first, floor.given(List.of(ticket)).stream().map(Given::place).findFirst());
    }

    @Property
    void noTicketGoesToNobodyWhileSomebodyWithRoomGotNothing(@ForAll("floors") Floor before) {
        var floor = before.whereNothingWaits();
        var given = floor.given();
        var served = given.stream().map(each -> each.place().agentId()).collect(Collectors.toSet());
        var ungiven = new ArrayList<>(floor.tickets());
        given.reversed().forEach(each -> ungiven.remove((int) each.ticket()));
        for (var ticket : ungiven) {
            var queue = floor.of(ticket);
            assertEquals(
                    List.of(),
                    queue.free().stream()
                            .map(Place::agentId)
                            .filter(id -> !served.contains(id) && floor.hasRoom(id, queue))
                            .toList());
        }
    }

    @Test
    void theNeighboursOfWhoeverGetsATicketAreNamedAsTheyStoodThen() {
        var places = IntStream.range(0, 6)
                .mapToObj(id -> new Place(0, NOW.plusSeconds(id), id))
                .toList();
        var queue = new Queue(1, 1, false, (before, load, capacity, now) -> before, places, places);
        var agents = IntStream.range(0, 6)
                .boxed()
                .collect(Collectors.toMap(id -> (long) id, id -> new FreeAgent(0, 1, false, Optional.empty())));
        var ticket = new NewTicket(KINDS.getFirst(), 1);
        var given = Allotment.of(List.of(ticket, ticket), Map.of(KINDS.getFirst(), queue), agents, NOW);
        assertEquals(
                List.of(places.get(0), places.get(1)),
                given.stream().map(Given::place).toList());
        assertEquals(List.of(), given.getLast().before());
        assertEquals(places.subList(2, 5), given.getLast().behind());
    }

    @Provide
    Arbitrary<Floor> floors() {
        var agents = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        heads().optional(0.2))
                .as((load, room, limited, head) -> new FreeAgent(load, load + 1 + room, limited, head))
                .list()
                .ofMaxSize(8);
        return agents.flatMap(some -> Combinators.combine(queues(some.size()), queues(some.size()), tickets())
                .as((one, other, tickets) -> new Floor(List.of(one, other), some, tickets)));
    }

    private static Arbitrary<Head> heads() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 3))
                .as(Head::new);
    }

    private static Arbitrary<Queue> queues(int agents) {
        var places = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, true, false))
                .as((place, idle, serves) ->
                        serves ? Optional.of(List.of(place, idle)) : Optional.<List<Integer>>empty())
                .list()
                .ofSize(agents);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(Distribution.values()),
                        places)
                .as((precedence, units, exclusive, distribution, standing) -> {
                    var line = new ArrayList<Place>();
                    for (int id = 0; id < standing.size(); id++) {
                        long agent = id;
                        standing.get(id)
                                .ifPresent(at -> line.add(new Place(at.get(0), NOW.minusSeconds(at.get(1)), agent)));
                    }
                    return new Queue(precedence, units, exclusive, distribution::placeOfServed, line, line);
                });
    }

    private static Arbitrary<List<NewTicket>> tickets() {
        return Combinators.combine(Arbitraries.of(KINDS), Arbitraries.integers().between(1, 3))
                .as(NewTicket::new)
                .list()
                .ofMaxSize(10);
    }
}
