package org.patchbay.shared;

import java.time.Instant;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Long work in short transactions, between any two of which a replica may stop. The next run does the rest. */
@ApplicationScoped
public class Batches {

    private static final int ROWS = 1_000;

    private final EntityManager entities;
    private final CurrentOrganisation currentOrganisation;
    private final Shutdown shutdown;

    Batches(EntityManager entities, CurrentOrganisation currentOrganisation, Shutdown shutdown) {
        this.entities = entities;
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
                () -> currentOrganisation.everywhere(
                        () -> entities.createNativeQuery("delete from " + table + " where " + column + " < ?1 limit ?2")
                                .setParameter(1, time)
                                .setParameter(2, ROWS)
                                .executeUpdate()));
    }
}
