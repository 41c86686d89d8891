package org.patchbay.shared.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Inserts rows of an organisation, many with one statement, past Hibernate. Each number of rows is a text of its own,
 * which a connection keeps prepared: there are few of them, since many rows go by powers of two.
 */
public final class BulkInsert {

    /** Up to here rows go together, whatever their number. */
    private static final int EXACT = 8;

    private static final int MOST = 256;

    private final String head;
    private final String row;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();

    /** @param columns beside {@code organisation_id} */
    public BulkInsert(String table, String... columns) {
        head = "insert into %s (organisation_id, %s) values ".formatted(table, String.join(", ", columns));
        row = "(?" + ", ?".repeat(columns.length) + ")";
    }

    /**
     * Inserts rows in the transaction under way, in their order.
     *
     * @param rows the values of the columns: numbers, texts, {@link Instant}s and nulls
     */
    public void insert(long organisation, List<@Nullable Object[]> rows) {
        Panache.getSession().doWork(connection -> {
            int done = 0;
            while (done < rows.size()) {
                int size = together(rows.size() - done);
                insert(connection, organisation, rows.subList(done, done + size));
                done += size;
            }
        });
    }

    private static int together(int left) {
        return left <= EXACT ? left : Math.min(MOST, Integer.highestOneBit(left));
    }

    private void insert(Connection connection, long organisation, List<@Nullable Object[]> rows) throws SQLException {
        var text = texts.computeIfAbsent(rows.size(), size -> head + String.join(", ", Collections.nCopies(size, row)));
        try (var insert = connection.prepareStatement(text)) {
            int place = 1;
            for (var values : rows) {
                insert.setLong(place++, organisation);
                for (var value : values) {
                    insert.setObject(place++, stored(value));
                }
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant time ? LocalDateTime.ofInstant(time, ZoneOffset.UTC) : value;
    }
}
