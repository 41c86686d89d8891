package org.patchbay.sharding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Which organisations a statement names, by its text. A table is named where its column of the organisation equals a
 * value, or that of a table which is named: so a server that knows the shards of organisations finds the one.
 */
final class ShardedStatement {

    private final SqlTokens sql;
    private final ShardingSchema schema;
    private final List<Table> tables = new ArrayList<>();
    private final List<Equality> equalities = new ArrayList<>();

    /** Where it says that something equals something; read when all tables are known, as a query names them late. */
    private record Equality(int position, Block block) {}

    /** A table, or a query in place of one, as a statement names it. */
    private static final class Table {
        private final String name;
        private final @Nullable String column;
        private final Set<Table> equal = new HashSet<>();
        private final Set<Integer> values = new TreeSet<>();
        private final List<Block> queries = new ArrayList<>();
        private boolean named;

        private Table(String name, @Nullable String column) {
            this.name = name;
            this.column = column;
        }

        private boolean isOfNobody() {
            return column == null && queries.isEmpty();
        }
    }

    /** A query: its tables by their aliases, and those of the query around it. */
    private static final class Block {
        private final @Nullable Block around;
        private final Map<String, Table> byAlias = new HashMap<>();
        private final List<Table> own = new ArrayList<>();
        private final List<Block> inside = new ArrayList<>();

        private Block(@Nullable Block around) {
            this.around = around;
            if (around != null) {
                around.inside.add(this);
            }
        }

        private @Nullable Table find(String alias) {
            for (Block block = this; block != null; block = block.around) {
                var found = block.byAlias.get(alias);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }

    ShardedStatement(String text, ShardingSchema schema) {
        this.sql = new SqlTokens(text);
        this.schema = schema;
        read(0, sql.size(), new Block(null));
        equalities.forEach(each -> readEquality(each.position(), each.block()));
        spread();
    }

    /** The tables of organisations that it reads or writes without naming whose rows. */
    Set<String> unnamed() {
        var unnamed = new TreeSet<String>();
        for (var table : tables) {
            if (table.column != null && !table.named) {
                unnamed.add(table.name);
            }
        }
        return unnamed;
    }

    /** Whether it names no organisation at all. */
    boolean namesNone() {
        return tables.stream().allMatch(table -> table.values.isEmpty());
    }

    /** The tables of organisations that it reads or writes. */
    Set<String> tables() {
        var names = new TreeSet<String>();
        tables.stream().filter(table -> table.column != null).forEach(table -> names.add(table.name));
        return names;
    }

    /** @param parameter the value of a parameter, counted from 0 */
    Set<Long> organisations(IntFunction<Object> parameter) {
        var organisations = new TreeSet<Long>();
        for (var table : tables) {
            for (int position : table.values) {
                var value = sql.at(position).equals("?")
                        ? parameter.apply(sql.parameter(position))
                        : sql.at(position).replace("'", "");
                organisations.add(Long.parseLong(value.toString()));
            }
        }
        return organisations;
    }

    /** Reads a query, or several that a union joins. */
    private void read(int from, int to, Block around) {
        var block = new Block(around);
        boolean inTables = false;
        for (int i = from; i < to; i++) {
            switch (sql.at(i)) {
                case "(" -> {
                    int closing = sql.closing(i);
                    if (sql.opensAQuery(i)) {
                        read(i + 1, closing, block);
                        i = closing;
                    }
                }
                case "union" -> {
                    block = new Block(around);
                    inTables = false;
                }
                case "with" -> i = readCommonTables(i + 1, block);
                case "insert", "replace" -> {
                    if (i == from) {
                        i = readInsert(i, block);
                    }
                }
                case "update" -> {
                    if (i == from) {
                        i = readTable(i + 1, block);
                        inTables = true;
                    }
                }
                case "from", "join", "straight_join" -> {
                    i = readTable(i + 1, block);
                    inTables = true;
                }
                case "," -> {
                    if (inTables && depth(from, i) == 0) {
                        i = readTable(i + 1, block);
                    }
                }
                case "where", "set", "order", "group", "limit", "having", "for", "select" -> inTables = false;
                case "=" -> equalities.add(new Equality(i, block));
                default -> {
                    // Nothing else tells of organisations.
                }
            }
        }
    }

    private int depth(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            if (sql.is(i, "(")) {
                depth++;
            } else if (sql.is(i, ")")) {
                depth--;
            }
        }
        return depth;
    }

    /** @return the last position that belongs to the table */
    private int readTable(int position, Block block) {
        if (sql.is(position, "(")) {
            return sql.opensAQuery(position) ? readQuery(position, block) : readTable(position + 1, block);
        }
        var name = sql.at(position);
        int i = position;
        if (sql.is(i + 1, ".")) {
            i += 2;
            name += "." + sql.at(i);
        }
        if (sql.is(i + 1, "(")) {
            // A function in place of a table.
            return i;
        }
        var common = block.find("with " + name);
        var table = common != null ? common : new Table(name, schema.columns().get(name));
        return add(table, name, i + 1, block);
    }

    private int readQuery(int position, Block block) {
        int closing = sql.closing(position);
        var query = new Table("a query", null);
        int before = block.inside.size();
        read(position + 1, closing, block);
        query.queries.addAll(block.inside.subList(before, block.inside.size()));
        return add(query, "", closing + 1, block);
    }

