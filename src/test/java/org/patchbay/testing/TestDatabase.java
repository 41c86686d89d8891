package org.patchbay.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Direct access to the database: assertions are about stored rows, not about responses. */
public final class TestDatabase {

    /** Tables that every test keeps: records of the past, and rows of all organisations. */
    private static final Set<String> KEPT = Set.of(
            "flyway_schema_history",
            "lock_probe",
            "organisation",
            "roster",
            "audit_chain",
            "audit_entry",
            "epoch",
            "feed");

    /** The rows of these tables that the first start did not make. */
    private static final Map<String, String> ADDED = Map.of(
            "account", "username not in ('admin', 'operator')",
            "event", "ticket_id is not null",
            "org_group", "parent_id is not null",
            "queue", "not is_default",
            "queue_member", "agent_id is not null or queue_id not in (select id from queue where is_default)");

    /** As the application does with each change: replicas remember configuration until then. */
    private static final String CONFIGURATION_CHANGED =
            "insert into epoch (organisation_id, value) select id, 1 from organisation"
                    + " on duplicate key update epoch.value = epoch.value + 1";

    private TestDatabase() {}

    /** Reads a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(Servers.jdbcUrl(), Servers.databaseUser(), Servers.databasePassword());
    }

    public static <T> List<T> list(String sql, Row<T> row) {
        return list(null, sql, row);
    }

    /** As {@link #list(String, Row)}, in another database of the same server. */
    public static <T> List<T> list(@Nullable String database, String sql, Row<T> row) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (database != null) {
                statement.execute("use " + database);
            }
            var list = new ArrayList<T>();
            var rows = statement.executeQuery(sql);
            while (rows.next()) {
                list.add(row.of(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static long count(String sql) {
        return list(sql, row -> row.getLong(1)).getFirst();
    }

    public static void execute(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Removes everything but the organisations, the first admin and the operator. A late request of a page that was
     * left may write between two statements; then they begin anew.
     */
    public static void clear() {
        Patience.await().ignoreException(IllegalStateException.class).until(() -> {
            deleteAll();
            return true;
        });
    }

    private static void deleteAll() {
        execute(
                "delete from assignment",
                "delete from message",
                "delete from draft",
                "delete from mention",
                "delete from participant",
                "delete from conversation",
                "delete from event where ticket_id is not null",
                "delete from decision",
                "delete from ticket_colleague",
                "delete from recording_listener",
                "delete from recording_pause",
                "delete from recording_chunk",
                "delete from recording_segment",
                "delete from recording",
                "delete from recording_notice",
                "delete from call_signal",
                "delete from media_line",
                "delete from call_leg",
                "delete from ticket_call",
                "delete from ticket",
                "delete from orders",
                "delete from customer",
                "delete from seat",
                "delete from agent_skill",
                "delete from agent_limit",
                "delete from queue_member where agent_id is not null",
                "delete from sign_of_life",
                "delete from agent",
                "delete from idempotency_key",
                "delete from sign_in_failure",
                "delete from account where username not in ('admin', 'operator')",
                CONFIGURATION_CHANGED);
    }

    /** Has replicas read again what a test changed of configuration by SQL. */
    public static void configurationChanged() {
        execute(CONFIGURATION_CHANGED);
    }

    /** Restores the organisations to their state after the first start, under running replicas: numbers go on. */
    public static void empty() {
        var statements = new ArrayList<String>();
        statements.add("set foreign_key_checks = 0");
        list("show tables", row -> row.getString(1)).stream()
                .filter(table -> !KEPT.contains(table))
                .sorted()
                .map(table -> "delete from " + table + " where " + ADDED.getOrDefault(table, "true"))
                .forEach(statements::add);
        statements.add("update organisation set isolates_tickets = false, isolates_customers = false,"
                + " isolates_agents = false");
        statements.add(CONFIGURATION_CHANGED);
        execute(statements.toArray(String[]::new));
    }

    /** Waits for a transaction in our database that is in a state such as {@code RUNNING} or {@code LOCK WAIT}. */
    public static void awaitTransaction(String state) {
        awaitTransactions(state, 1);
    }

    /**
     * As {@link #awaitTransaction}, for so many of them. MySQL repeats its last response to queries that come more
     * often than every 0.1 s.
     *
     * @return their connections
     */
    public static List<Long> awaitTransactions(String state, int many) {
        var sql = "select trx_mysql_thread_id from information_schema.innodb_trx join information_schema.processlist p"
                + " on p.id = trx_mysql_thread_id where p.db = database() and trx_state = '" + state + "'";
        return Patience.await()
                .pollInterval(Duration.ofMillis(200))
                .until(() -> list(sql, row -> row.getLong(1)), found -> found.size() >= many);
    }

    /** Ends every other connection to this database, as a failover or an impatient administrator would. */
    public static void killConnections() {
        var ids = list(
                "select id from information_schema.processlist where db = database() and id <> connection_id()",
                row -> row.getLong(1));
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (long id : ids) {
                try {
                    statement.execute("kill " + id);
                } catch (SQLException e) {
                    // It had ended by itself.
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
