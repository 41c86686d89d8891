package org.patchbay.chats;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Customers are greeted and asked before a chat, as their organisation says. */
@QuarkusTest
class ChatFormTest {

    private static final Map<String, String> GREETING = Map.of("en", "How can we help?", "de", "Worum geht es?");

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        house.choice("topic", "Delivery", "Invoice");
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whereNothingIsSaidTheFirstMessageBeginsTheChat() {
        var customer = house.customer();
        customer.asks()
                .get(API + "/me/chat-form")
                .then()
                .statusCode(200)
                .body("greeting", nullValue())
                .body("questions", empty());
        begins(customer, Map.of()).then().statusCode(201);
        begins(customer, Map.of("fields", Map.of("topic", "Delivery"))).then().spec(refused(400, "validation-failed"));
    }

    @Test
    void aVisitorTellsWhoTheyAreAndThePolicySendsTheChatWhereItsTopicBelongs() {
        long invoices = house.queue("Invoices");
        house.publish(house.policy(
                List.of(Map.of("name", "Invoices", "condition", "fields.topic == 'Invoice'", "queueId", invoices))));
        asks(
                Map.of("asks", "NAME", "required", true),
                Map.of("asks", "EMAIL", "label", Map.of("en", "Where may we write to?")),
                Map.of("asks", "PHONE"),
                Map.of("asks", "FIELD", "field", "topic", "required", true));
        var visitor = comesIn();
        browser(visitor)
                .header("Accept-Language", "de")
                .get(API + "/me/chat-form")
                .then()
                .statusCode(200)
                .body("greeting", equalTo("Worum geht es?"))
                .body("questions.asks", contains("NAME", "EMAIL", "PHONE", "FIELD"))
                .body("questions.label", contains(null, "Where may we write to?", null, "topic label"))
                .body("questions[3].options", contains("Delivery", "Invoice"));
        var answers = new HashMap<String, Object>(Map.of("name", " Carla ", "email", "carla@example.org"));
        begins(browser(visitor), answers).then().spec(refused(400, "validation-failed"));
        answers.put("fields", Map.of("topic", "Weather"));
        begins(browser(visitor), answers).then().spec(refused(400, "validation-failed"));
        answers.put("fields", Map.of("topic", "Invoice"));
        long chat = begins(browser(visitor), answers)
                .then()
                .statusCode(201)
                .body("participants.name", empty())
                .extract()
                .<Integer>path("id");
        var ticket = house.admin().reads("/tickets/{id}", chat);
        house.admin()
                .asks()
                .get(API + "/customers/{id}", ticket.getLong("customerId"))
                .then()
                .body("name", equalTo("Carla"), "email", nullValue())
                .body("attributes", equalTo(Map.of("email", "carla@example.org")));
        house.admin()
                .asks()
                .get(API + "/tickets/{id}", chat)
                .then()
                .body("queueId", equalTo((int) invoices), "fields.topic", equalTo("Invoice"));
        browser(visitor)
                .get(API + "/conversations/{id}/messages", chat)
                .then()
                .body("items.author.name", contains("Carla"));
        browser(visitor).get(API + "/me/chat-form").then().body("questions.asks", contains("PHONE", "FIELD"));
    }

    @Test
    void aCustomerHearsBeforehandWhatAChatWouldMeet() {
        var customer = house.customer();
        meets(customer, "OPEN", nullValue());
        var opening = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        int hours = house.admin()
                .sends(Map.of(
                        "name",
                        "Office",
                        "timeZone",
                        "UTC",
                        "weekly",
                        List.of(Map.of("day", opening.getDayOfWeek(), "from", "09:00", "to", "17:00"))))
                .post(API + "/business-hours")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var opensAt = equalTo(opening.atTime(9, 0).toInstant(ZoneOffset.UTC).toString());
        keep(Map.of("businessHoursId", hours));
        meets(customer, "LATER", opensAt);
        keep(Map.of("businessHoursId", hours, "whenClosed", "CALLBACK"));
        meets(customer, "CALLBACK", opensAt);
        keep(Map.of("businessHoursId", hours, "whenClosed", "REFUSE"));
        meets(customer, "CLOSED", opensAt);
        begins(customer, Map.of()).then().spec(refused(409, "queue-refuses"));
    }

