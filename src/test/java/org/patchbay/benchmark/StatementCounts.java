package org.patchbay.benchmark;

import java.util.List;
import java.util.Locale;

/** The statements that a database received most often while a load was measured. */
record StatementCounts(List<Statement> statements) {

    private static final int LISTED = 40;

    /** Executions of prepared statements are counted with these, and all others by digest. */
    private static final String EXECUTED = """
            select sum(executed) as executions, sum(picoseconds) / 1e9 / sum(executed), sum(examined) / sum(executed),
                text
            from (select s.count_execute as executed, s.sum_timer_execute as picoseconds,
                    s.sum_rows_examined as examined, left(s.sql_text, 800) as text
                from performance_schema.prepared_statements_instances s
                join performance_schema.threads t on t.thread_id = s.owner_thread_id
                where t.processlist_db = database()
                union all
                select count_star, sum_timer_wait, sum_rows_examined, left(digest_text, 800)
                from performance_schema.events_statements_summary_by_digest
                where schema_name = database()) as statements
            where executed > 0 group by text order by executions desc limit\s""" + LISTED;

    /**
     * One text.
     *
     * @param millis that one execution takes in MySQL
     * @param rows that one execution examines
     */
    record Statement(String text, long executions, double millis, double rows) {}

    static void forget(Database database) {
        database.execute(
                "truncate performance_schema.prepared_statements_instances",
                "truncate performance_schema.events_statements_summary_by_digest");
    }

    /** Since {@link #forget}, the most frequent first. */
    static StatementCounts read(Database database) {
        return new StatementCounts(database.list(
                EXECUTED,
                row -> new Statement(
                        row.getString(4).replaceAll("\\s+", " ").strip(),
                        row.getLong(1),
                        row.getDouble(2),
                        row.getDouble(3))));
    }

    /**
     * Prints how often each was executed for one of a number of things.
     *
     * @param per their name
     */
    void print(double number, String per) {
        System.out.printf("%n%10s        ms      rows  statement%n", per);
        for (var statement : statements) {
            System.out.printf(
                    Locale.ROOT,
                    "  %8.3f  %8.3f  %8.1f  %s%n",
                    statement.executions / number,
                    statement.millis,
                    statement.rows,
                    statement.text);
        }
    }
}
