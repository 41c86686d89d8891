package org.patchbay.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Invariants of the database. */
final class Proof {

    private static final int FEW_DEADLOCKS = 3;

    private Proof() {}

    private record Ticket(long id, Instant assigned) {}

    /** When the search began, and when the ticket had been chosen. */
    private record Claim(long ticket, Instant began, Instant decided) {}

    static void everyTicketWasAssignedExactlyOnceAndResolved(int tickets) {
        assertEquals(tickets, TestDatabase.count("select count(*) from ticket"), "tickets");
        assertEquals(tickets, TestDatabase.count("select count(*) from ticket where status = 'RESOLVED'"), "resolved");
        assertEquals(
                tickets,
                TestDatabase.count("select count(*) from assignment where status = 'COMPLETED'"),
                "completed assignments");
        assertEquals(tickets, TestDatabase.count("select count(*) from assignment"), "assignments");
        assertEquals(
                tickets, TestDatabase.count("select count(distinct ticket_id) from assignment"), "assigned tickets");
        for (var type : List.of("OPENED", "ASSIGNED", "RESOLVED")) {
            assertEquals(
                    tickets,
                    TestDatabase.count("select count(distinct ticket_id) from event where type = '" + type + "'"),
                    type);
        }
        assertEquals(
                3L * tickets,
                TestDatabase.count("select count(*) from event where ticket_id is not null"),
                "lines of history");
    }

    /** The deadlocks of the database since its start. */
    static long deadlocks() {
        return TestDatabase.count("select count from information_schema.innodb_metrics where name = 'lock_deadlocks'");
    }

    /**
     * A wrong order of locks makes dozens. One in a thousand transactions MySQL makes by itself: of those that enter a
     * unique key beside entries that were just taken out, two may wait for each other.
     *
     * @param before {@link #deadlocks} when the work began
     */
    static void hardlyAnybodyDeadlocked(long before) {
        long deadlocks = deadlocks() - before;
        assertTrue(deadlocks <= FEW_DEADLOCKS, deadlocks + " deadlocks, of which the database's log tells");
    }

    /** Replays every assignment: the load that the intervals add up to never exceeds the capacity. */
    static void noAgentEverHeldMoreThanTheirCapacity() {
        var agents =
                TestDatabase.list("select id, capacity from agent", row -> new long[] {row.getLong(1), row.getLong(2)});
        for (var agent : agents) {
            var changes = new ArrayList<Change>();
            TestDatabase.list(
                            "select assigned_at, ended_at, units from assignment where agent_id = " + agent[0],
                            row -> List.of(
                                    new Change(row.getString(1), row.getInt(3)),
                                    new Change(row.getString(2) == null ? "9999" : row.getString(2), -row.getInt(3))))
                    .forEach(changes::addAll);
            changes.sort(Comparator.comparing(Change::at).thenComparing(Change::units));
            long load = 0;
            for (var change : changes) {
                load += change.units();
                assertTrue(load <= agent[1], "agent " + agent[0] + " held " + load + " at " + change.at());
            }
        }
        assertEquals(0, TestDatabase.count("""
                        select count(*) from agent a where load_units <> coalesce((
                            select sum(units) from assignment s
                            where s.agent_id = a.id and s.status in ('OFFERED', 'ACTIVE', 'WRAP_UP')), 0)
                        """), "agents whose load is not what they hold");
    }

    private record Change(String at, int units) {}

    static void nobodyIdlesWhileATicketWaits() {
        long free = TestDatabase.count("select count(*) from agent where presence = 'AVAILABLE'"
                + " and load_units < capacity and deleted_at is null");
        long waiting = TestDatabase.count("select count(*) from ticket where status = 'OPEN'");
        assertTrue(free == 0 || waiting == 0, free + " agents idle while " + waiting + " tickets wait");
    }

    /** Without a sweep: a match that is left when all tickets are there and this holds, is left for ever. */
    static void awaitNobodyIdlesWhileOneOf(int tickets) {
        Patience.await().untilAsserted(() -> {
            assertEquals(tickets, TestDatabase.count("select count(*) from ticket"), "tickets");
            nobodyIdlesWhileATicketWaits();
        });
    }

    /**
     * A search that begins when a ticket is there takes no younger one, unless another transaction holds its row. A
     * transaction that holds it to claim it began before. Only those that hold it in vain leave no trace, and there are
     * not more of them than matchers.
     *
     * @param opened when the opening of each ticket was answered
     */
    static void noTicketWasPassedOverMoreThan(int times, Map<Long, Instant> opened) {
        var byAge = claimsByTheAgeOfTickets();
        for (int rank = 0; rank < byAge.size(); rank++) {
            var claim = byAge.get(rank);
            var passing = byAge.subList(rank + 1, byAge.size()).stream()
                    .filter(other -> other.began().isAfter(opened.get(claim.ticket()))
                            && other.decided().isBefore(claim.began()))
                    .toList();
            assertTrue(passing.size() <= times, () -> claim + " was passed over by " + passing);
        }
    }

    private static List<Claim> claimsByTheAgeOfTickets() {
        return TestDatabase.list("""
                select t.id, d.micros, timestampdiff(microsecond, '1970-01-01', d.at) from ticket t
                join decision d on d.ticket_id = t.id and d.outcome = 'ASSIGNED'
                order by t.priority, t.opened_at, t.id
                """, row -> {
            var decided = Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS);
            return new Claim(row.getLong(1), decided.minus(row.getLong(2), ChronoUnit.MICROS), decided);
        });
    }

    /** In a backlog, as many tickets as there are matchers at work may change places, and no more. */
    static void ticketsWereAssignedByAgeUpTo(int matchers) {
        var byAge = byAge();
        var byAssignment = new ArrayList<>(byAge);
        byAssignment.sort(Comparator.comparing(Ticket::assigned));
        for (int rank = 0; rank < byAge.size(); rank++) {
            int place = byAssignment.indexOf(byAge.get(rank));
            assertTrue(
                    Math.abs(place - rank) <= matchers,
                    "the ticket of age rank " + rank + " was assigned in place " + place);
        }
    }

    private static List<Ticket> byAge() {
        return TestDatabase.list(
                """
                select t.id, min(a.assigned_at) from ticket t join assignment a on a.ticket_id = t.id
                group by t.id, t.priority, t.opened_at order by t.priority, t.opened_at, t.id
                """, row -> new Ticket(row.getLong(1), row.getTimestamp(2).toInstant()));
    }
}
