package org.patchbay.conversations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.NativeSql;

/** The times at which something was said last, also among staff. */
public final class LastMessages {

    private static final String TIMES = """
            select id, timestampdiff(microsecond, '1970-01-01', last_at) micros from conversation force index (primary)
            where organisation_id = :organisation and id in (:conversations)""";

    private LastMessages() {}

    /** Of those of the conversations in which anything was said. */
    public static Map<Long, Instant> times(Collection<Long> conversations) {
        return NativeSql.of(TIMES).set("conversations", conversations).list(Tuple.class).stream()
                .collect(Collectors.toMap(
                        row -> number(row, "id"), row -> Instant.EPOCH.plus(number(row, "micros"), ChronoUnit.MICROS)));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
