package org.patchbay.tickets;

import java.nio.charset.StandardCharsets;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** A message of a customer becomes the beginning of another ticket. */
@QuarkusTest
class SplitTest {

    private static final String MESSAGES = API + "/conversations/{id}/messages";

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private long chat;

    @BeforeEach
    void aCustomerAsksTwoThings() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        chat = house.chat(customer, "Where is my parcel?");
        house.awaitHeldBy(agent, chat);
        customer.sends(Map.of(
                        "text", "And my invoice is wrong.", "clientId", unique("m"), "attachmentIds", List.of(file())))
                .post(MESSAGES, chat)
                .then()
                .statusCode(201)
                .body("number", is(2));
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void theNewTicketBeginsWithTheCustomersWordsAndFilesAndIsRoutedAsAnyOther() {
        var other = house.availableAgent();
        long part = split(Map.of("message", 2))
                .then()
                .statusCode(201)
                .body("splitFrom", equalTo((int) chat), "channel", is("CHAT"), "note", is("And my invoice is wrong."))
                .extract()
                .<Integer>path("id");
        house.awaitHeldBy(other, part);
        for (var reader : List.of(customer, other)) {
            reader.asks()
                    .get(MESSAGES, part)
                    .then()
                    .body("items.text", contains("And my invoice is wrong."))
                    .body("items[0].author.customer", is(true), "items[0].author.name", is(customer.name()));
        }
        long copy = fileOf(customer, part, 0);
        long original = fileOf(customer, chat, 1);
        assertNotEquals(original, copy);
        customer.asks()
                .delete(API + "/conversations/{id}/messages/2", chat)
                .then()
                .statusCode(204);
        other.asks().get(API + "/attachments/{id}", copy).then().statusCode(200).body(is("Invoice 7"));

        agent.asks()
                .get(API + "/tickets/{id}/events", chat)
                .then()
                .body("items.type", hasItem("SPLIT"), "items.note", hasItem(Long.toString(part)));
        other.asks()
                .get(API + "/tickets/{id}/events", part)
                .then()
                .body("items.type", hasItem("SPLIT_FROM"), "items.note", hasItem(Long.toString(chat)))
                .body("items[0].actorName", is(agent.name()));
        customer.asks().get(API + "/tickets/{id}/events", part).then().body("items.type", not(hasItem("SPLIT_FROM")));
        customer.sends(Map.of("text", "It says 20 instead of 10.", "clientId", unique("m")))
                .post(MESSAGES, part)
                .then()
                .statusCode(201)
                .body("ticketId", equalTo((int) part));
    }

    @Test
    void theSameRequestSplitsOnceAndSaysWhereItShallWait() {
        long queue = house.queue("Invoices");
        var key = unique("split");
        var wish = Map.of("message", 2, "queueId", queue, "priority", "HIGH");
        var first = keyed(key, wish).then().statusCode(201).extract().<Integer>path("id");
        keyed(key, wish).then().statusCode(201).body("id", is(first));
        agent.asks()
                .get(API + "/tickets/{id}", first)
                .then()
                .body("queueId", equalTo((int) queue), "priority", is("HIGH"), "status", is("OPEN"));
        assertEquals(1, TestDatabase.count("select count(*) from ticket where split_from = " + chat));
    }

    @Test
    void aPartOfAReturnCaseLeavesItsOrderThere() {
        long returned = house.ticket(customer, house.order(customer), Map.of("note", "It is broken. And my invoice!"));
        house.supervisor()
                .sends(Map.of("message", 1))
                .post(API + "/tickets/{id}/split", returned)
                .then()
                .statusCode(201)
                .body("channel", is("CHAT"), "$", not(hasKey("orderNumber")));
    }

    @Test
    void whatIsNotTheCustomersIsNotSplit() {
        agent.sends(Map.of("text", "I look it up.", "clientId", unique("m")))
                .post(MESSAGES, chat)
                .then()
                .statusCode(201);
        split(Map.of("message", 3)).then().spec(refused(409, "conflict"));
        split(Map.of("message", 4711)).then().spec(refused(404, "not-found"));
        split(Map.of("message", 0)).then().spec(refused(400, "validation-failed"));
        split(Map.of("message", 2, "queueId", 4_711_000)).then().statusCode(409);
        house.agent()
                .sends(Map.of("message", 2))
                .post(API + "/tickets/{id}/split", chat)
                .then()
                .spec(refused(403, "forbidden"));
        customer.asks()
                .delete(API + "/conversations/{id}/messages/2", chat)
                .then()
                .statusCode(204);
        split(Map.of("message", 2)).then().spec(refused(409, "conflict"));
        assertEquals(0, TestDatabase.count("select count(*) from ticket where split_from = " + chat));
    }

    private Response split(Map<String, ?> request) {
        return agent.sends(request).post(API + "/tickets/{id}/split", chat);
    }

    private Response keyed(String key, Map<String, ?> request) {
        return agent.sends(request).header("Idempotency-Key", key).post(API + "/tickets/{id}/split", chat);
    }

    private long file() {
        return customer.asks()
                .contentType("application/octet-stream")
                .queryParam("name", "invoice.txt")
                .body("Invoice 7".getBytes(StandardCharsets.UTF_8))
                .post(API + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static long fileOf(Person reader, long conversation, int message) {
        return reader.asks()
                .get(MESSAGES, conversation)
                .then()
                .extract()
                .jsonPath()
                .getLong("items[" + message + "].attachments[0].id");
    }
}
