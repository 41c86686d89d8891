package org.patchbay.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** A row of a table: its values by the names of their columns. Times are in microseconds, JSON is text. */
record Row(Map<String, Object> values) {

    boolean has(String column) {
        return values.get(column) != null;
    }

    long number(String column) {
        return ((Number) values.get(column)).longValue();
    }

    boolean is(String column) {
        return number(column) != 0;
    }

    String text(String column) {
        return (String) values.get(column);
    }

    Instant time(String column) {
        return Instant.EPOCH.plus(number(column), ChronoUnit.MICROS);
    }

    long id() {
        return number("id");
    }

    /** The same but for one value. */
    Row with(String column, Object value) {
        var changed = new HashMap<>(values);
        changed.put(column, value);
        return new Row(changed);
    }
}
