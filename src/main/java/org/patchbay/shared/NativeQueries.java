package org.patchbay.shared;

import java.util.List;

import jakarta.persistence.Query;

/**
 * The results of native queries of one column of numbers. Those queries do not say {@code Long.class}: Hibernate 7.1
 * would keep a plan for each call (its {@code ImplicitResultClassBuilder} equals nothing but itself), until the plans
 * of all other queries had been evicted.
 */
public final class NativeQueries {

    private NativeQueries() {}

    public static List<Long> longs(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(number -> ((Number) number).longValue()).toList();
    }
}
