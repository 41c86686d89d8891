package org.patchbay.tickets;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Servers;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/** Messages are kept beside the history of a ticket, which reads as if they stood in it. */
@QuarkusTest
class MessagesTest {

    private static final String OTHER_DATABASE = "patchbay_migrated";

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person supervisor;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.agent();
        supervisor = house.supervisor();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void theHistoryKeepsWhatBecameOfATicketAndMessagesKeepWhatWasSaid() {
        long ticket = discussed();

        assertKeptApart(ticket);
        assertEquals(
                List.of(
                        "OPENED It is broken",
                        "NOTED Have you tried another bulb?",
                        "NOTED_INTERNALLY The third one this week",
                        "PENDED Which bulb: E14 or E27?",
                        "RESUMED Both",
                        "PRIORITISED HIGH",
                        "REQUEUED She asks: in French: to French",
                        "TAGGED +VIP",
                        "FIELDS_SET serial_number label",
                        "RESOLVED A new one is on its way",
                        "RATED 4: Quick: thanks",
                        "RATED 5"),
                told(supervisor, ticket));
        assertEquals(
                List.of(
                        "OPENED It is broken",
                        "NOTED Have you tried another bulb?",
                        "PENDED Which bulb: E14 or E27?",
                        "RESUMED Both",
                        "RESOLVED A new one is on its way",
                        "RATED 4: Quick: thanks",
                        "RATED 5"),
                told(customer, ticket));
    }

    @Test
    void aHistoryThatIsOlderThanMessagesReadsTheSameBeforeItIsMovedAndAfterwards() {
        long ticket = discussed();
        var before = histories(ticket);
        TestDatabase.execute(
                "update ticket_event e join message m on m.event_id = e.id set e.note = case e.type"
                        + " when 'RATED' then concat(e.note, ': ', m.text)"
                        + " when 'REQUEUED' then concat(m.text, ': to ', e.note) else m.text end"
                        + " where e.ticket_id = " + ticket,
                "delete from message where ticket_id = " + ticket);
        assertEquals(before, histories(ticket));

        move(ticket);
        assertKeptApart(ticket);
        assertEquals(before, histories(ticket));

        move(ticket);
        assertKeptApart(ticket);
    }

    @Test
    void whatAReplicaOfTheReleaseBeforeErasedIsErasedWithItsMessages() {
        long ticket = discussed();
        TestDatabase.execute(
                "update ticket set erased_at = utc_timestamp(6), note = null, rating_comment = null where id = "
                        + ticket,
                "update ticket_event set note = null where ticket_id = " + ticket,
                "update ticket_event set actor_name = null where actor_id = " + customer.account() + " and ticket_id = "
                        + ticket);

        move(ticket);
        assertEquals(
                List.of("PUBLIC null null"),
                messages(ticket, "author_id = " + customer.account()).stream()
                        .distinct()
                        .toList());
        assertEquals(
                List.of("INTERNAL " + supervisor.name() + " null", "PUBLIC " + supervisor.name() + " null"),
                messages(ticket, "author_id = " + supervisor.account()));
        assertEquals(0, TestDatabase.count("select count(text) from message where ticket_id = " + ticket));
    }

