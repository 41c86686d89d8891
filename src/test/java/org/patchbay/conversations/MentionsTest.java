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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Colleagues who are mentioned in notes. */
@QuarkusTest
class MentionsTest {

    private TestOrganisation house;
    private Person agent;
    private Person supervisor;
    private long ticket;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        supervisor = house.supervisor();
        agent = house.availableAgent();
        ticket = house.ticket(house.customer());
        house.awaitHeldBy(agent, ticket);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whoIsMentionedHearsOfItUntilTheyReadIt() {
        int number = mention("Look, @" + supervisor.name(), supervisor.id())
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        unread(supervisor, 1);
        supervisor
                .asks()
                .get(API + "/me/mentions")
                .then()
                .body("items.ticketId", contains((int) ticket))
                .body("items[0].messageNumber", is(number))
                .body("items[0].text", equalTo("Look, @" + supervisor.name()))
                .body("items[0].read", is(false));
        unread(agent, 0);
        supervisor
                .asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.findAll { it.type == 'MENTIONED' }.agentId", contains((int) supervisor.id()));
        supervisor
                .sends(Map.of("readUpTo", number))
                .put(API + "/conversations/{id}/position", ticket)
                .then()
                .statusCode(204);
        unread(supervisor, 0);
        supervisor.asks().get(API + "/me/mentions").then().body("items.read", contains(true));
    }

    @Test
    void onlyColleaguesWhoSeeTheTicketAreFoundAndToldOfIt() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        house.isolate(true, true, true);
        var near = house.supervisor();
        house.member(berlin, near, "GROUP");
        var far = house.supervisor();
        house.member(munich, far, "GROUP");
        house.member(berlin, agent, "GROUP");
        house.admin()
                .sends(Map.of("groupId", berlin))
                .put(API + "/tickets/{id}/group", ticket)
                .then()
                .statusCode(200);
        agent.asks()
                .get(API + "/conversations/{id}/colleagues", ticket)
                .then()
                .statusCode(200)
                .body("id", hasItem((int) near.id()))
                .body("id", not(hasItem((int) far.id())))
                .body("id", not(hasItem((int) agent.id())));
        mention("@far", far.id()).then().spec(refused(409, "conflict"));
        mention("@nobody", Long.MAX_VALUE).then().spec(refused(409, "conflict"));
        mention("@near", near.id()).then().statusCode(201);
        unread(near, 1);
        house.admin()
                .sends(Map.of("groupId", munich))
                .put(API + "/tickets/{id}/group", ticket)
                .then()
                .statusCode(200);
        unread(near, 0);
        near.asks().get(API + "/me/mentions").then().body("items", empty());
    }

    @Test
    void customersAreNotMentionedAndHearOfNothing() {
        agent.sends(Map.of("text", "Hi", "clientId", unique("message"), "mentionIds", List.of(supervisor.id())))
                .post(API + "/conversations/{id}/messages", ticket)
                .then()
                .spec(refused(400, "validation-failed"));
        var customer = house.customer();
        mention("@customer", customer.id()).then().spec(refused(409, "conflict"));
        customer.asks().get(API + "/me/mentions").then().spec(refused(403, "forbidden"));
    }

    private Response mention(String text, long account) {
        var message = new HashMap<String, Object>();
        message.put("text", text);
        message.put("audience", "INTERNAL");
        message.put("clientId", unique("message"));
        message.put("mentionIds", List.of(account));
        return agent.sends(message).post(API + "/conversations/{id}/messages", ticket);
    }

    private static void unread(Person who, int count) {
        who.asks().get(API + "/me/mentions/unread").then().statusCode(200).body("count", is(count));
    }
}