    private int add(Table table, String name, int position, Block block) {
        int alias = sql.is(position, "as") ? position + 1 : position;
        boolean renamed = sql.isName(alias);
        block.byAlias.put(renamed ? sql.at(alias) : name, table);
        block.own.add(table);
        tables.add(table);
        return renamed ? alias : position - 1;
    }

    private int readCommonTables(int position, Block block) {
        int i = sql.is(position, "recursive") ? position + 1 : position;
        while (true) {
            var table = new Table("a common table", null);
            block.byAlias.put("with " + sql.at(i), table);
            i++;
            if (sql.is(i, "(")) {
                i = sql.closing(i) + 1;
            }
            // At "as".
            int closing = sql.closing(i + 1);
            int before = block.inside.size();
            read(i + 2, closing, block);
            table.queries.addAll(block.inside.subList(before, block.inside.size()));
            if (!sql.is(closing + 1, ",")) {
                return closing;
            }
            i = closing + 2;
        }
    }

    /** @return the last position before the query that is inserted, or the end of the values */
    private int readInsert(int position, Block block) {
        int name = position + 1;
        while (sql.is(name, "ignore", "into")) {
            name++;
        }
        var table = new Table(sql.at(name), schema.columns().get(sql.at(name)));
        tables.add(table);
        int columns = name + 1;
        int closing = sql.closing(columns);
        int index = indexOf(table.column, columns + 1, closing);
        if (index < 0) {
            // An organisation that is new has no number yet.
            table.named = "organisation".equals(table.name);
        } else if (sql.is(closing + 1, "values")) {
            int row = closing + 2;
            while (sql.is(row, "(")) {
                table.values.add(item(index, row + 1, sql.closing(row)));
                row = sql.closing(row) + 1;
                row = sql.is(row, ",") ? row + 1 : row;
            }
            return row - 1;
        } else {
            int item = item(index, closing + 2, sql.size());
            if (sql.isValue(item)) {
                table.values.add(item);
            } else {
                // Copied from a row that is read, whose organisation is named or not.
                table.queries.add(block);
            }
        }
        return closing;
    }

    private int indexOf(@Nullable String column, int from, int to) {
        int index = 0;
        for (int i = from; i < to; i++) {
            if (sql.at(i).equals(column)) {
                return index;
            }
            if (sql.is(i, ",")) {
                index++;
            }
        }
        return -1;
    }

    /** The position of one of the items that commas part. */
    private int item(int index, int from, int to) {
        int left = index;
        for (int i = from; i < to; i++) {
            if (left == 0) {
                return i;
            }
            if (sql.is(i, "(")) {
                i = sql.closing(i);
            } else if (sql.is(i, ",")) {
                left--;
            }
        }
        throw new IllegalArgumentException("no item " + index + " in " + sql);
    }

    private void readEquality(int position, Block block) {
        var left = organisationEndingAt(position - 1, block);
        var right = organisationBeginningAt(position + 1, block);
        if (left != null && right != null) {
            left.equal.add(right);
            right.equal.add(left);
        } else if (left != null && sql.isValue(position + 1)) {
            left.values.add(position + 1);
        } else if (right != null && sql.isValue(position - 1)) {
            right.values.add(position - 1);
        }
    }

    private @Nullable Table organisationEndingAt(int position, Block block) {
        return sql.is(position - 1, ".")
                ? qualified(sql.at(position - 2), sql.at(position), block)
                : unqualified(sql.at(position), block);
    }

    private @Nullable Table organisationBeginningAt(int position, Block block) {
        return sql.is(position + 1, ".")
                ? qualified(sql.at(position), sql.at(position + 2), block)
                : unqualified(sql.at(position), block);
    }

    private static @Nullable Table qualified(String alias, String column, Block block) {
        var table = block.find(alias);
        return table != null && isOrganisation(column, table) ? table : null;
    }

    private static @Nullable Table unqualified(String column, Block block) {
        return block.own.stream()
                .filter(table -> isOrganisation(column, table))
                .findFirst()
                .orElse(null);
    }

    /** A query in place of a table passes the column on under its usual name. */
    private static boolean isOrganisation(String column, Table table) {
        return column.equals(table.column == null ? "organisation_id" : table.column) && !table.isOfNobody();
    }

    /** A table is named with its equals, and a query in place of a table with all its tables. */
    private void spread() {
        tables.stream().filter(table -> !table.values.isEmpty()).forEach(table -> table.named = true);
        boolean more = true;
        while (more) {
            more = false;
            for (var table : tables) {
                if (!table.named && (table.equal.stream().anyMatch(other -> other.named) || isOfNamed(table))) {
                    table.named = true;
                    more = true;
                }
            }
        }
    }

    private static boolean isOfNamed(Table query) {
        return !query.queries.isEmpty() && query.queries.stream().allMatch(ShardedStatement::isNamed);
    }

    private static boolean isNamed(Block block) {
        return block.own.stream().allMatch(table -> table.named || table.isOfNobody())
                && block.inside.stream().allMatch(ShardedStatement::isNamed);
    }
}
