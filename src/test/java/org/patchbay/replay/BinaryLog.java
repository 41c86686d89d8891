package org.patchbay.replay;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.patchbay.testing.Servers;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.XidEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.CompatibilityMode;
import com.github.shyiko.mysql.binlog.event.deserialization.GtidEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.json.JsonBinary;

/** The commits to one database, by any client, in their order: MySQL's binary log, row by row. */
public final class BinaryLog {

    private static final Map<String, String> NEEDED =
            Map.of("log_bin", "ON", "binlog_format", "ROW", "binlog_row_image", "FULL", "binlog_row_metadata", "FULL");

    private final String database;
    private final Map<Long, TableMapEventData> tables = new HashMap<>();
    private final List<Transaction> committed = new ArrayList<>();
    private List<Change> changes = new ArrayList<>();
    private Instant committedAt;
    private String file;
    private long position;

    private BinaryLog(String database) {
        this.database = database;
    }

    /** The settings that the server lacks for its log to be read here; empty where it lacks none. */
    public static Optional<String> missing() {
        var settings =
                rows("show global variables where variable_name in ('" + String.join("', '", NEEDED.keySet()) + "')");
        return NEEDED.entrySet().stream()
                .filter(needed ->
                        settings.stream().noneMatch(row -> row.equals(List.of(needed.getKey(), needed.getValue()))))
                .map(needed -> needed.getKey() + " = " + needed.getValue())
                .sorted()
                .reduce((one, other) -> one + ", " + other);
    }

    /** Reads from now on, of a database made anew. */
    public static BinaryLog ofFresh(String database) {
        rows("drop database if exists " + database);
        rows("create database " + database + " default character set utf8mb4");
        var log = new BinaryLog(database);
        var last = rows("show binary logs").getLast();
        log.file = last.get(0);
        log.position = Long.parseLong(last.get(1));
        return log;
    }

    /** All commits until now. */
    public List<Transaction> read() {
        var server = URI.create(Servers.jdbcUrl().substring("jdbc:".length()));
        var client = new BinaryLogClient(
                server.getHost(),
                server.getPort() < 0 ? 3306 : server.getPort(),
                Servers.databaseUser(),
                Servers.databasePassword());
        var deserializer = new EventDeserializer();
        deserializer.setCompatibilityMode(CompatibilityMode.DATE_AND_TIME_AS_LONG_MICRO);
        // It tells when, also where transactions have no global name.
        deserializer.setEventDataDeserializer(EventType.ANONYMOUS_GTID, new GtidEventDataDeserializer());
        client.setEventDeserializer(deserializer);
        client.setBinlogFilename(file);
        client.setBinlogPosition(position);
        client.setBlocking(false);
        client.setKeepAlive(false);
        client.registerEventListener(this::on);
        try {
            client.connect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = client.getBinlogFilename();
        position = client.getBinlogPosition();
        return List.copyOf(committed);
    }

    private void on(Event event) {
        switch (event.getData()) {
            case GtidEventData begun ->
                committedAt = Instant.EPOCH.plus(begun.getImmediateCommitTimestamp(), ChronoUnit.MICROS);
            case TableMapEventData table -> tables.put(table.getTableId(), table);
            case WriteRowsEventData written -> written.getRows().forEach(row -> add(written.getTableId(), null, row));
            case UpdateRowsEventData updated ->
                updated.getRows().forEach(row -> add(updated.getTableId(), row.getKey(), row.getValue()));
            case DeleteRowsEventData deleted -> deleted.getRows().forEach(row -> add(deleted.getTableId(), row, null));
            case XidEventData end -> {
                if (!changes.isEmpty()) {
                    committed.add(new Transaction(committed.size(), committedAt, List.copyOf(changes)));
                    changes = new ArrayList<>();
                }
            }
            case null, default -> {
                // No data.
            }
        }
    }

    private void add(long tableId, Serializable[] before, Serializable[] after) {
        var table = tables.get(tableId);
        if (table.getDatabase().equals(database)) {
            changes.add(new Change(table.getTable(), row(table, before), row(table, after)));
        }
    }

    private static Row row(TableMapEventData table, Serializable @Nullable [] values) {
        if (values == null) {
            return null;
        }
        var names = table.getEventMetadata().getColumnNames();
        var row = new HashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            boolean json = ColumnType.byCode(table.getColumnTypes()[i] & 0xff) == ColumnType.JSON;
            row.put(names.get(i), json ? text(values[i]) : values[i]);
        }
        return new Row(row);
    }

    private static String text(@Nullable Serializable json) {
        try {
            return json == null ? null : JsonBinary.parseAsString((byte[]) json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(String sql) {
        try (var connection = DriverManager.getConnection(
                        Servers.jdbcUrl(""), Servers.databaseUser(), Servers.databasePassword());
                var statement = connection.createStatement()) {
            var rows = new ArrayList<List<String>>();
            if (statement.execute(sql)) {
                var result = statement.getResultSet();
                while (result.next()) {
                    rows.add(List.of(result.getString(1), result.getString(2)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
