package org.patchbay.conversations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Other systems take part in conversations, in their own names. */
@QuarkusTest
class ProgramsTest {

    private static final String MESSAGES = API + "/conversations/{id}/messages";

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person program;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        program = house.integration();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aProgramSpeaksInItsOwnNameAndIsSeenToBeOne() {
        long chat = house.chat(customer, "Where is my parcel?");
        house.awaitHeldBy(agent, chat);
        says(program, chat, Map.of("text", "It left us this morning."))
                .then()
                .statusCode(201)
                .body("author.bot", is(true), "author.customer", is(false), "author.name", is(program.name()));
        says(program, chat, Map.of("text", "Parcel 4711", "audience", "INTERNAL"));
        customer.asks()
                .get(MESSAGES, chat)
                .then()
                .body("items.author.bot", contains(false, true), "items[1].author.name", is(program.name()));
        customer.asks()
                .get(API + "/conversations/{id}", chat)
                .then()
                .body("participants.find { it.bot }.name", is(program.name()));
        agent.asks()
                .get(API + "/conversations/{id}/transcript", chat)
                .then()
                .body(containsString(program.name() + " (bot)"));
        program.asks().get(MESSAGES, chat).then().body("items", hasSize(3));
    }

    @Test
    void aProgramDoesWhatStaffDo() {
        long chat = house.chat(customer, "It is broken.");
        house.awaitHeldBy(agent, chat);
        long file = program.asks()
                .contentType("text/plain")
                .body("Size 42")
                .queryParam("name", "sizes.txt")
                .post(API + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        says(program, chat, Map.of("text", "Our sizes", "attachmentIds", List.of(file)))
                .then()
                .statusCode(201)
                .body("attachments.name", contains("sizes.txt"));
        var choices = List.of(Map.of("value", "new", "label", "A new one"));
        says(program, chat, Map.of("text", "What do you want?", "choices", choices))
                .then()
                .statusCode(201);
        customer.sends(Map.of("choice", "new"))
                .post(API + "/conversations/{id}/messages/3/answer", chat)
                .then()
                .statusCode(201);
        program.asks().get(MESSAGES, chat).then().body("items[3].answer.choice", is("new"));
        program.sends(Map.of("state", "TYPING", "audience", "PUBLIC"))
                .put(API + "/conversations/{id}/activity", chat)
                .then()
                .statusCode(200);
        customer.sends(Map.of("state", "LOOKING"))
                .put(API + "/conversations/{id}/activity", chat)
                .then()
                .body("name", contains(program.name()));
        program.sends(Map.of("readUpTo", 4))
                .put(API + "/conversations/{id}/position", chat)
                .then()
                .statusCode(204);
        program.asks()
                .delete(API + "/conversations/{id}/messages/2", chat)
                .then()
                .statusCode(204);
        program.asks()
                .get(API + "/conversations?customerId=" + customer.id())
                .then()
                .body("items.id", contains((int) chat));
    }

    @Test
    void aProgramBeginsWithACustomerWhoAnswers() {
        var request = Map.of("customerId", customer.id(), "text", "Your parcel is late.");
        var key = unique("key");
        int chat = begins(request, key).then().statusCode(201).extract().path("id");
        begins(request, key).then().statusCode(201).body("id", is(chat));
        house.awaitHeldBy(agent, chat);
        customer.asks()
                .get(MESSAGES, chat)
                .then()
                .body("items.author.bot", contains(true), "items.author.customer", contains(false));
        says(customer, chat, Map.of("text", "How late?")).then().statusCode(201);
        program.asks()
                .get(API + "/tickets/{id}", chat)
                .then()
                .body("customerId", equalTo((int) customer.id()), "channel", is("CHAT"));
    }

    @Test
    void aProgramSaysWithWhomItBeginsAndCustomersDoNot() {
        begins(Map.of("text", "Hello?"), unique("key")).then().spec(refused(400, "validation-failed"));
        var answers = Map.of("name", "Carla");
        begins(Map.of("text", "Hello?", "customerId", customer.id(), "answers", answers), unique("key"))
                .then()
                .spec(refused(400, "validation-failed"));
        var foreign = TestOrganisation.ofNewOrganisation().customer();
        begins(Map.of("text", "Hello?", "customerId", foreign.id()), unique("key"))
                .then()
                .spec(refused(404, "not-found"));
        customer.sends(Map.of("text", "Hello?", "customerId", customer.id()))
                .post(API + "/conversations")
                .then()
                .spec(refused(400, "validation-failed"));
    }

    @Test
    void aProgramReadsAndSpeaksWithinItsScopesAlone() {
        long chat = house.chat(customer, "Hello?");
        var reader = house.integration(List.of("conversations:read"));
        reader.asks().get(MESSAGES, chat).then().statusCode(200);
        says(reader, chat, Map.of("text", "Hello!")).then().spec(refused(403, "insufficient-scope"));
        house.integration(List.of("tickets:write"))
                .asks()
                .get(MESSAGES, chat)
                .then()
                .spec(refused(403, "insufficient-scope"));
        TestOrganisation.ofNewOrganisation()
                .integration()
                .asks()
                .get(MESSAGES, chat)
                .then()
                .spec(refused(404, "not-found"));
        agent.asks().get(API + "/tickets/{id}/events", chat).then().body("items.type", not(hasItem("NOTED")));
    }

    private Response begins(Map<String, ?> request, String key) {
        return program.sends(request).header("Idempotency-Key", key).post(API + "/conversations");
    }

    private static Response says(Person author, long chat, Map<String, ?> message) {
        var request = new HashMap<String, Object>(message);
        request.put("clientId", unique("message"));
        return author.sends(request).post(MESSAGES, chat);
    }
}
