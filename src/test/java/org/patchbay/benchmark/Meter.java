package org.patchbay.benchmark;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tells what happened between the beginning and the end of a measured time: how much processor time each process used,
 * and what the database counted. Warm-up and what follows are left out.
 */
final class Meter implements Load.Window {

    /** A user of processor time. */
    enum Party {
        APPLICATION("the application"),
        DATABASE("MySQL"),
        BROKER("the broker"),
        LOAD("the load generator");

        private final String title;

        Party(String title) {
            this.title = title;
        }
    }

    /** A counter of MySQL, over all connections. */
    enum Count {
        /**
         * With begins, commits and rollbacks. Where statements are sent together, each counts: there are never more
         * round trips than this.
         */
        STATEMENTS("statements that MySQL received"),
        /** Of transactions that wrote anything: InnoDB counts those whose undo log it closed. */
        COMMITS("commits that wrote"),
        ROWS("rows inserted, updated, deleted"),
        FLUSHES("flushes of the redo log");

        private final String title;

        Count(String title) {
            this.title = title;
        }
    }

    /** Lists the statements too: {@code -Dbenchmark.statements=true}. */
    private static final boolean LISTS_STATEMENTS = Boolean.getBoolean("benchmark.statements");

    private static final String TRANSACTIONS_THAT_WROTE = "trx_commits_insert_update";

    /**
     * {@code Questions} leaves out what prepares and resets statements, which are round trips as well. Closing one is
     * not answered.
     */
    private static final Map<String, Count> STATUS = Map.of(
            "Questions", Count.STATEMENTS,
            "Com_stmt_prepare", Count.STATEMENTS,
            "Com_stmt_reset", Count.STATEMENTS,
            "Innodb_rows_inserted", Count.ROWS,
            "Innodb_rows_updated", Count.ROWS,
            "Innodb_rows_deleted", Count.ROWS,
            "Innodb_os_log_fsyncs", Count.FLUSHES);

    private final Database database;
    private final Map<Party, List<ProcessHandle>> processes = new EnumMap<>(Party.class);
    private Reading before;
    private Reading after;
    private StatementCounts statements = new StatementCounts(List.of());

    private record Reading(long nanos, Map<Party, Duration> processor, Map<Count, Long> counts) {}

    /** @param applications which share the load; none where the database is measured alone */
    Meter(Database database, Application... applications) {
        this.database = database;
        // The monitor is off by default, and counting costs next to nothing.
        database.execute("set global innodb_monitor_enable = '" + TRANSACTIONS_THAT_WROTE + "'");
        processes.put(Party.LOAD, List.of(ProcessHandle.current()));
        database.process().ifPresent(mysqld -> processes.put(Party.DATABASE, List.of(mysqld)));
        if (applications.length > 0) {
            processes.put(
                    Party.APPLICATION,
                    List.of(applications).stream().map(Application::process).toList());
            Application.broker().ifPresent(broker -> processes.put(Party.BROKER, List.of(broker)));
        }
    }

    @Override
    public void begins() {
        if (LISTS_STATEMENTS) {
            StatementCounts.forget(database);
        }
        before = read();
    }

    @Override
    public void ends() {
        after = read();
        if (LISTS_STATEMENTS) {
            statements = StatementCounts.read(database);
        }
    }

    /**
     * Milliseconds of processor time a ticket; nothing where the process is on another machine.
     *
     * @param rate tickets a second
     */
    OptionalDouble processor(Party party, double rate) {
        return processes.containsKey(party)
                ? OptionalDouble.of(after.processor
                                .get(party)
                                .minus(before.processor.get(party))
                                .toNanos()
                        / 1e6
                        / tickets(rate))
                : OptionalDouble.empty();
    }

    /**
     * The sum of several parties; nothing where one of them is not known.
     *
     * @param rate tickets a second
     */
    OptionalDouble processor(double rate, Party... parties) {
        double sum = 0;
        for (var party : parties) {
            var one = processor(party, rate);
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    /** @param rate tickets a second */
    double count(Count what, double rate) {
        return (after.counts.get(what) - before.counts.get(what)) / tickets(rate);
    }

    /** Reports all of it. */
    void report(Report report, double rate) {
        for (var party : Party.values()) {
            processor(party, rate)
                    .ifPresent(millis -> report.value("processor time of " + party.title, millis, "ms/ticket"));
        }
        for (var what : Count.values()) {
            report.value(what.title, count(what, rate), "/ticket");
        }
        printStatements(rate, "a ticket");
    }

    /**
     * Prints the statements where they are listed.
     *
     * @param rate of the things by which they are counted, a second
     * @param per the name of these things
     */
    void printStatements(double rate, String per) {
        if (LISTS_STATEMENTS) {
            statements.print(tickets(rate), per);
        }
    }

    private double tickets(double rate) {
        return rate * (after.nanos - before.nanos) / 1e9;
    }

    private Reading read() {
        var processor = new EnumMap<Party, Duration>(Party.class);
        processes.forEach((party, all) -> processor.put(
                party,
                all.stream()
                        .map(process -> process.info().totalCpuDuration())
                        .flatMap(Optional::stream)
                        .reduce(Duration.ZERO, Duration::plus)));
        return new Reading(System.nanoTime(), processor, counts());
    }

    private Map<Count, Long> counts() {
        var counts = new EnumMap<Count, Long>(Count.class);
        // The tables of performance_schema leave out what begins with Com_.
        database.list("show global status", row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .filter(status -> STATUS.containsKey(status.getKey()))
                .forEach(status ->
                        counts.merge(STATUS.get(status.getKey()), Long.valueOf(status.getValue()), Long::sum));
        counts.put(
                Count.COMMITS,
                database.number("select count from information_schema.innodb_metrics where name = '"
                        + TRANSACTIONS_THAT_WROTE + "'"));
        return counts;
    }
}
