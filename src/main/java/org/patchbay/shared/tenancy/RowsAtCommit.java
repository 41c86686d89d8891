package org.patchbay.shared.tenancy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.patchbay.shared.persistence.BeforeCommit;
import org.patchbay.shared.persistence.BeforeCommit.Step;

/**
 * Rows that nothing in their transaction reads. They are inserted at its end, all of a table with one statement, and
 * so cost a transaction that does much hardly more than one that does little.
 */
public final class RowsAtCommit implements Runnable {

    private final Map<Table, List<List<?>>> rows = new LinkedHashMap<>();

    /** A table, and the columns that are written of it, without that of the organisation. */
    public record Table(String name, List<String> columns) {}

    private RowsAtCommit() {}

    /** Adds a row; a {@link java.util.function.LongSupplier} tells its number at the end. */
    public static void insert(Table table, List<?> row) {
        pending().rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
    }

    private static RowsAtCommit pending() {
        return BeforeCommit.collector(Step.ROWS, RowsAtCommit.class, RowsAtCommit::new);
    }

    @Override
    public void run() {
        rows.forEach((table, added) -> MultiRowSql.insert(table.name(), table.columns(), added));
    }
}
