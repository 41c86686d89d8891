package org.patchbay.sharding;

import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** {@code src/docs/vschema.json} says where Vitess finds the rows of each table: it knows all, as MySQL does. */
@QuarkusTest
class ShardingSchemaTest {

    /** Vitess has these beside our tables: in them it finds the shard of an organisation by its name or host. */
    private static final Set<String> LOOKUPS = Set.of("organisation_host_name_lookup", "organisation_slug_lookup");

    private final ShardingSchema schema = ShardingSchema.read();

    @Test
    void everyTableIsShardedByItsOrganisationOrShared() {
        var columns = new TreeMap<String, String>();
        TestDatabase.list(
                "select table_name, column_name from information_schema.columns where table_schema = database()"
                        + " and (column_name = 'organisation_id'"
                        + " or table_name = 'organisation' and column_name = 'id')",
                row -> columns.put(row.getString(1), row.getString(2)));
        assertEquals(columns, new TreeMap<>(schema.columns()));

        var shared = new TreeSet<>(
                names("select table_name from information_schema.tables where table_schema = database()"));
        shared.removeAll(columns.keySet());
        shared.addAll(LOOKUPS);
        assertEquals(shared, new TreeSet<>(schema.shared()));
    }

    @Test
    void everyCountedIdHasASequence() {
        var counted = new TreeSet<>(names("select concat(table_name, '.', column_name) from information_schema.columns"
                + " where table_schema = database() and extra like '%auto_increment%'"));
        assertEquals(counted, new TreeSet<>(schema.counted().keySet()));
        assertEquals(
                new TreeSet<>(schema.sequences()),
                new TreeSet<>(schema.counted().values()));
    }

    private static Collection<String> names(String sql) {
        return TestDatabase.list(sql, row -> row.getString(1));
    }
}
