package org.patchbay.events;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.OldDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A database of the release before, with rows of every kind, has them in the log of events afterwards. */
class EventMigrationTest {

    private static final OldDatabase DATABASE = new OldDatabase("patchbay_migrated");

    /** Its feed knows the last lines. */
    private static final Written KNOWN = new Written(1);
    /** Its feed was emptied. */
    private static final Written FORGOTTEN = new Written(2);
    /** It never had a feed. */
    private static final Written NEW = new Written(3);
    /** Its messages stand in histories. */
    private static final Written OLD = new Written(4);
    /** Its ticket was erased. */
    private static final Written ERASED = new Written(5);

    /** The rows of an organisation with one ticket, as the release before wrote them. */
    private record Written(long organisation, List<String> rows) {

        Written(long organisation) {
            this(organisation, new ArrayList<>());
            rows.add("insert into organisation (id, slug, name, created_at)"
                    + " values (%1$d, 'one%1$d', 'One', utc_timestamp(6))".formatted(organisation));
        }

        Written ticket(String erasedAt) {
            rows.add(("insert into ticket (id, organisation_id, group_id, queue_id, pool_id, channel, status, priority,"
                            + " customer_id, opened_at, updated_at, erased_at, version) values (%1$d, %1$d, 3, 1, 1,"
                            + " 'CHAT', 'CLOSED', 3, 1, utc_timestamp(6), utc_timestamp(6), %2$s, 1)")
                    .formatted(organisation, erasedAt));
            return this;
        }

        Written line(long id, String type, Integer actor, String name, String note, String second) {
            rows.add(("insert into ticket_event (id, organisation_id, ticket_id, type, status, actor_id, actor_name,"
                            + " note, at) values (%2$d, %1$d, %1$d, '%3$s', 'OPEN', %4$s, %5$s, %6$s, %7$s)")
                    .formatted(organisation, id(id), type, actor, name, note, at(second)));
            return this;
        }

        Written message(long line, long author, String name, String text, String second) {
            rows.add(("insert into message (organisation_id, ticket_id, event_id, audience, author_id, author_name,"
                            + " text, at) values (%1$d, %1$d, %2$d, 'PUBLIC', %3$d, %4$s, %5$s, %6$s)")
                    .formatted(organisation, id(line), author, name, text, at(second)));
            return this;
        }

        Written feed(long last) {
            rows.add("insert into feed values (%d, %d)".formatted(organisation, last));
            return this;
        }

        Written told(long number, String type, boolean ofTicket, String second) {
            rows.add(("insert into feed_event (organisation_id, number, type, ticket_id, group_id, at)"
                            + " values (%d, %d, '%s', %s, 3, %s)")
                    .formatted(organisation, number, type, ofTicket ? organisation : null, at(second)));
            return this;
        }

        Written outbox(String type, boolean ofTicket, String second) {
            rows.add("insert into outbox (organisation_id, type, ticket_id, group_id, at) values (%d, '%s', %s, 3, %s)"
                    .formatted(organisation, type, ofTicket ? organisation : null, at(second)));
            return this;
        }

        private long id(long line) {
            return 100 * organisation + line;
        }

        private static String at(String second) {
            return "'2026-11-01 00:00:" + second + "'";
        }
    }

    @BeforeAll
    static void migrateADatabaseOfTheReleaseBefore() throws SQLException {
        write();
        DATABASE.make(
                "21",
                Stream.of(KNOWN, FORGOTTEN, NEW, OLD, ERASED)
                        .flatMap(written -> written.rows().stream())
                        .toList());
        DATABASE.migrate("23");
    }

    @AfterAll
    static void removeIt() {
        DATABASE.remove();
    }

