package org.patchbay.testing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that reach our database during some work: MySQL's general log, which is one for the server. */
public final class StatementLog {

    private StatementLog() {}

    /** A statement as it ran, with its parameters filled in. */
    public record Sent(long connection, String sql) {}

    /** The statements in their order, of connections to our database that are still open at the end. */
    public static List<Sent> during(Runnable work) {
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute("set global log_output = 'TABLE'");
            statement.execute("truncate table mysql.general_log");
            statement.execute("set global general_log = 'ON'");
            try {
                work.run();
            } finally {
                statement.execute("set global general_log = 'OFF'");
            }
            var rows = statement.executeQuery("select thread_id, convert(argument using utf8mb4) from mysql.general_log"
                    + " where command_type in ('Execute', 'Query') and thread_id <> connection_id() and thread_id in"
                    + " (select id from information_schema.processlist where db = database()) order by event_time");
            var sent = new ArrayList<Sent>();
            while (rows.next()) {
                sent.add(new Sent(rows.getLong(1), rows.getString(2)));
            }
            return sent;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
