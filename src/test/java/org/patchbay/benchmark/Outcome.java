package org.patchbay.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The result of a load. Times to assignment are the database's: {@code assigned_at - opened_at}.
 *
 * @param tickets resolved per second
 * @param opening of POST /tickets as customers saw it
 * @param assignment from opened to assigned
 */
record Outcome(double tickets, Latencies opening, Latencies assignment) {

    /** @throws IllegalStateException where a ticket opened since {@code begin} was not served exactly once */
    static Outcome read(LoadedCentre centre, Instant begin, Instant from, Instant to, Latencies opening) {
        verify(centre, begin);
        var database = centre.database();
        var ofUs = " t.organisation_id = " + centre.organisation();
        long resolved =
                database.number("select count(*) from ticket t where" + ofUs + between("resolved_at", from, to));
        var assignment = database.list(
                "select timestampdiff(microsecond, t.opened_at, a.assigned_at) from ticket t join assignment a"
                        + " on a.organisation_id = t.organisation_id and a.ticket_id = t.id where" + ofUs
                        + between("opened_at", from, to),
                row -> row.getLong(1));
        double seconds = Duration.between(from, to).toNanos() / 1e9;
        return new Outcome(
                resolved / seconds, opening, Latencies.of(assignment.stream().mapToLong(Long::longValue)));
    }

    private static void verify(LoadedCentre centre, Instant begin) {
        var ofTheRun = " from ticket t where t.organisation_id = " + centre.organisation() + " and t.opened_at >= "
                + literal(begin);
        var assignments = "(select count(*) from assignment a where a.organisation_id = t.organisation_id"
                + " and a.ticket_id = t.id)";
        long wrong = centre.database()
                .number("select count(*)" + ofTheRun + " and (t.status <> 'RESOLVED' or " + assignments + " <> 1)");
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " tickets were not assigned once and resolved");
        }
        if (centre.database().number("select count(*) from agent where load_units <> 0") > 0) {
            throw new IllegalStateException("Agents hold something although everything is resolved");
        }
    }

    private static String between(String column, Instant from, Instant to) {
        return " and t." + column + " >= " + literal(from) + " and t." + column + " < " + literal(to);
    }

    private static String literal(Instant time) {
        return "'" + LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString().replace('T', ' ') + "'";
    }
}
