package org.patchbay.routing.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

/**
 * Which free agents get which new tickets. Each ticket, in its turn, goes to the first agent of its line who has room
 * for it; it goes to nobody where something that waits for that agent comes before it.
 */
public final class Allotment {

    /** So many of those before and behind an agent are named, the nearest first. */
    public static final int NEIGHBOURS = 3;

    private final Map<Long, FreeAgent> agents;
    private final Map<Kind, Line> lines;
    private final Map<Long, Integer> loads = new HashMap<>();

    private Allotment(Map<Kind, Queue> queues, Map<Long, FreeAgent> agents) {
        this.agents = agents;
        this.lines = queues.entrySet().stream().collect(toMap(Map.Entry::getKey, each -> Line.of(each.getValue())));
    }

    /** Tickets of one pool and one group: the same agents may be given them, on the same terms. */
    public record Kind(long pool, long group) {}

    /** @param priority the lowest comes first */
    public record NewTicket(Kind kind, int priority) {}

    /** An agent's place in the line of a queue that just gave them a ticket. */
    @FunctionalInterface
    public interface PlaceAfter {

        /**
         * @param before the place until then
         * @param load the units that the agent holds now, of so many
         */
        long reckon(long before, int load, int capacity, Instant now);
    }

    /**
     * The terms of tickets of one kind, and those who may be given them.
     *
     * @param precedence among tickets as urgent the lowest comes first
     * @param units of an agent's capacity that one takes
     * @param exclusive whether one takes all units instead
     * @param free agents who are locked
     * @param seen agents who were free when somebody looked, locked or not
     */
    public record Queue(
            int precedence, int units, boolean exclusive, PlaceAfter placeAfter, List<Place> free, List<Place> seen) {

        private int unitsOf(FreeAgent agent) {
            return exclusive ? agent.capacity : units;
        }
    }

    /** The best ticket that waits for an agent already. */
    public record Head(int priority, int precedence) {

        /** Whether it comes before a new ticket, which is younger. */
        private boolean comesBefore(NewTicket ticket, Queue queue) {
            return priority == ticket.priority ? precedence <= queue.precedence : priority < ticket.priority;
        }
    }

    /** @param limited whether they may hold only so many tickets of some channel: only the database knows how many */
    public record FreeAgent(int load, int capacity, boolean limited, Optional<Head> waiting) {}

    /**
     * A ticket that an agent gets.
     *
     * @param ticket its number in the list, from 0
     * @param place where the agent stood
     */
    public record Given(int ticket, Place place, List<Place> before, List<Place> behind) {}

    /** The agents of one queue, as they stand by now. */
    private record Line(Queue queue, FreeAgents free, FreeAgents seen) {

        static Line of(Queue queue) {
            return new Line(queue, new FreeAgents(queue.free), new FreeAgents(queue.seen));
        }
    }

    /**
     * Decides over all tickets, in their order.
     *
     * @param queues of all kinds of these tickets
     * @param agents all who are free, by their ids
     */
    public static List<Given> of(
            List<NewTicket> tickets, Map<Kind, Queue> queues, Map<Long, FreeAgent> agents, Instant now) {
        var allotment = new Allotment(queues, agents);
        var given = new ArrayList<Given>();
        for (int i = 0; i < tickets.size(); i++) {
            // Among those who were served, the earlier one stands first.
            allotment.give(i, tickets.get(i), now.plus(i, ChronoUnit.MICROS)).ifPresent(given::add);
        }
        return given;
    }

    private Optional<Given> give(int number, NewTicket ticket, Instant now) {
        var line = requireNonNull(lines.get(ticket.kind));
        return line.free
                .first(id -> hasRoom(id, line.queue))
                .filter(place -> agent(place.agentId())
                        .waiting
                        .filter(head -> head.comesBefore(ticket, line.queue))
                        .isEmpty())
                .map(place -> {
                    var given = new Given(
                            number,
                            place,
                            line.seen.before(place).limit(NEIGHBOURS).toList(),
                            line.seen.behind(place).limit(NEIGHBOURS).toList());
                    serve(place.agentId(), line.queue, now);
                    return given;
                });
    }

    private FreeAgent agent(long id) {
        return requireNonNull(agents.get(id));
    }

    private int load(long id) {
        return loads.getOrDefault(id, agent(id).load);
    }

    private boolean hasRoom(long id, Queue queue) {
        var agent = agent(id);
        return load(id) < agent.capacity && load(id) + queue.unitsOf(agent) <= agent.capacity;
    }

    /** In each line the agent stands elsewhere now, or nowhere. */
    private void serve(long id, Queue by, Instant now) {
        var agent = agent(id);
        int load = load(id) + by.unitsOf(agent);
        loads.put(id, load);
        boolean goesOn = load < agent.capacity && !agent.limited;
        lines.values().forEach(line -> {
            if (goesOn) {
                line.free.served(id, place -> line.queue.placeAfter.reckon(place, load, agent.capacity, now), now);
            } else {
                line.free.leaves(id);
            }
            line.seen.leaves(id);
        });
    }
}
