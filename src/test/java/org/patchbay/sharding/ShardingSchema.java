package org.patchbay.sharding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The tables as {@code src/docs/vschema.json} tells of them.
 *
 * @param columns the column that names the organisation of a row, by table
 * @param shared the tables of no organisation
 * @param sequences the names of sequences of ids
 * @param counted the sequence of the column {@code id}, by table
 */
record ShardingSchema(
        Map<String, String> columns, Set<String> shared, Set<String> sequences, Map<String, String> counted) {

    private static final Path FILE = Path.of("src/docs/vschema.json");
    private static final String ORGANISATIONS = "patchbay";
    private static final String SHARED = "patchbay_shared";

    static ShardingSchema read() {
        try {
            var keyspaces = new ObjectMapper().readTree(FILE.toFile());
            var columns = new TreeMap<String, String>();
            var counted = new TreeMap<String, String>();
            keyspaces.path(ORGANISATIONS).path("tables").properties().forEach(table -> {
                columns.put(table.getKey(), primaryVindex(table.getValue()));
                var counter = table.getValue().path("auto_increment");
                if (!counter.isMissingNode()) {
                    counted.put(
                            table.getKey() + "." + counter.path("column").asText(),
                            counter.path("sequence").asText());
                }
            });
            var shared = new TreeSet<String>();
            var sequences = new TreeSet<String>();
            keyspaces.path(SHARED).path("tables").properties().forEach(table -> {
                if (table.getValue().path("type").asText().equals("sequence")) {
                    sequences.add(SHARED + "." + table.getKey());
                } else {
                    shared.add(table.getKey());
                }
            });
            return new ShardingSchema(columns, shared, sequences, counted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String primaryVindex(JsonNode table) {
        var vindex = table.path("column_vindexes").path(0);
        if (!vindex.path("name").asText().equals("organisation")) {
            throw new IllegalArgumentException("its first vindex is not that of the organisation: " + table);
        }
        return vindex.path("column").asText();
    }
}
