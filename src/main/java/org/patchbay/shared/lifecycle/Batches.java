package org.patchbay.shared.lifecycle;

import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

import static org.patchbay.shared.persistence.Transactions.inNew;

/** Long work in short transactions, between any two of which a replica may stop. The next run does the rest. */
@ApplicationScoped
public class Batches {

    private static final int ROWS = 1_000;

    private final CurrentOrganisation currentOrganisation;
    private final Shutdown shutdown;

    Batches(CurrentOrganisation currentOrganisation, Shutdown shutdown) {
        this.currentOrganisation = currentOrganisation;
        this.shutdown = shutdown;
    }

    /**
     * Repeats a batch until one is not full, or the replica stops.
     *
     * @param size how many a full batch does
     * @param batch a transaction of its own; it returns how many it did
     * @return how many were done in all
     */
    public long run(int size, LongSupplier batch) {
        long total = 0;
        long done;
        do {
            done = batch.getAsLong();
            total += done;
        } while (done == size && !shutdown.hasBegun());
        return total;
    }

    /**
     * Deletes the rows of a table whose time is over: of all organisations, each in a transaction of its own.
     *
     * @param column of times, the first of an index
     */
    public void deleteBefore(Instant time, String table, String column) {
        var sql = "delete from %s where organisation_id = :organisation and %s < :time limit :rows"
                .formatted(table, column);
        run(ROWS, () -> oldest(time, table, column).entrySet().stream()
                .mapToLong(old -> currentOrganisation.in(
                        old.getKey(),
                        () -> inNew(() -> NativeSql.of(sql)
                                .set("time", time)
                                .set("rows", old.getValue())
                                .update())))
                .sum());
    }

    /** How many of the oldest rows each organisation has. */
    private Map<Long, Long> oldest(Instant time, String table, String column) {
        var sql = """
                select old.organisation_id, count(*) as old_rows from (
                select organisation_id from %1$s where %2$s < :time order by %2$s limit :rows) old
                group by old.organisation_id""".formatted(table, column);
        return currentOrganisation.everywhere(
                () -> NativeSql.everywhere(sql).set("time", time).set("rows", ROWS).list(Tuple.class).stream()
                        .collect(Collectors.toMap(
                                row -> number(row, "organisation_id"), row -> number(row, "old_rows"))));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
