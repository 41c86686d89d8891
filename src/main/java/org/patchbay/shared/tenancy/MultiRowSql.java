package org.patchbay.shared.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Writes many rows of the current organisation with one statement, in the transaction under way. Hibernate would send
 * one for each row. Rows that Hibernate has in its session stay there as they were.
 */
public final class MultiRowSql {

    /** So many rows have a statement. */
    private static final int MOST_ROWS = 64;

    /** Up to here rows go together, whatever their number. */
    private static final int EXACT = 8;

    private static final String ORGANISATION = "organisation_id";

    private MultiRowSql() {}

    /**
     * Inserts rows. Of a {@link LongSupplier} the number is written that it tells now.
     *
     * @param columns those of each row, without that of the organisation
     * @return the ids that the database gave them, in their order; empty where it gives none
     */
    public static List<Long> insert(String table, List<String> columns, List<List<?>> rows) {
        return insert(CurrentOrganisation.id(), table, columns, rows);
    }

    /** As {@link #insert(String, List, List)}, into rows of an organisation that need not be the transaction's. */
    public static List<Long> insert(long organisation, String table, List<String> columns, List<List<?>> rows) {
        var ids = new ArrayList<Long>();
        for (var part : parts(rows)) {
            var sql = inserting(table, columns, part.size());
            Panache.getSession().doWork(connection -> ids.addAll(insert(connection, sql, organisation, part)));
        }
        return ids;
    }

    /**
     * Inserts rows, and changes those that are there by their key.
     *
     * @param change the assignments for the latter
     * @return how many there are, those that were changed counted twice
     */
    public static int insertOrUpdate(
            long organisation, String table, List<String> columns, List<List<?>> rows, String change) {
        int count = 0;
        for (var part : parts(rows)) {
            var sql = inserting(table, columns, part.size()) + " on duplicate key update " + change;
            count += Panache.getSession().doReturningWork(connection -> {
                try (var statement = connection.prepareStatement(sql)) {
                    set(statement, organisation, part);
                    return statement.executeUpdate();
                }
            });
        }
        return count;
    }

    /**
     * A row to change.
     *
     * @param values one for each column
     */
    public record Change(long key, List<?> values) {}

    /**
     * Changes columns of rows, each to values of its own.
     *
     * @param key the column that identifies a row in its organisation
     */
    public static void update(String table, String key, List<String> columns, List<Change> changes) {
        for (var part : parts(padded(changes))) {
            var choice = "case " + key + " when ? then ?".repeat(part.size()) + " end";
            var sql = "update " + table + " set "
                    + columns.stream().map(column -> column + " = " + choice).collect(Collectors.joining(", "))
                    + " where " + ORGANISATION + " = ? and " + key + " in (" + repeat("?", part.size()) + ")";
            Panache.getSession().doWork(connection -> update(connection, sql, columns.size(), part));
        }
    }

    /** A change that is repeated changes nothing more. */
    private static List<Change> padded(List<Change> changes) {
        var padded = new ArrayList<>(changes);
        while (Integer.bitCount(padded.size() % MOST_ROWS) > 1) {
            padded.add(padded.getLast());
        }
        return padded;
    }

    private static List<Long> insert(Connection connection, String sql, long organisation, List<List<?>> rows)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(statement, organisation, rows);
            statement.executeUpdate();
            var ids = new ArrayList<Long>();
            try (var keys = statement.getGeneratedKeys()) {
                while (keys.next()) {
                    ids.add(keys.getLong(1));
                }
            }
            return ids;
        }
    }

    private static void update(Connection connection, String sql, int columns, List<Change> changes)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            int place = 0;
            for (int column = 0; column < columns; column++) {
                for (var change : changes) {
                    statement.setLong(++place, change.key());
                    set(statement, ++place, change.values().get(column));
                }
            }
            statement.setLong(++place, CurrentOrganisation.id());
            for (var change : changes) {
                statement.setLong(++place, change.key());
            }
            statement.executeUpdate();
        }
    }

    private static String inserting(String table, List<String> columns, int rows) {
        return "insert into " + table + " (" + ORGANISATION + ", " + String.join(", ", columns) + ") values "
                + repeat("(" + repeat("?", columns.size() + 1) + ")", rows);
    }

    private static void set(PreparedStatement statement, long organisation, List<List<?>> rows) throws SQLException {
        int place = 0;
        for (var row : rows) {
            statement.setLong(++place, organisation);
            for (var value : row) {
                set(statement, ++place, value);
            }
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        statement.setObject(
                place,
                switch (value) {
                    case null -> null;
                    case LongSupplier later -> later.getAsLong();
                    case Instant time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC);
                    case Enum<?> constant -> constant.name();
                    default -> value;
                });
    }

    /** Parts of few rows, or of as many as a power of two: so there are few statements to be prepared. */
    private static <T> List<List<T>> parts(List<T> rows) {
        var parts = new ArrayList<List<T>>();
        int begun = 0;
        while (begun < rows.size()) {
            int left = rows.size() - begun;
            int size = left <= EXACT ? left : Math.min(MOST_ROWS, Integer.highestOneBit(left));
            parts.add(rows.subList(begun, begun + size));
            begun += size;
        }
        return parts;
    }

    private static String repeat(String what, int times) {
        return String.join(", ", Collections.nCopies(times, what));
    }
}
