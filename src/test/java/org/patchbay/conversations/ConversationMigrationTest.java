package org.patchbay.conversations;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.OldDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Messages of a database of the release before have numbers in the conversation of their ticket afterwards. */
class ConversationMigrationTest {

    private static final OldDatabase DATABASE = new OldDatabase("patchbay_migrated_conversations");
    private static final String TICKET = """
            insert into ticket (id, organisation_id, group_id, queue_id, pool_id, channel, status, priority,
            customer_id, opened_at, updated_at, version) values (%d, 1, 3, 1, 1, 'CHAT', 'CLOSED', 3, 9,
            utc_timestamp(6), utc_timestamp(6), 1)""";

    @BeforeAll
    static void migrateADatabaseOfTheReleaseBefore() throws SQLException {
        DATABASE.make(
                "28",
                List.of(
                        "insert into customer (id, organisation_id, group_id, account_id, name, email, created_at,"
                                + " version) values (9, 1, 3, 5, 'Ada', 'ada@example.org', utc_timestamp(6), 0)",
                        TICKET.formatted(7),
                        TICKET.formatted(8),
                        TICKET.formatted(10),
                        "insert into event (organisation_id, number, type, at) values (1, -5, 'OPENED', now(6)),"
                                + " (1, 12, 'NOTED', now(6)), (1, 13, 'NOTED', now(6)), (1, 14, 'RELEASED', now(6))",
                        """
                        insert into message (organisation_id, event_number, ticket_id, audience, author_id, author_name,
                        text, at) values
                        (1, -5, 7, 'PUBLIC', 5, 'Ada', 'Hello?', '2026-11-01 00:00:01'),
                        (1, 12, 7, 'PUBLIC', 6, 'Bob', 'Hello!', '2026-11-01 00:00:02'),
                        (1, 13, 8, 'INTERNAL', 6, 'Bob', 'Psst', '2026-11-01 00:00:03'),
                        (1, 14, 7, 'INTERNAL', 6, null, null, '2026-11-01 00:00:04')"""));
        DATABASE.migrate("29");
    }

    @AfterAll
    static void removeIt() {
        DATABASE.remove();
    }

    @Test
    void messagesAreNumberedInTheOrderInWhichTheyWereSaid() {
        assertEquals(
                List.of(
                        "7 1 7 -5 PUBLIC 5 Ada 1 Hello?",
                        "7 2 7 12 PUBLIC 6 Bob 0 Hello!",
                        "7 3 7 14 INTERNAL 6 - 0 -",
                        "8 1 8 13 INTERNAL 6 Bob 0 Psst"),
                DATABASE.read("concat_ws(' ', conversation_id, number, ticket_id, event_number, audience, author_id,"
                        + " coalesce(author_name, '-'), by_customer, coalesce(text, '-'))"
                        + " from message order by conversation_id, number"));
    }

    @Test
    void conversationsGoOnBehindTheirLastMessage() {
        assertEquals(
                List.of("7 9 7 3 2 00:00:04 -", "8 9 8 1 0 00:00:03 -"),
                DATABASE.read("concat_ws(' ', id, customer_id, ticket_id, last_number, last_public_number,"
                        + " date_format(last_at, '%T'), coalesce(unanswered_since, '-'))"
                        + " from conversation order by id"));
    }
}
