package org.patchbay.tickets;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Customers of chats who say nothing are warned, and their chats end. Tests move the clock. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class SilentCustomersTest {

    private static final Duration WARNING = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofMinutes(2);
    private static final Duration A_LITTLE = Duration.ofSeconds(20);

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private long chat;

    @BeforeEach
    void anAgentAnswersAChat() {
        house = TestOrganisation.ofNewOrganisation();
        mind(Map.of("warnAfterSeconds", WARNING.toSeconds(), "endAfterSeconds", END.toSeconds()))
                .then()
                .statusCode(200);
        customer = house.customer();
        agent = house.availableAgent();
        chat = customer.sends(Map.of("text", "Where is my parcel?"))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        house.awaitHeldBy(agent, chat);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCustomerIsWarnedOnceAndThenTheChatEndsUntilTheyWriteAgain() {
        says(agent, "It left us on Monday.");
        says(agent, "Is there anything else?");
        MovableClock.forward(WARNING.minus(A_LITTLE));
        assertEquals(List.of("TEXT", "TEXT", "TEXT"), kinds());
        MovableClock.forward(A_LITTLE);
        await().until(this::kinds, is(List.of("TEXT", "TEXT", "TEXT", "SILENCE")));
        assertEquals("IN_PROGRESS", house.status(chat));
        customer.asks()
                .get(API + "/conversations/{id}/messages", chat)
                .then()
                .body("items[3].author.id", is(0), "items[3].author.customer", is(false))
                .body("items[3].text", is("Are you still there? Unless you write, this chat ends in 2 minutes."));
        MovableClock.forward(END);
        await().until(() -> house.status(chat), is("RESOLVED"));
        assertEquals(4, kinds().size());
        agent.asks().get(API + "/tickets/{id}/events", chat).then().body("items.type", hasItem("CUSTOMER_SILENT"));
        says(customer, "Sorry, I was away.");
        house.awaitHeldBy(agent, chat);
    }

    @Test
    void whateverTheCustomerWritesCancelsIt() {
        says(agent, "It left us on Monday.");
        says(customer, "Let me see.");
        MovableClock.forward(WARNING);
        await().until(this::timers, is(0L));
        assertEquals(List.of("TEXT", "TEXT", "TEXT"), kinds());
        says(agent, "Take your time.");
        MovableClock.forward(WARNING);
        await().until(() -> kinds().size(), is(5));
        says(customer, "I am here.");
        MovableClock.forward(END);
        await().until(this::timers, is(0L));
        assertEquals("IN_PROGRESS", house.status(chat));
    }

    @Test
    void aQuestionThatTheTicketWaitsForCountsToo() {
        agent.sends(Map.of("note", "Which number is on the parcel?"))
                .post(API + "/tickets/{id}/pend", chat)
                .then()
                .statusCode(200);
        MovableClock.forward(WARNING);
        await().until(this::kinds, is(List.of("TEXT", "TEXT", "SILENCE")));
        MovableClock.forward(END);
        await().until(() -> house.status(chat), is("RESOLVED"));
    }

    @Test
    void nothingHappensWhereNobodyMinds() {
        mind(Map.of("warnAfterSeconds", 5, "endAfterSeconds", 5)).then().spec(refused(400, "validation-failed"));
        mind(null).then().statusCode(200);
        says(agent, "It left us on Monday.");
        assertEquals(0L, timers());
    }

    private Response mind(@Nullable Map<String, ?> silence) {
        long queue = TestDatabase.count("select max(id) from queue where organisation_id ="
                + " (select id from organisation where slug = '" + house.organisation() + "')");
        var request = new HashMap<String, Object>(Map.of("name", "General", "distribution", "LONGEST_IDLE"));
        if (silence != null) {
            request.put("silence", silence);
        }
        return house.admin().sends(request).put(API + "/queues/{id}", queue);
    }

    private void says(Person somebody, String text) {
        somebody.sends(Map.of("text", text, "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", chat)
                .then()
                .statusCode(201);
    }

    private List<String> kinds() {
        return TestDatabase.list(
                "select kind from message where conversation_id = " + chat + " order by number",
                row -> row.getString(1));
    }

    private long timers() {
        return TestDatabase.count("select count(*) from timer where kind in ('customer-silence', 'silence-end')"
                + " and subject_id = " + chat);
    }
}
