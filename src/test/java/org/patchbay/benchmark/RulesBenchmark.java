package org.patchbay.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.patchbay.queues.Distribution;
import org.patchbay.routing.rules.Allotment;
import org.patchbay.routing.rules.Allotment.FreeAgent;
import org.patchbay.routing.rules.Allotment.Kind;
import org.patchbay.routing.rules.Allotment.NewTicket;
import org.patchbay.routing.rules.Allotment.Queue;
import org.patchbay.routing.rules.Place;

import static java.util.stream.Collectors.toMap;

/** Measures how many tickets the rules give to agents in a second, on one thread, without database and application. */
final class RulesBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    /** As many as come together under full load. */
    private static final int TICKETS = 32;

    private static final int AGENTS = 48;
    private static final List<Kind> KINDS = List.of(new Kind(1, 1), new Kind(2, 1));

    private final List<NewTicket> tickets = IntStream.range(0, TICKETS)
            .mapToObj(i -> new NewTicket(KINDS.get(i % KINDS.size()), 1 + i % 4))
            .toList();
    private final Map<Kind, Queue> queues = Map.of(
            KINDS.getFirst(), queue(Distribution.LONGEST_IDLE), KINDS.getLast(), queue(Distribution.LEAST_LOADED));
    private final Map<Long, FreeAgent> agents = LongStream.range(0, AGENTS)
            .boxed()
            .collect(toMap(id -> id, id -> new FreeAgent(0, 2, false, Optional.empty())));

    static void measure(Report report) {
        var rules = new RulesBenchmark();
        rules.decide(WARM_UP);
        report.section(
                "the rules alone: " + TICKETS + " tickets at a time, " + AGENTS + " agents in both of two queues");
        report.atLeast("tickets, each given to an agent", rules.decide(MEASURED), "1/s", 1_000_000);
    }

    /** @return tickets a second */
    private double decide(Duration time) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long given = 0;
        while (System.nanoTime() < end) {
            int together = Allotment.of(tickets, queues, agents, NOW).size();
            if (together != TICKETS) {
                throw new IllegalStateException("Only " + together + " tickets were given to somebody");
            }
            given += together;
        }
        return given * 1e9 / (System.nanoTime() - start);
    }

    private static Queue queue(Distribution distribution) {
        var places = LongStream.range(0, AGENTS)
                .mapToObj(id -> new Place(0, NOW.minusSeconds(id), id))
                .toList();
        return new Queue(5, 1, false, distribution::placeOfServed, places, places);
    }
}
