package org.patchbay.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.patchbay.benchmark.BigCentre.Pool;

/** The matcher's statements: those that look for, lock or place agents and waiting tickets. */
final class MatcherWork {

    private static final int REPLAYS = 300;
    private static final Duration LOOK_AFTER_SEATS = Duration.ofSeconds(2);
    private static final String MATCHERS = "(%1$s like '%% seat %%' or %1$s like '%%skip locked%%')";

    private MatcherWork() {}

    /**
     * The cost of one decision.
     *
     * @param rows read from indexes and tables, as the server counts
     * @param micros of one connection that does nothing else
     */
    record Cost(int statements, double rows, double micros) {}

    /** The total over all connections of the application. */
    record Total(String statement, long executions, double millis, double rows) {

        String line() {
            return String.format(Locale.ROOT, "    %7d x %8.2f ms %8.1f rows  %s", executions, millis, rows, statement);
        }
    }

    /** Resets the counters. */
    static void forget(Database database) {
        database.execute("truncate performance_schema.prepared_statements_instances");
    }

    /** Averages since {@link #forget}; the most expensive first. */
    static List<Total> totals(Database database) {
        return database.list(
                "select left(s.sql_text, 90), sum(s.count_execute),"
                        + " sum(s.sum_timer_execute) / 1e9 / sum(s.count_execute), sum(s.sum_rows_examined) /"
                        + " sum(s.count_execute) from performance_schema.prepared_statements_instances s"
                        + " join performance_schema.threads t on t.thread_id = s.owner_thread_id"
                        + " where t.processlist_db = database() and s.count_execute > 0 group by 1"
                        + " order by sum(s.sum_timer_execute) desc limit 12",
                row -> new Total(row.getString(1), row.getLong(2), row.getDouble(3), row.getDouble(4)));
    }

    /** Rows that matchers' statements examined since {@link #forget}. */
    static double rows(Database database) {
        return database.list(
                        "select coalesce(sum(s.sum_rows_examined), 0)"
                                + " from performance_schema.prepared_statements_instances s"
                                + " join performance_schema.threads t on t.thread_id = s.owner_thread_id"
                                + " where t.processlist_db = database() and " + MATCHERS.formatted("s.sql_text"),
                        row -> row.getDouble(1))
                .getFirst();
    }

    /**
     * Has the application give a ticket to an agent, and repeats its matcher's statements, as the server's log has
     * them, over one connection, in a transaction where the ticket waits and the agent is free.
     */
    static Cost ofOne(Database database, Rest application, Pool pool) throws SQLException, InterruptedException {
        database.execute(
                "set global log_output = 'TABLE'", "truncate table mysql.general_log", "set global general_log = 'ON'");
        long ticket = application.post("/tickets", pool.ticket());
        awaitAssigned(database, ticket);
        database.execute("set global general_log = 'OFF'");
        var statements = database
                .list(
                        "select convert(argument using utf8mb4) from mysql.general_log where command_type = 'Execute'"
                                + " and " + MATCHERS.formatted("convert(argument using utf8mb4)")
                                + " and argument not like '%having ticket_id%' and argument not like '%from feed %'"
                                + " order by event_time",
                        row -> row.getString(1))
                .stream()
                .distinct()
                .toList();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            undo(statement, ticket);
            repeat(statement, statements, REPLAYS);
            double before = rowsRead(connection);
            double askingReads = rowsRead(connection) - before;
            before += askingReads;
            long start = System.nanoTime();
            repeat(statement, statements, REPLAYS);
            double micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
            double rows = rowsRead(connection) - before - askingReads;
            connection.rollback();
            return new Cost(statements.size(), rows / REPLAYS, micros / REPLAYS);
        }
    }

    static void awaitAssigned(Database database, long ticket) throws InterruptedException {
        for (int i = 0; database.number("select count(*) from assignment where ticket_id = " + ticket) == 0; i++) {
            if (i == 200) {
                throw new IllegalStateException("Ticket " + ticket + " is given to nobody");
            }
            Thread.sleep(50);
        }
    }

    /** Agents get the seats of a new pool a few at a time, beside other work. Then matchers look at all pools once. */
    static void awaitSeats(Database database) throws InterruptedException {
        for (int i = 0; database.number("select count(*) from stale_pool") > 0; i++) {
            if (i == 1_200) {
                throw new IllegalStateException("Agents have not got their seats");
            }
            Thread.sleep(50);
        }
        Thread.sleep(LOOK_AFTER_SEATS);
    }

    private static void undo(Statement statement, long ticket) throws SQLException {
        // No agent has been idle for longer: they come first, as they did.
        statement.execute("update agent a join assignment x on x.agent_id = a.id"
                + " set a.load_units = 0, a.idle_since = '2000-01-01' where x.ticket_id = " + ticket);
        statement.execute("update seat s join assignment x on x.agent_id = s.agent_id"
                + " set s.place = 0, s.idle_since = '2000-01-01' where x.ticket_id = " + ticket);
        statement.execute("update assignment set status = 'RELEASED' where ticket_id = " + ticket);
        statement.execute("update ticket set status = 'OPEN', agent_id = null where id = " + ticket);
    }

    private static void repeat(Statement statement, List<String> statements, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static double rowsRead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show session status like 'Handler_read%'")) {
            double sum = 0;
            while (rows.next()) {
                sum += rows.getDouble(2);
            }
            return sum;
        }
    }
}
