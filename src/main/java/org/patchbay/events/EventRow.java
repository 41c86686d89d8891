package org.patchbay.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * A row of {@code event}, as far as a query reads it. The table is read in SQL: its key is an organisation and a
 * number, and Hibernate allows no tenant column in a key.
 */
public record EventRow(Tuple columns) {

    /** The time, as a query selects it for {@link #at}: in microseconds, so that no time zone matters. */
    public static final String AT = at("event");

    /** As {@link #AT}, of a table that the query calls otherwise. */
    public static String at(String table) {
        return "timestampdiff(microsecond, '1970-01-01', " + table + ".at) as micros";
    }

    public @Nullable Long id(String column) {
        var number = columns.get(column, Number.class);
        return number == null ? null : number.longValue();
    }

    public @Nullable String text(String column) {
        return columns.get(column, String.class);
    }

    public long number() {
        return requireNonNull(id("number"));
    }

    public String type() {
        return requireNonNull(text("type"));
    }

    public Instant at() {
        return Instant.EPOCH.plus(requireNonNull(id("micros")), ChronoUnit.MICROS);
    }
}
