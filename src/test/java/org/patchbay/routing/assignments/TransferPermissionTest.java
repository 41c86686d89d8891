package org.patchbay.routing.assignments;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Agents hand on what they hold. */
@QuarkusTest
class TransferPermissionTest {

    private TestOrganisation house;
    private Person holder;
    private Person customer;
    private long ticket;

    @BeforeEach
    void anAgentHoldsATicket() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        holder = house.availableAgent();
        ticket = house.ticket(customer);
        house.awaitHeldBy(holder, ticket);
    }

    @Test
    void anAgentHandsATicketToAnotherWithANote() {
        var colleague = house.availableAgent();
        handTo(holder, colleague, "She asks in French.")
                .then()
                .statusCode(200)
                .body("status", is("IN_PROGRESS"))
                .body("agentId", is((int) colleague.id()));
        colleague
                .asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "NOTED_INTERNALLY", "RELEASED", "ASSIGNED"))
                .body("items[2].note", is("She asks in French."))
                .body("items[4].actorName", is(holder.name()));
        colleague
                .asks()
                .get(API + "/tickets/{id}/decisions", ticket)
                .then()
                .body("items[-1].basis", is("HOLDER"))
                .body("items[-1].actorName", is(holder.name()))
                .body("items[-1].agentName", is(colleague.name()));
        handTo(holder, holder, null).then().spec(refused(403, "forbidden"));
    }

    @Test
    void whoCannotTakeItIsNotHandedIt() {
        var gone = house.agent();
        handTo(holder, gone, "Please.").then().spec(refused(409, "agent-at-capacity"));
        house.awaitHeldBy(holder, ticket);
        house.admin()
                .asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", not(hasItem("NOTED_INTERNALLY")));
    }

    @Test
    void anAgentWhoSeesTheirOwnWorkOnlyHandsItOnAndSeesItNoLonger() {
        long berlin = house.group("Berlin", null);
        var colleague = house.availableAgent();
        house.member(berlin, holder, "OWN");
        house.member(berlin, colleague, "OWN");
        house.admin()
                .sends(Map.of("groupId", berlin))
                .put(API + "/tickets/{id}/group", ticket)
                .then()
                .statusCode(200);
        house.isolate(true, false, false);
        handTo(holder, colleague, "Yours.").then().statusCode(200).body("agentId", is((int) colleague.id()));
        holder.asks().get(API + "/tickets/{id}", ticket).then().spec(refused(404, "not-found"));
        colleague.asks().get(API + "/tickets/{id}", ticket).then().statusCode(200);
    }

    @Test
    void anAgentHandsATicketToAnotherQueueWhereItWaits() {
        long french = house.queue("French");
        var speaker = house.agent();
        house.serve(french, speaker);
        house.present(holder, "AWAY");
        holder.sends(Map.of("queueId", french, "note", "She asks in French"))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .statusCode(200)
                .body("status", is("OPEN"))
                .body("queueId", is((int) french));
        house.admin().asks().get(API + "/agents/{id}", holder.id()).then().body("load", is(0));
        house.present(speaker, "AVAILABLE");
        house.awaitHeldBy(speaker, ticket);
        speaker.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "REQUEUED", "RELEASED", "ASSIGNED"))
                .body("items[2].note", is("She asks in French: to French"));
        holder.sends(Map.of("queueId", french))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .spec(refused(403, "forbidden"));
    }

    @Test
    void whatACustomerAnswersIsReadByWhoeverGetsTheTicketNext() {
        holder.sends(Map.of("note", "Which colour?"))
                .post(API + "/tickets/{id}/pend", ticket)
                .then()
                .statusCode(200);
        customer.asks().get(API + "/tickets/{id}/events", ticket).then().body("items[-1].note", is("Which colour?"));
        customer.sends(Map.of("note", "The green one."))
                .post(API + "/tickets/{id}/resume", ticket)
                .then()
                .statusCode(200);
        house.awaitHeldBy(holder, ticket);
        await().untilAsserted(() -> holder.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.find{it.type == 'RESUMED'}.note", is("The green one."))
                .body("items.find{it.type == 'RESUMED'}.actorName", is(customer.name())));
    }

    private Response handTo(Person from, Person to, @Nullable String note) {
        Map<String, Object> choice =
                note == null ? Map.of("agentId", to.id()) : Map.of("agentId", to.id(), "note", note);
        return from.sends(choice).post(API + "/tickets/{id}/assign", ticket);
    }
}