    /** The previous release runs beside the new schema: what it reads is there, and somebody will move it. */
    @Test
    void theSchemaTakesNothingFromTheReleaseBefore() throws SQLException {
        migrate("17");
        try (var connection = DriverManager.getConnection(
                        Servers.jdbcUrl(OTHER_DATABASE), Servers.databaseUser(), Servers.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            statement.execute("insert into organisation (id, slug, name, created_at) values"
                    + " (1, 'old', 'Old', utc_timestamp(6)), (2, 'new', 'New', utc_timestamp(6))");
            statement.execute("insert into ticket (id, organisation_id, group_id, queue_id, pool_id, channel, status,"
                    + " priority, customer_id, opened_at, updated_at, version)"
                    + " values (7, 1, 1, 1, 1, 'CHAT', 'PENDING', 3, 1, utc_timestamp(6), utc_timestamp(6), 1)");
            statement.execute("insert into ticket_event (id, organisation_id, ticket_id, type, status, actor_id,"
                    + " actor_name, note, at)"
                    + " values (8, 1, 7, 'PENDED', 'PENDING', 1, 'Ada', 'Which?', utc_timestamp(6))");
        }
        migrate("18");
        assertEquals(
                List.of("8 7 PENDED Which?"),
                TestDatabase.list(
                        OTHER_DATABASE,
                        "select concat_ws(' ', id, ticket_id, type, note) from ticket_event",
                        row -> row.getString(1)));
        assertEquals(
                List.of("1 0"),
                TestDatabase.list(
                        OTHER_DATABASE,
                        "select concat_ws(' ', organisation_id, subject_id) from timer where kind = 'move-messages'",
                        row -> row.getString(1)));
        TestDatabase.execute("drop database " + OTHER_DATABASE);
    }

    private static void migrate(String version) {
        var flyway = Flyway.configure()
                .dataSource(Servers.jdbcUrl(OTHER_DATABASE), Servers.databaseUser(), Servers.databasePassword())
                .cleanDisabled(false)
                .target(version)
                .load();
        if (version.equals("17")) {
            flyway.clean();
        }
        flyway.migrate();
    }

    /** @return a ticket of which everybody said something, in every way there is */
    private long discussed() {
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(customer, house.order(customer), Map.of("note", "It is broken"));
        house.awaitHeldBy(agent, ticket);
        say(agent, ticket, "notes", Map.of("note", "Have you tried another bulb?"));
        say(agent, ticket, "notes", Map.of("note", "The third one this week", "internal", true));
        say(agent, ticket, "pend", Map.of("note", "Which bulb: E14 or E27?"));
        say(customer, ticket, "resume", Map.of("note", "Both"));
        house.awaitHeldBy(agent, ticket);
        put(supervisor, ticket, "priority", Map.of("priority", "HIGH"));
        put(supervisor, ticket, "queue", Map.of("queueId", house.queue("French"), "note", "She asks: in French"));
        say(supervisor, ticket, "tags", Map.of("add", List.of(house.tag("VIP"))));
        house.field("serial_number", "TEXT");
        put(supervisor, ticket, "fields", Map.of("fields", Map.of("serial_number", "SN-1")));
        say(supervisor, ticket, "resolve", Map.of("note", "A new one is on its way"));
        put(customer, ticket, "rating", Map.of("score", 4, "comment", "Quick: thanks"));
        put(customer, ticket, "rating", Map.of("score", 5));
        return ticket;
    }

    private void assertKeptApart(long ticket) {
        assertEquals(
                List.of(
                        "PUBLIC " + customer.name() + " It is broken",
                        "PUBLIC " + agent.name() + " Have you tried another bulb?",
                        "INTERNAL " + agent.name() + " The third one this week",
                        "PUBLIC " + agent.name() + " Which bulb: E14 or E27?",
                        "PUBLIC " + customer.name() + " Both",
                        "INTERNAL " + supervisor.name() + " She asks: in French",
                        "PUBLIC " + supervisor.name() + " A new one is on its way",
                        "PUBLIC " + customer.name() + " Quick: thanks"),
                messages(ticket, "true"));
        assertEquals(
                List.of(
                        "PRIORITISED HIGH",
                        "REQUEUED French",
                        "TAGGED +VIP",
                        "FIELDS_SET serial_number label",
                        "RATED 4",
                        "RATED 5"),
                TestDatabase.list(
                        "select concat(type, ' ', note) from ticket_event where note is not null and ticket_id = "
                                + ticket + " order by id",
                        row -> row.getString(1)));
    }

    private static List<String> messages(long ticket, String condition) {
        return TestDatabase.list(
                "select audience, author_name, text from message where ticket_id = " + ticket + " and " + condition
                        + " order by event_id",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
    }

    /** Each line that has a note. */
    private static List<String> told(Person reader, long ticket) {
        return history(reader, ticket).stream()
                .filter(event -> event.get("note") != null)
                .map(event -> event.get("type") + " " + event.get("note"))
                .toList();
    }

    /** As everybody reads it. */
    private List<List<Map<String, ?>>> histories(long ticket) {
        return List.of(
                history(supervisor, ticket),
                history(agent, ticket),
                history(customer, ticket),
                agent.reads("/me/events").getList("$"));
    }

    private static List<Map<String, ?>> history(Person reader, long ticket) {
        return reader.reads("/tickets/{id}/events", ticket).getList("items");
    }

    /** Does what a migration has a timer do. */
    private static void move(long ticket) {
        TestDatabase.execute("insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)"
                + " select organisation_id, 'move-messages', id - 1, 0, utc_timestamp(6), utc_timestamp(6), 0"
                + " from ticket where id = " + ticket);
        await().until(
                        () -> TestDatabase.count(
                                "select count(*) from timer where kind = 'move-messages' and subject_id = "
                                        + (ticket - 1)),
                        is(0L));
    }

    private static void say(Person who, long ticket, String step, Map<String, ?> body) {
        who.sends(body)
                .header("Idempotency-Key", TestOrganisation.unique(step))
                .post(API + "/tickets/{id}/{step}", ticket, step)
                .then()
                .statusCode(200);
    }

    private static void put(Person who, long ticket, String what, Map<String, ?> body) {
        who.sends(body).put(API + "/tickets/{id}/{what}", ticket, what).then().statusCode(200);
    }
}
