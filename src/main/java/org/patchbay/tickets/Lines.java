package org.patchbay.tickets;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import io.quarkus.cache.CacheResult;

/** The tickets that wait in an organisation's queues, in the order in which they are served, and the pace of that. */
@ApplicationScoped
class Lines {

    /** Of the organisation; those behind have no place yet. */
    private static final int LONGEST = 2_000;

    private static final Duration LATELY = Duration.ofMinutes(30);

    /** Of fewer nothing follows. */
    private static final int FEWEST = 5;

    private static final String WAITING = """
            select id, queue_id from ticket force index (ix_ticket_waiting)
            where organisation_id = :organisation and status = 'OPEN'
            order by priority, opened_at, id limit :size""";

    private static final String LEFT = """
            select left_queue_id, count(*) tickets from ticket force index (ix_ticket_left)
            where organisation_id = :organisation and left_at >= :since group by left_queue_id""";

    /**
     * The lines of an organisation.
     *
     * @param places by ticket, from 1
     * @param secondsEach by queue: the pace; none where too few left lately
     */
    record Known(Map<Long, Integer> places, Map<Long, Double> secondsEach) {}

    /**
     * As they were up to a second ago: however many wait, they are read once.
     *
     * @param organisation the current one
     */
    @CacheResult(cacheName = "lines")
    @Transactional
    Known of(long organisation) {
        var lengths = new HashMap<Long, Integer>();
        var places = new HashMap<Long, Integer>();
        NativeSql.of(WAITING)
                .set("size", LONGEST)
                .list(Tuple.class)
                .forEach(row -> places.put(number(row, "id"), lengths.merge(number(row, "queue_id"), 1, Integer::sum)));
        var pace = NativeSql.of(LEFT).set("since", Times.now().minus(LATELY)).list(Tuple.class).stream()
                .filter(row -> number(row, "tickets") >= FEWEST)
                .collect(Collectors.toMap(
                        row -> number(row, "left_queue_id"),
                        row -> (double) LATELY.toSeconds() / number(row, "tickets")));
        return new Known(places, pace);
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
