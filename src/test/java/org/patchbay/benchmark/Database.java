package org.patchbay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.patchbay.testing.Servers;

import com.mysql.cj.jdbc.Driver;

/** A database of the benchmark's own, on the server that tests use, made empty. */
final class Database implements AutoCloseable {

    /** The prefix of every database made here; no other database is ever dropped. */
    private static final String PREFIX = "patchbay_benchmark";

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    static {
        // Its cleanup thread would outlive the class loader.
        System.setProperty("com.mysql.cj.disableAbandonedConnectionCleanup", "true");
    }

    private final String name;

    private Database(String name) {
        this.name = name;
    }

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Database fresh(String suffix) throws SQLException {
        var database = new Database(PREFIX + suffix);
        database.onServer(
                // As durable as in production, or measurements would flatter us; the local stack's default is less
                // durable.
                "set global innodb_flush_log_at_trx_commit = 1",
                "drop database if exists " + database.name,
                "create database " + database.name + " default character set utf8mb4");
        return database;
    }

    String name() {
        return name;
    }

    String url() {
        return Servers.jdbcUrl(name);
    }

    Connection connect() throws SQLException {
        return connect(name);
    }

    private static Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.put("user", Servers.databaseUser());
        login.put("password", Servers.databasePassword());
        login.put("cachePrepStmts", "true");
        login.put("connectionTimeZone", "UTC");
        login.put("forceConnectionTimeZoneToSession", "true");
        // Not by DriverManager, which does not see Maven's class loaders.
        var connection = new Driver().connect(Servers.jdbcUrl(database), login);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    <T> List<T> list(String sql, Row<T> row) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(row.of(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String sql) {
        return list(sql, row -> row.getLong(1)).getFirst();
    }

    String text(String sql) {
        return list(sql, row -> row.getString(1)).getFirst();
    }

    /** The server's process; nothing where it runs on another machine, or does not tell. */
    Optional<ProcessHandle> process() {
        var file = Path.of(text("select @@datadir")).resolve(text("select @@pid_file"));
        try {
            return Files.isReadable(file)
                            && text("select @@hostname")
                                    .equals(Files.readString(HOST_NAME).strip())
                    ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void execute(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    private void onServer(String... statements) throws SQLException {
        try (var connection = connect("");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        onServer("drop database if exists " + name);
    }
}
