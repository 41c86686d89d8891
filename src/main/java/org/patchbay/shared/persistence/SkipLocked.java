package org.patchbay.shared.persistence;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** Lets matchers take rows without waiting for one another. */
public final class SkipLocked {

    /** The hint that Hibernate takes for {@code skip locked}. */
    private static final String TIMEOUT = "-2";

    private SkipLocked() {}

    /** Locks the first row that is not locked by others; its key must be read in the requested order. */
    public static <T> Optional<T> first(PanacheQuery<T> query) {
        return some(query, 1).stream().findFirst();
    }

    /** As {@link #first}, so many of them. */
    public static <T> List<T> some(PanacheQuery<T> query, int size) {
        return query.withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", TIMEOUT)
                .page(0, size)
                .list();
    }
}
