package org.patchbay.conversations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Staff asks with buttons and small forms, and the customer answers once. */
@QuarkusTest
class AskingTest {

    private static final String MESSAGES = API + "/conversations/{id}/messages";

    private static final List<Map<String, String>> CHOICES = List.of(
            Map.of("value", "refund", "label", "My money back"), Map.of("value", "new", "label", "<b>A new one</b>"));

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private long chat;

    @BeforeEach
    void anAgentHasAChat() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        chat = house.chat(customer, "It is broken.");
        house.awaitHeldBy(agent, chat);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void oneOfTheButtonsIsTheAnswerAndThatOnce() {
        sends(agent, Map.of("text", "What do you want?", "choices", CHOICES))
                .then()
                .statusCode(201)
                .body("kind", is("CHOICES"), "choices.value", contains("refund", "new"));
        answers(2, Map.of("choice", "beer")).then().spec(refused(400, "validation-failed"));
        answers(2, Map.of("fields", Map.of("choice", "refund"))).then().spec(refused(400, "validation-failed"));
        for (int i = 0; i < 2; i++) {
            answers(2, Map.of("choice", "refund"))
                    .then()
                    .statusCode(201)
                    .body("number", is(3), "kind", is("ANSWER"), "text", is("My money back"), "replyTo", is(2))
                    .body("answer", equalTo(Map.of("choice", "refund")));
        }
        answers(2, Map.of("choice", "new")).then().spec(refused(409, "conflict"));
        answers(1, Map.of("choice", "new")).then().spec(refused(409, "conflict"));
        answers(17, Map.of("choice", "new")).then().spec(refused(404, "not-found"));
        agent.asks()
                .get(MESSAGES, chat)
                .then()
                .body("items.kind", contains("TEXT", "CHOICES", "ANSWER"))
                .body("items[2].answer.choice", is("refund"));
        agent.asks()
                .get(API + "/conversations/{id}/transcript", chat)
                .then()
                .body(containsString("[My money back] [<b>A new one</b>]"));
    }

    @Test
    void aFormIsFilledInAsItsBlanksSay() {
        sends(
                        agent,
                        Map.of(
                                "text",
                                "We need some more.",
                                "form",
                                List.of(
                                        blank("size", "NUMBER", true),
                                        blank("bought", "DATE", false),
                                        new HashMap<>(Map.of(
                                                "name",
                                                "colour",
                                                "label",
                                                "Colour",
                                                "type",
                                                "CHOICE",
                                                "options",
                                                List.of("Red", "Blue"))),
                                        blank("why", "TEXT", false))))
                .then()
                .statusCode(201)
                .body("kind", is("FORM"), "form.required", contains(true, false, false, false));
        for (var wrong : List.of(
                Map.of(),
                Map.of("bought", "2026-11-02"),
                Map.of("size", "big"),
                Map.of("size", "1", "bought", "yesterday"),
                Map.of("size", "1", "colour", "Green"),
                Map.of("size", "1", "weight", "2"),
                Map.of("size", "1", "why", "x".repeat(501)))) {
            answers(2, Map.of("fields", wrong)).then().spec(refused(400, "validation-failed"));
        }
        answers(2, Map.of("fields", Map.of("size", "42", "colour", "Red", "why", " ")))
                .then()
                .statusCode(201)
                .body("text", is("size: 42\nColour: Red"))
                .body("answer", equalTo(Map.of("size", "42", "colour", "Red")));
    }

    @Test
    void anAnswerIsAMessageLikeAnyOther() {
        sends(agent, Map.of("text", "What do you want?", "choices", CHOICES))
                .then()
                .statusCode(201);
        agent.sends(Map.of("note", "Please choose."))
                .post(API + "/tickets/{id}/pend", chat)
                .then()
                .statusCode(200);
        answers(2, Map.of("choice", "new")).then().statusCode(201).body("text", is("<b>A new one</b>"));
        house.awaitHeldBy(agent, chat);
        assertEquals("IN_PROGRESS", house.status(chat));
    }

    @Test
    void aQuestionThatIsRemovedTakesItsButtonsAlongAndAnAnswerItsValue() {
        sends(agent, Map.of("text", "What do you want?", "choices", CHOICES))
                .then()
                .statusCode(201);
        answers(2, Map.of("choice", "refund")).then().statusCode(201);
        sends(agent, Map.of("text", "And now?", "choices", CHOICES)).then().statusCode(201);
        remove(agent, 4);
        remove(house.admin(), 3);
        answers(4, Map.of("choice", "refund")).then().spec(refused(409, "conflict"));
        customer.asks()
                .get(MESSAGES + "?after=2", chat)
                .then()
                .body("items.text", contains(nullValue(), nullValue()))
                .body("items[0].answer", equalTo(Map.of()))
                .body("items[1].choices", empty());
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from message where content is not null and conversation_id = " + chat));
    }

    @Test
    void onlyStaffAsksTheCustomerAndEachButtonIsDifferent() {
        sends(customer, Map.of("text", "What do you want?", "choices", CHOICES))
                .then()
                .spec(refused(403, "forbidden"));
        var wrong = new ArrayList<Map<String, ?>>(List.of(
                Map.of("text", "Hm?", "choices", CHOICES, "audience", "INTERNAL"),
                Map.of("text", " ", "choices", CHOICES),
                Map.of("text", "Hm?", "choices", List.of(CHOICES.getFirst(), CHOICES.getFirst())),
                Map.of("text", "Hm?", "choices", List.of(Map.of("value", " ", "label", "Yes"))),
                Map.of("text", "Hm?", "choices", CHOICES, "form", List.of(blank("size", "TEXT", true))),
                Map.of("text", "Hm?", "form", List.of(blank("size", "CHOICE", true))),
                Map.of("text", "Hm?", "form", List.of(blank("Size!", "TEXT", true)))));
        wrong.forEach(each -> sends(agent, each).then().spec(refused(400, "validation-failed")));
        house.customer()
                .sends(Map.of("choice", "new"))
                .post(MESSAGES + "/2/answer", chat)
                .then()
                .spec(refused(404, "not-found"));
    }

    private void remove(Person somebody, int number) {
        somebody.asks().delete(MESSAGES + "/" + number, chat).then().statusCode(204);
    }

    private static Map<String, Object> blank(String name, String type, boolean required) {
        return Map.of("name", name, "label", name, "type", type, "required", required);
    }

    private Response sends(Person somebody, Map<String, ?> message) {
        var whole = new HashMap<String, Object>(message);
        whole.put("clientId", unique("message"));
        return somebody.sends(whole).post(MESSAGES, chat);
    }

    private Response answers(int number, Map<String, ?> answer) {
        return customer.sends(answer).post(MESSAGES + "/" + number + "/answer", chat);
    }
}
