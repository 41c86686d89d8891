package org.patchbay.shared.lifecycle;

import java.time.Instant;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

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
     * Deletes the rows of a table whose time is over, in all organisations.
     *
     * @param column of times, the first of an index
     */
    public void deleteBefore(Instant time, String table, String column) {
        run(
                ROWS,
                () -> currentOrganisation.everywhere(() -> NativeSql.everywhere(
                                "delete from %s where %s < :time limit :rows".formatted(table, column))
                        .set("time", time)
                        .set("rows", ROWS)
                        .update()));
    }
}