    /** Sets the default queue, where chats come that no policy leads elsewhere. */
    private void keep(Map<String, ?> settings) {
        int queue = house.admin().reads("/queues").getInt("items.find{it.isDefault}.id");
        var whole = new HashMap<String, Object>(settings);
        whole.putAll(Map.of("name", "General", "distribution", "LONGEST_IDLE"));
        house.admin().sends(whole).put(API + "/queues/{id}", queue).then().statusCode(200);
    }

    private void meets(Person customer, String now, Matcher<?> opensAt) {
        customer.asks().get(API + "/me/chat-form").then().statusCode(200).body("now", equalTo(now), "opensAt", opensAt);
    }

    @Test
    void nobodyIsAskedWhatIsKnownAndNothingThatIsKnownIsOverwritten() {
        asks(Map.of("asks", "NAME", "required", true), Map.of("asks", "EMAIL", "required", true));
        var customer = house.customer();
        customer.asks().get(API + "/me/chat-form").then().body("questions", empty());
        long chat = begins(customer, Map.of("name", "Somebody else", "email", "boss@example.org"))
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        house.admin()
                .asks()
                .get(
                        API + "/customers/{id}",
                        house.admin().reads("/tickets/{id}", chat).getLong("customerId"))
                .then()
                .body("name", equalTo(customer.name()), "attributes", equalTo(Map.of()));
    }

    @Test
    void aFormAsksForWhatThereIsAndOnce() {
        set(List.of(Map.of("asks", "FIELD", "field", "weather")), 0).then().spec(refused(409, "conflict"));
        set(List.of(Map.of("asks", "FIELD")), 0).then().spec(refused(400, "validation-failed"));
        set(List.of(Map.of("asks", "NAME", "field", "topic")), 0).then().spec(refused(400, "validation-failed"));
        set(List.of(Map.of("asks", "NAME"), Map.of("asks", "NAME")), 0).then().spec(refused(400, "validation-failed"));
        set(List.of(Map.of("asks", "NAME", "label", Map.of("en", " "))), 0)
                .then()
                .spec(refused(400, "validation-failed"));
        set(List.of(Map.of("asks", "FIELD", "field", "topic")), 0)
                .then()
                .statusCode(200)
                .body("version", is(1));
        set(List.of(), 0).then().spec(refused(412, "version-mismatch"));
        long topic = TestDatabase.count("select max(id) from ticket_field where field_key = 'topic'");
        house.admin().asks().delete(API + "/ticket-fields/{id}", topic).then().spec(refused(409, "still-referred-to"));
        house.admin()
                .sends(Map.of("label", "Topic", "archived", true, "options", List.of("Delivery")))
                .put(API + "/ticket-fields/{id}", topic)
                .then()
                .statusCode(200);
        house.customer().asks().get(API + "/me/chat-form").then().body("questions", hasSize(0));
    }

    private void asks(Map<?, ?>... questions) {
        set(List.of(questions), 0).then().statusCode(200);
    }

    private Response set(List<? extends Map<?, ?>> questions, int version) {
        return house.admin()
                .sends(Map.of("greeting", GREETING, "questions", questions))
                .header("If-Match", "\"" + version + "\"")
                .put(API + "/chat-form");
    }

    private Response begins(Person customer, Map<String, ?> answers) {
        return begins(customer.asks(), answers);
    }

    private static Response begins(RequestSpecification somebody, Map<String, ?> answers) {
        return somebody.contentType("application/json")
                .body(Map.of("text", "Hello", "answers", answers))
                .post(API + "/conversations");
    }

    private Map<String, String> comesIn() {
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        house.admin()
                .sends(Map.of("origins", List.of(), "visitors", true))
                .put(API + "/organisations/{id}/widget", organisation)
                .then()
                .statusCode(200);
        return browser(Map.of())
                .contentType("application/json")
                .body(Map.of("organisation", house.organisation()))
                .post(API + "/auth/visitors")
                .then()
                .statusCode(204)
                .extract()
                .cookies();
    }

    private static RequestSpecification browser(Map<String, String> cookies) {
        return given().header("Sec-Fetch-Site", "same-origin").cookies(cookies);
    }
}
