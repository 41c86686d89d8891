package org.patchbay.tickets;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Colleagues who are asked for advice, or talk with the customer, too. */
@QuarkusTest
class TicketColleaguesTest {

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person colleague;
    private long chat;

    @BeforeEach
    void anAgentHasAChat() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        chat = house.chat(customer, "It is broken.");
        house.awaitHeldBy(agent, chat);
        colleague = house.agent();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whoIsConsultedAdvisesAndTheCustomerLearnsNothing() {
        says(colleague, "Ask for the serial number.", "INTERNAL").then().spec(refused(403, "forbidden"));
        invites(agent, "CONSULT")
                .then()
                .statusCode(200)
                .body("id", contains((int) colleague.id()), "as", contains("CONSULT"));
        says(colleague, "Ask for the serial number.", "INTERNAL").then().statusCode(201);
        says(colleague, "What is the serial number?", "PUBLIC").then().spec(refused(403, "forbidden"));
        customer.asks().get(API + "/conversations/{id}/messages", chat).then().body("items", hasSize(1));
        customer.asks()
                .get(API + "/tickets/{id}/events", chat)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED"));
        customer.asks().get(API + "/conversations/{id}", chat).then().body("participants.name", empty());
        agent.asks().get(API + "/tickets/{id}/events", chat).then().body("items.type", hasItem("CONSULTED"));
    }

    @Test
    void whoJoinsTalksWithTheCustomerAndTheTicketStaysWhereItIs() {
        invites(agent, "CONSULT");
        invites(agent, "JOIN").then().statusCode(200).body("as", contains("JOIN"));
        colleague
                .sends(Map.of("state", "TYPING", "audience", "PUBLIC"))
                .put(API + "/conversations/{id}/activity", chat)
                .then()
                .statusCode(200);
        customer.sends(Map.of("state", "LOOKING"))
                .put(API + "/conversations/{id}/activity", chat)
                .then()
                .body("name", contains(colleague.name()));
        says(colleague, "What is the serial number?", "PUBLIC").then().statusCode(201);
        customer.asks()
                .get(API + "/conversations/{id}", chat)
                .then()
                .body("participants.name", contains(colleague.name()));
        house.awaitHeldBy(agent, chat);
        colleague.asks().get(API + "/agents/{id}", colleague.id()).then().body("load", is(0));
        colleague.asks().get(API + "/tickets?invited=true").then().body("items.id", contains((int) chat));
        agent.asks().get(API + "/tickets?invited=true").then().body("items", empty());
        colleague.takes("pend", chat).then().spec(refused(403, "forbidden"));
        agent.asks()
                .get(API + "/tickets/{id}/events", chat)
                .then()
                .body("items.type", hasItems("CONSULTED", "INVITED"));
    }

    @Test
    void anInvitationEndsWithTheTicketByLeavingAndByATransfer() {
        invites(agent, "JOIN");
        ends(colleague).then().statusCode(204);
        ends(colleague).then().statusCode(204);
        agent.asks().get(API + "/tickets/{id}/events", chat).then().body("items.type", hasItem("LEFT"));
        says(colleague, "Hello?", "PUBLIC").then().spec(refused(403, "forbidden"));

        invites(agent, "JOIN");
        house.present(colleague, "AVAILABLE");
        agent.sends(Map.of("agentId", colleague.id())).post(API + "/tickets/{id}/assign", chat);
        house.awaitHeldBy(colleague, chat);
        invited(colleague).body("", empty());
        house.present(agent, "AWAY");
        colleague
                .sends(Map.of("as", "CONSULT"))
                .put(API + "/tickets/{id}/colleagues/{colleague}", chat, agent.id())
                .then()
                .statusCode(200);
        colleague.takes("resolve", chat);
        invited(colleague).body("", empty());
        invites(house.supervisor(), "JOIN").then().spec(refused(409, "step-not-allowed"));
        house.sendEverybodyHome();
        customer.takes("reopen", chat).then().statusCode(200);
        invited(colleague).body("", empty());
        says(agent, "Hello?", "INTERNAL").then().spec(refused(403, "forbidden"));
    }

    @Test
    void nobodyIsInvitedWhoMayNotBe() {
        invites(colleague, "JOIN").then().spec(refused(403, "forbidden"));
        agent.sends(Map.of("as", "JOIN"))
                .put(API + "/tickets/{id}/colleagues/{colleague}", chat, agent.id())
                .then()
                .spec(refused(409, "conflict"));
        agent.sends(Map.of("as", "JOIN"))
                .put(API + "/tickets/{id}/colleagues/{colleague}", chat, customer.account())
                .then()
                .spec(refused(409, "conflict"));
        var foreign = TestOrganisation.ofNewOrganisation().agent();
        agent.sends(Map.of("as", "JOIN"))
                .put(API + "/tickets/{id}/colleagues/{colleague}", chat, foreign.id())
                .then()
                .spec(refused(409, "conflict"));
        long elsewhere = house.group("Elsewhere", null);
        house.member(elsewhere, colleague, "GROUP");
        house.isolate(true, false, false);
        invites(agent, "JOIN").then().spec(refused(409, "conflict"));
        invited(agent).body("", empty());
    }

    private ValidatableResponse invited(Person reader) {
        return reader.asks().get(API + "/tickets/{id}/colleagues", chat).then().statusCode(200);
    }

    private Response invites(Person by, String as) {
        return by.sends(Map.of("as", as)).put(API + "/tickets/{id}/colleagues/{colleague}", chat, colleague.id());
    }

    private Response ends(Person by) {
        return by.asks().delete(API + "/tickets/{id}/colleagues/{colleague}", chat, colleague.id());
    }

    private Response says(Person author, String text, String audience) {
        var message = new HashMap<String, Object>();
        message.put("text", text);
        message.put("audience", audience);
        message.put("clientId", unique("message"));
        return author.sends(message).post(API + "/conversations/{id}/messages", chat);
    }
}
