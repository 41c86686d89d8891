package org.patchbay.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Events have the next numbers once their transaction is committed. FeedOrderTest has many at the same time. */
@QuarkusTest
class EventLogTest {

    @Inject
    CurrentOrganisation currentOrganisation;

    @Inject
    Scheduler scheduler;

    private long organisation;
    private long before;

    @BeforeEach
    void found() {
        organisation = TestDatabase.count("select id from organisation where slug = '"
                + TestOrganisation.ofNewOrganisation().organisation() + "'");
        before = lastNumber();
    }

    @Test
    void eventsOfATransactionAreNumberedInTheOrderOfTheirAppending() {
        for (int size : List.of(1, 2, 8, 9, 31, 300)) {
            var appended = new ArrayList<AppendedEvent>();
            long first = lastNumber() + 1;
            inTransaction(() -> IntStream.range(0, size).forEach(i -> appended.add(EventLog.append(presence(i)))));
            assertEquals(
                    LongStream.range(first, first + size).boxed().toList(),
                    appended.stream().map(AppendedEvent::number).toList());
            assertEquals(
                    LongStream.range(0, size).mapToObj(i -> first + i + " " + i).toList(),
                    TestDatabase.list(
                            "select number, agent_id from event where organisation_id = " + organisation
                                    + " and number >= " + first + " order by number",
                            row -> row.getLong(1) + " " + row.getLong(2)));
            assertEquals(first + size - 1, lastNumber());
        }
    }

    @Test
    void everyColumnIsWritten() {
        var at = Instant.parse("2026-03-29T01:30:00.123456Z");
        inTransaction(() -> {
            EventLog.append(NewEvent.ofTicket(
                    organisation,
                    "MOVED",
                    new NewEvent.TicketState(1, "OPEN", 2, 3, 4L, 5, 6L),
                    7L,
                    new NewEvent.By(8, "Ada"),
                    "a remark",
                    at));
            EventLog.append(
                    NewEvent.ofPresence(organisation, 9, new NewEvent.PresenceState("AWAY", Set.of(11L, 10L)), at));
            EventLog.append(NewEvent.ofConfiguration(organisation, "QUEUE", at));
        });
        assertEquals(
                List.of(
                        "MOVED - 1 OPEN 2 3 4 5 7 6 - - 8 Ada a remark 2026-03-29 01:30:00.123456",
                        "PRESENCE - - - - - - - 9 - AWAY 10,11 - - - 2026-03-29 01:30:00.123456",
                        "CONFIGURATION QUEUE - - - - - - - - - - - - - 2026-03-29 01:30:00.123456"),
                TestDatabase.list("""
                        select concat_ws(' ', type, coalesce(about, '-'), coalesce(ticket_id, '-'),
                            coalesce(status, '-'), coalesce(customer_id, '-'), coalesce(group_id, '-'),
                            coalesce(left_group_id, '-'), coalesce(queue_id, '-'), coalesce(agent_id, '-'),
                            coalesce(holder_id, '-'), coalesce(presence, '-'), coalesce(agent_groups, '-'),
                            coalesce(actor_id, '-'), coalesce(actor_name, '-'), coalesce(remark, '-'), at)
                        from event where organisation_id = %d and number > %d order by number
                        """.formatted(organisation, before), row -> row.getString(1)));
    }

    @Test
    void whatIsRolledBackTakesNoNumber() {
        currentOrganisation.in(organisation, () -> {
            QuarkusTransaction.begin();
            EventLog.append(presence(1));
            QuarkusTransaction.rollback();
        });
        assertEquals(before, lastNumber());
    }

    @Test
    void aTransactionHasEventsOfOneOrganisationAndIsOne() {
        var event = presence(1);
        assertThrows(IllegalStateException.class, () -> EventLog.append(event));
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(() -> {
                    EventLog.append(event);
                    EventLog.append(NewEvent.ofConfiguration(organisation + 1, "QUEUE", Times.now()));
                }));
        assertEquals(before, lastNumber());
    }

    @Test
    void theLogCostsTwoStatementsHoweverManyEvents() {
        scheduler.pause();
        try {
            inTransaction(() -> EventLog.append(presence(0)));
            var sent = StatementLog.during(
                    () -> inTransaction(() -> IntStream.range(0, 8).forEach(i -> EventLog.append(presence(i)))));
            var ours = sent.stream()
                    .map(Sent::sql)
                    .filter(sql -> sql.matches("(?s).*(update feed set|insert into event).*"))
                    .filter(sql -> sql.contains(Long.toString(organisation)))
                    .toList();
            assertEquals(2, ours.size(), ours::toString);
            assertTrue(ours.getFirst().startsWith("update feed set"), ours::toString);
        } finally {
            scheduler.resume();
        }
    }

    private NewEvent presence(long agent) {
        return NewEvent.ofPresence(organisation, agent, new NewEvent.PresenceState("AVAILABLE", Set.of()), Times.now());
    }

    private void inTransaction(Runnable work) {
        currentOrganisation.in(organisation, () -> Transactions.inNew(work));
    }

    private long lastNumber() {
        return TestDatabase.count(
                "select coalesce(max(last_number), 0) from feed where organisation_id = " + organisation);
    }
}
