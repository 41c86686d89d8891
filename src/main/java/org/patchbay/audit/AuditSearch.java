package org.patchbay.audit;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;

import io.quarkus.panache.common.Parameters;

/**
 * A search for entries.
 *
 * @param to exclusive
 */
record AuditSearch(
        @Nullable Long actorId,
        @Nullable Action action,
        Action.@Nullable Subject subjectType,
        @Nullable String subjectId,
        @Nullable Instant from,
        @Nullable Instant to) {

    Page<AuditEntryView> newestFirst(@Nullable String after, int limit) {
        long before = after == null ? Long.MAX_VALUE : Cursor.id(after);
        var rows = find("id < :end", before, "id desc", limit + 1);
        return Page.of(rows, limit, AuditEntryView::of, entry -> Cursor.at(entry.id));
    }

    List<AuditEntryView> oldestFirst(long afterId, int size) {
        return find("id > :end", afterId, "id", size).stream()
                .map(AuditEntryView::of)
                .toList();
    }

    private List<AuditEntry> find(String where, long end, String order, int size) {
        var conditions = new StringBuilder(where);
        var parameters = Parameters.with("end", end);
        filter(conditions, parameters, " and actorId = :actorId", "actorId", actorId);
        filter(conditions, parameters, " and action = :action", "action", action == null ? null : action.name());
        filter(
                conditions,
                parameters,
                " and subjectType = :subjectType",
                "subjectType",
                subjectType == null ? null : subjectType.name());
        filter(conditions, parameters, " and subjectId = :subjectId", "subjectId", subjectId);
        filter(conditions, parameters, " and at >= :from", "from", from);
        filter(conditions, parameters, " and at < :to", "to", to);
        return AuditEntry.search(conditions + " order by " + order, parameters.map(), size);
    }

    private static void filter(
            StringBuilder conditions, Parameters parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.append(condition);
            parameters.and(name, value);
        }
    }
}
