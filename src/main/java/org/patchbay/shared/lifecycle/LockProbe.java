package org.patchbay.shared.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/**
 * Looks at each start whether the database does what matching stands on: it locks rows, skips those that others locked,
 * and shows what was committed, no more and no less. Some servers take the words and do nothing of it.
 */
@ApplicationScoped
class LockProbe {

    private static final String FIRST = "select id from lock_probe order by id limit 1 for update skip locked";
    private static final String SAME = "select id from lock_probe where id = ? for update skip locked";
    private static final String ROUND = "select round from lock_probe where id = ?";
    private static final String NEXT_ROUND = "update lock_probe set round = round + 1 where id = ?";

    private final DataSource database;

    /** @param database the one of the application, with its settings */
    LockProbe(DataSource database) {
        this.database = database;
    }

    /** Runs before anything trusts a lock: a replica that fails here does not start. */
    void start(@Observes @Priority(2) StartupEvent event) throws SQLException {
        look();
    }

    /** @throws IllegalStateException where the database breaks a promise; it says which one */
    void look() throws SQLException {
        try (var first = database.getConnection();
                var second = database.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            try {
                look(first, second);
            } finally {
                first.rollback();
                second.rollback();
            }
        }
    }

    private static void look(Connection first, Connection second) throws SQLException {
        long locked = locked(first, FIRST)
                .orElseThrow(() -> refusal(first, "finds no row of lock_probe that nobody has locked"));
        if (locked(second, SAME, locked).isPresent()) {
            throw refusal(first, "takes \"for update\" and locks nothing: two agents would get one ticket");
        }
        long next = locked(second, FIRST)
                .orElseThrow(() -> refusal(first, "does not skip a locked row to the next one: matchers would stop"));
        long round = read(first, next);
        change(second, next);
        if (read(first, next) != round) {
            throw refusal(first, "shows what is not committed: it is not at READ COMMITTED");
        }
        second.commit();
        // By now another replica may have locked the row, and have changed it.
        if (read(first, next) <= round) {
            throw refusal(first, "hides what was committed: it is not at READ COMMITTED");
        }
    }

    private static OptionalLong locked(Connection connection, String sql, long... parameters) throws SQLException {
        try {
            return number(connection, sql, parameters);
        } catch (SQLException e) {
            var refusal = refusal(connection, "does not do \"for update skip locked\" (" + e.getMessage() + ")");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static long read(Connection connection, long id) throws SQLException {
        return number(connection, ROUND, id).orElseThrow();
    }

    private static void change(Connection connection, long id) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT_ROUND)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private static OptionalLong number(Connection connection, String sql, long... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static IllegalStateException refusal(Connection connection, String what) {
        return new IllegalStateException("Patchbay does not start on this database, which says that it is "
                + version(connection) + ", because it " + what
                + ". It needs MySQL 8.0 or newer with InnoDB: see src/docs/guide/scaling.md");
    }

    private static String version(Connection connection) {
        try {
            var server = connection.getMetaData();
            return server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
        } catch (SQLException e) {
            return "unknown";
        }
    }
}
