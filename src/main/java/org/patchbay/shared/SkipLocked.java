package org.patchbay.shared;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** How matchers take rows without waiting for one another. */
public final class SkipLocked {

    /** What Hibernate takes for {@code skip locked}. */
    private static final String TIMEOUT = "-2";

    private SkipLocked() {}

    /** The first row that nobody else has locked, locked; its key must be read in the order asked for. */
    public static <T> Optional<T> first(PanacheQuery<T> query) {
        return query
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", TIMEOUT)
                .page(0, 1)
                .list()
                .stream()
                .findFirst();
    }
}