    private static void write() {
        KNOWN.feed(44)
                .ticket(null)
                // The feed forgot numbers up to 40, these two among them.
                .line(1, "OPENED", 5, "'Ada'", null, "01")
                .line(2, "ASSIGNED", null, null, null, "02")
                .line(3, "RELEASED", 5, "'Ada'", null, "03")
                .line(4, "NOTED", 5, "'Ada'", null, "04")
                // Alike, and told in their order.
                .line(5, "NOTED", 6, "'Bob'", null, "04")
                .told(41, "PRESENCE", false, "03")
                .told(42, "RELEASED", true, "03")
                .told(43, "NOTED", true, "04")
                .told(44, "NOTED", true, "04")
                // Stopped before anybody numbered these.
                .line(6, "CANCELLED", null, null, "'by the system'", "05")
                .outbox("CANCELLED", true, "05")
                .outbox("CONFIGURATION", false, "06");
        FORGOTTEN
                .feed(9)
                .ticket(null)
                .line(1, "OPENED", 5, "'Ada'", null, "01")
                .line(2, "RELAXED", null, null, null, "02");
        NEW.outbox("CONFIGURATION", false, "06");
        OLD.ticket(null)
                .line(1, "OPENED", 5, "'Ada'", "'It is broken'", "01")
                .line(2, "NOTED_INTERNALLY", 6, "'Bob'", "'The third'", "02")
                .line(3, "REQUEUED", 6, "'Bob'", "'Back: to you: to French'", "03")
                .line(4, "REQUEUED", null, null, "'Too long: to Other'", "04")
                .line(5, "PRIORITISED", 6, "'Bob'", "'HIGH'", "05")
                .line(6, "RATED", 5, "'Ada'", "'4: Quick: thanks'", "06")
                .line(7, "RATED", 5, "'Ada'", "'5'", "07")
                .line(8, "TAGGED", 6, "'Bob'", "'+VIP: to do'", "08")
                // These have a message already.
                .line(9, "NOTED", 6, "'Bob'", null, "09")
                .message(9, 6, "'Bob'", "'Hello'", "09")
                .line(10, "RATED", 5, "'Ada'", "'1'", "10")
                .message(10, 5, "'Ada'", "'No'", "10")
                .rows()
                .add("insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)"
                        + " values (4, 'move-messages', 0, 0, utc_timestamp(6), utc_timestamp(6), 0)");
        ERASED.ticket("utc_timestamp(6)")
                .line(1, "OPENED", 5, null, null, "01")
                // Written by a replica that knew of messages, erased by one that did not.
                .message(1, 5, "'Ada'", "'It is broken'", "01")
                .line(2, "NOTED", 6, "'Bob'", null, "02")
                .message(2, 6, "'Bob'", "'Sorry, Ada'", "02")
                .line(3, "RATED", 5, null, "'4'", "03");
    }

    @Test
    void linesKeepTheNumbersOfTheFeedAndOlderOnesComeFarBelow() {
        assertEquals(
                List.of(
                        "-999961 OPENED 1 5 Ada - -",
                        "-999960 ASSIGNED 1 - - - -",
                        "41 PRESENCE - - - - 3",
                        "42 RELEASED 1 5 Ada - 3",
                        "43 NOTED 1 5 Ada - 3",
                        "44 NOTED 1 6 Bob - 3",
                        "45 CANCELLED 1 - - by the system 3",
                        "46 CONFIGURATION - - - - 3"),
                events(KNOWN));
    }

    @Test
    void feedsGoOnBehindWhatTheyTold() {
        assertEquals(List.of("-999992 OPENED 2 5 Ada - -", "-999991 RELAXED 2 - - - -"), events(FORGOTTEN));
        assertEquals(List.of("1 CONFIGURATION - - - - 3"), events(NEW));
        assertEquals(
                List.of("1 46 0", "2 9 0", "3 1 0"),
                DATABASE.read("concat_ws(' ', organisation_id, last_number, purged_number)"
                        + " from feed order by organisation_id"));
    }

    @Test
    void messagesThatStoodInHistoriesStandBesideThem() {
        assertEquals(
                List.of(
                        "OPENED - / PUBLIC 5 Ada It is broken",
                        "NOTED_INTERNALLY - / INTERNAL 6 Bob The third",
                        "REQUEUED French / INTERNAL 6 Bob Back: to you",
                        "REQUEUED Too long: to Other /",
                        "PRIORITISED HIGH /",
                        "RATED 4 / PUBLIC 5 Ada Quick: thanks",
                        "RATED 5 /",
                        "TAGGED +VIP: to do /",
                        "NOTED - / PUBLIC 6 Bob Hello",
                        "RATED 1 / PUBLIC 5 Ada No"),
                DATABASE.read("""
                        concat_ws(' ', e.type, coalesce(e.remark, '-'), '/', m.audience, m.author_id, m.author_name,
                        m.text) from event e left join message m on m.organisation_id = e.organisation_id
                        and m.event_number = e.number and m.ticket_id = e.ticket_id and m.at = e.at
                        where e.organisation_id = 4 order by e.number"""));
        assertEquals(List.of(), DATABASE.read("kind from timer"));
    }

    @Test
    void aTicketThatMovedKnowsSinceWhenItWaits() {
        assertEquals(
                List.of("4 00:00:04"),
                DATABASE.read("concat_ws(' ', id, date_format(requeued_at, '%T')) from ticket"
                        + " where requeued_at is not null"));
    }

    @Test
    void whatIsErasedStaysErased() {
        assertEquals(
                List.of("OPENED 5 - -", "NOTED 6 Bob -", "RATED 5 - 4"),
                DATABASE.read("concat_ws(' ', type, actor_id, coalesce(actor_name, '-'), coalesce(remark, '-'))"
                        + " from event where organisation_id = 5 order by number"));
        assertEquals(
                List.of("5 - -", "6 Bob -"),
                DATABASE.read("concat_ws(' ', author_id, coalesce(author_name, '-'), coalesce(text, '-'))"
                        + " from message where organisation_id = 5 order by event_number"));
    }

    private static List<String> events(Written of) {
        return DATABASE.read("concat_ws(' ', number, type, coalesce(ticket_id, '-'), coalesce(actor_id, '-'),"
                + " coalesce(actor_name, '-'), coalesce(remark, '-'), coalesce(group_id, '-'))"
                + " from event where organisation_id = " + of.organisation() + " order by number");
    }
}
