package org.patchbay.tickets;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;

/** Messages are kept beside the history of a ticket, which reads as if they stood in it. */
@QuarkusTest
class MessagesTest {

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
                messages(ticket));
        assertEquals(
                List.of(
                        "PRIORITISED HIGH",
                        "REQUEUED French",
                        "TAGGED +VIP",
                        "FIELDS_SET serial_number label",
                        "RATED 4",
                        "RATED 5"),
                TestDatabase.list(
                        "select concat(type, ' ', remark) from event where remark is not null and ticket_id = " + ticket
                                + " order by number",
                        row -> row.getString(1)));
    }

    private static List<String> messages(long ticket) {
        return TestDatabase.list(
                "select audience, author_name, text from message where ticket_id = " + ticket
                        + " order by event_number",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
    }

    /** Each line that has a note. */
    private static List<String> told(Person reader, long ticket) {
        return history(reader, ticket).stream()
                .filter(event -> event.get("note") != null)
                .map(event -> event.get("type") + " " + event.get("note"))
                .toList();
    }

    private static List<Map<String, ?>> history(Person reader, long ticket) {
        return reader.reads("/tickets/{id}/events", ticket).getList("items");
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
