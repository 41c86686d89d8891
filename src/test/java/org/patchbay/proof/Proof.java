package org.patchbay.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.patchbay.testing.Store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What must hold of the database, whatever happened. */
final class Proof {

    private Proof() {}

    private record Ticket(long id, Instant opened, Instant assigned) {}

    static void everyTicketWasAssignedExactlyOnceAndResolved(int tickets) {
        assertEquals(tickets, Store.count("select count(*) from ticket"), "tickets");
        assertEquals(tickets, Store.count("select count(*) from ticket where status = 'RESOLVED'"), "resolved");
        assertEquals(
                tickets,
                Store.count("select count(*) from assignment where status = 'COMPLETED'"),
                "completed assignments");
        assertEquals(tickets, Store.count("select count(*) from assignment"), "assignments");
        assertEquals(tickets, Store.count("select count(distinct ticket_id) from assignment"), "assigned tickets");
        for (var type : List.of("OPENED", "ASSIGNED", "RESOLVED")) {
            assertEquals(
                    tickets,
                    Store.count("select count(distinct ticket_id) from ticket_event where type = '" + type + "'"),
                    type);
        }
        assertEquals(3L * tickets, Store.count("select count(*) from ticket_event"), "lines of history");
    }

    /** Replays every assignment: the load that the intervals add up to never exceeds the capacity. */
    static void noAgentEverHeldMoreThanTheirCapacity() {
        var agents = Store.list("select id, capacity from agent", row -> new long[] {row.getLong(1), row.getLong(2)});
        for (var agent : agents) {
            var changes = new ArrayList<Change>();
            Store.list(
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
        assertEquals(0, Store.count("""
                        select count(*) from agent a where load_units <> coalesce((
                            select sum(units) from assignment s
                            where s.agent_id = a.id and s.status in ('OFFERED', 'ACTIVE', 'WRAP_UP')), 0)
                        """), "agents whose load is not what they hold");
    }

    private record Change(String at, int units) {}

    static void nobodyIdlesWhileATicketWaits() {
        long free = Store.count("select count(*) from agent where presence = 'AVAILABLE'"
                + " and load_units < capacity and deleted_at is null");
        long waiting = Store.count("select count(*) from ticket where status = 'OPEN'");
        assertTrue(free == 0 || waiting == 0, free + " agents idle while " + waiting + " tickets wait");
    }

    /**
     * A ticket can be overtaken only while a matcher or its own opening holds its row: for the length of a transaction,
     * not longer.
     */
    static void noTicketWasOvertakenForLongerThan(Duration transaction) {
        var firstOfTheYounger = Instant.MAX;
        for (var ticket : byAge().reversed()) {
            var overtakenSince = firstOfTheYounger;
            assertTrue(
                    ticket.assigned().minus(transaction).isBefore(overtakenSince),
                    () -> "ticket " + ticket.id() + " was assigned at " + ticket.assigned() + ", a younger one at "
                            + overtakenSince);
            firstOfTheYounger = ticket.assigned().isBefore(firstOfTheYounger) ? ticket.assigned() : firstOfTheYounger;
        }
    }

    /** Of a backlog: as many tickets as there are matchers at work may change places, and no more. */
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
        return Store.list(
                """
                select t.id, t.opened_at, min(a.assigned_at) from ticket t join assignment a on a.ticket_id = t.id
                group by t.id, t.priority, t.opened_at order by t.priority, t.opened_at, t.id
                """,
                row -> new Ticket(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()));
    }
}
