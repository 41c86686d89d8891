package org.patchbay.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The changes of one commit, in the order in which they were written.
 *
 * @param number in the order of the commits
 */
public record Transaction(long number, Instant committedAt, List<Change> changes) {

    /** The rows that it added to a table. */
    Stream<Row> inserts(String table) {
        return changes.stream().filter(change -> change.isInsertInto(table)).map(Change::after);
    }

    /** At the latest: the first time that it noted. */
    Instant began() {
        return Stream.concat(
                        Stream.of(committedAt),
                        changes.stream()
                                .filter(change -> !change.table().equals("seat"))
                                .flatMap(Change::times))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
