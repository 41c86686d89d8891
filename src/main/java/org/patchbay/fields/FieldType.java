package org.patchbay.fields;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The type of a field's values, which says how they are written in JSON. */
public enum FieldType {
    /** A text in one line. */
    TEXT,
    /** A number with at most 11 digits before the point and 4 behind it. */
    NUMBER,
    /** A text such as 2026-11-02. */
    DATE,
    /** One of the field's options. */
    CHOICE,
    /** true or false. */
    YES_NO;

    /** In characters, as the column has it. */
    static final int LONGEST_TEXT = 200;

    private static final int MOST_DIGITS = 11;
    private static final int MOST_DECIMALS = 4;

    /** Whether an organisation wrote all of its values, and none tells of a customer. */
    public boolean isOfTheHouse() {
        return switch (this) {
            case CHOICE, YES_NO -> true;
            case TEXT, NUMBER, DATE -> false;
        };
    }

    /**
     * A value as it is kept: a text, a number or a boolean, equal to what Jackson reads of it later; empty where it is
     * not of the type.
     *
     * @param json as Jackson reads it
     * @param options of a choice
     */
    Optional<Object> value(Object json, List<String> options) {
        return switch (this) {
            case TEXT -> text(json).map(text -> text);
            case NUMBER ->
                json instanceof Number number ? number(number.toString()).map(FieldType::asRead) : Optional.empty();
            case DATE -> text(json).flatMap(FieldType::date).map(LocalDate::toString);
            case CHOICE -> text(json).filter(options::contains).map(text -> text);
            case YES_NO -> json instanceof Boolean ? Optional.of(json) : Optional.empty();
        };
    }

    /** The value as conditions read it: a text, a double, a time or a boolean; the least of the type where unknown. */
    public Object fact(@Nullable Object value) {
        return switch (this) {
            case TEXT, CHOICE -> value == null ? "" : value;
            case NUMBER -> value == null ? 0.0 : ((Number) value).doubleValue();
            case DATE ->
                value == null
                        ? Instant.EPOCH
                        : LocalDate.parse((String) value)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant();
            case YES_NO -> value != null && (boolean) value;
        };
    }

    /** The number that a text writes, where it fits; trailing zeros are dropped. */
    static Optional<BigDecimal> number(String text) {
        try {
            var number = new BigDecimal(text);
            // Of a huge exponent nothing is computed.
            if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > 1_000) {
                return number.signum() == 0 ? Optional.of(BigDecimal.ZERO) : Optional.empty();
            }
            var shortest = number.stripTrailingZeros();
            return shortest.scale() > MOST_DECIMALS
                    ? Optional.empty()
                    : Optional.of(shortest.setScale(Math.max(0, shortest.scale())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Number asRead(BigDecimal number) {
        if (number.scale() > 0) {
            return number.doubleValue();
        }
        long whole = number.longValue();
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1000 && date.getYear() <= 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Object json) {
        return json instanceof String text && !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? Optional.of(text)
                : Optional.empty();
    }
}
