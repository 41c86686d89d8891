package org.patchbay.replay;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * A change of one row.
 *
 * @param before null where it was inserted
 * @param after null where it was deleted
 */
record Change(String table, Row before, Row after) {

    boolean isInsertInto(String other) {
        return table.equals(other) && before == null;
    }

    /** Whether the column has another value than before. */
    boolean isToAnother(String column) {
        return after != null
                && after.has(column)
                && (before == null
                        || !after.values().get(column).equals(before.values().get(column)));
    }

    /** The times that it notes. */
    Stream<Instant> times() {
        return after == null
                ? Stream.empty()
                : after.values().keySet().stream()
                        .filter(column -> column.equals("at") || column.endsWith("_at") || column.endsWith("_since"))
                        .filter(this::isToAnother)
                        .map(after::time);
    }

    /** The row as it is now, or was last. */
    Row row() {
        return after == null ? before : after;
    }
}
