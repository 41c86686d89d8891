package org.patchbay.recordings;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.paging.Cursor;

/**
 * The recordings that somebody looks for; null for all.
 *
 * @param to exclusive
 */
record RecordingSearch(
        @Nullable Long ticketId,
        @Nullable Long agentId,
        @Nullable Long queueId,
        @Nullable Long customerId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long longerThanSeconds) {

    /** Those of tickets that the current user sees, the latest first. */
    List<Recording> page(@Nullable Cursor after, int most, @Nullable Long onlyOfAgent) {
        var query = new StringBuilder("select r from Recording r, Ticket t where t.id = r.ticketId");
        Map<String, Object> values = new HashMap<>();
        if (after != null) {
            query.append(" and (r.startedAt < :at or r.startedAt = :at and r.id < :last)");
            values.put("at", after.instant(0));
            values.put("last", after.number(1));
        }
        add(query, values, " and r.ticketId = :ticket", "ticket", ticketId);
        add(query, values, " and r.agentId = :agent", "agent", agentId);
        add(query, values, " and r.queueId = :queue", "queue", queueId);
        add(query, values, " and t.customerId = :customer", "customer", customerId);
        add(query, values, " and r.startedAt >= :from", "from", from);
        add(query, values, " and r.startedAt < :to", "to", to);
        var longer = longerThanSeconds == null ? null : longerThanSeconds * 1000;
        add(query, values, " and r.milliseconds > :longer", "longer", longer);
        var own = " and exists (select 1 from Segment s where s.recordingId = r.id and s.accountId = :own)";
        add(query, values, own, "own", onlyOfAgent);
        return Recording.<Recording>find(query + " order by r.startedAt desc, r.id desc", values)
                .page(0, most)
                .list();
    }

    private static void add(
            StringBuilder query, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            query.append(condition);
            values.put(name, value);
        }
    }
}
