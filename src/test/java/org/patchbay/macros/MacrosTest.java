package org.patchbay.macros;

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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Several steps with one command. */
@QuarkusTest
class MacrosTest {

    private TestOrganisation house;
    private Person supervisor;
    private Person agent;
    private long ticket;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        supervisor = house.supervisor();
        var customer = house.customer();
        agent = house.availableAgent();
        ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void allStepsAreTakenWithOneRequest() {
        long tag = house.tag("Refund");
        house.field("serial", "TEXT");
        long macro = house.macro(Map.of(
                "tagIds",
                List.of(tag),
                "fields",
                Map.of("serial", "SN-1"),
                "priority",
                "HIGH",
                "note",
                "Ticket {ticket.id} by {agent.name}",
                "reply",
                "Dear {customer.name}, it is refunded.",
                "resolve",
                true));
        run(agent, macro)
                .then()
                .statusCode(200)
                .body("status", is("RESOLVED"), "priority", is("HIGH"), "tagIds", contains((int) tag))
                .body("fields.serial", is("SN-1"));
        var said = agent.reads("/conversations/{id}/messages", ticket).getList("items.text", String.class);
        var customer = agent.reads("/tickets/{id}?expand=true", ticket).getString("details.customerName");
        assertEquals(
                List.of("Ticket " + ticket + " by " + agent.name(), "Dear " + customer + ", it is refunded."),
                said.subList(said.size() - 2, said.size()));
    }

    @Test
    void nothingIsDoneWhereOneStepCannotBe() {
        long tag = house.tag("Refund");
        long macro = house.macro(Map.of("priority", "HIGH", "tagIds", List.of(tag), "resolve", true));
        house.admin()
                .sends(Map.of("name", "Refund", "colour", "RED", "archived", true))
                .put(API + "/tags/{id}", tag)
                .then()
                .statusCode(200);
        run(agent, macro).then().spec(refused(409, "conflict")).body("detail", containsString("Refund"));
        agent.asks()
                .get(API + "/tickets/{id}", ticket)
                .then()
                .body("status", is("IN_PROGRESS"), "priority", is("NORMAL"), "tagIds", empty());
    }

    @Test
    void agentsRunItWithWhatTheyHoldAndOnce() {
        long macro = house.macro(Map.of("reply", "We look into it."));
        run(house.agent(), macro).then().spec(refused(403, "forbidden"));
        var key = unique("run");
        for (int i = 0; i < 2; i++) {
            agent.asks()
                    .header("Idempotency-Key", key)
                    .post(API + "/tickets/{id}/macros/{macro}", ticket, macro)
                    .then()
                    .statusCode(200);
        }
        var texts = agent.reads("/conversations/{id}/messages", ticket).getList("items.text", String.class);
        assertEquals(1, texts.stream().filter("We look into it."::equals).count());
        agent.asks()
                .header("If-Match", "\"77\"")
                .post(API + "/tickets/{id}/macros/{macro}", ticket, macro)
                .then()
                .spec(refused(412, "version-mismatch"));
        run(supervisor, macro).then().statusCode(200);
    }

    @Test
    void aTicketIsHandedOn() {
        long queue = house.queue("Second level");
        long macro = house.macro(Map.of("note", "Please", "queueId", queue));
        run(agent, macro).then().statusCode(200).body("queueId", is((int) queue), "status", is("OPEN"));
    }

    @Test
    void onlySupervisorsKeepThemAndOnlySensibleOnes() {
        var macro = Map.of("name", "Look", "steps", Map.of("note", "Looked at"));
        agent.sends(macro).post(API + "/macros").then().spec(refused(403, "forbidden"));
        int id = supervisor
                .sends(macro)
                .post(API + "/macros")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        supervisor
                .sends(Map.of("name", "Look", "steps", Map.of()))
                .put(API + "/macros/{id}", id)
                .then()
                .spec(refused(400, "validation-failed"));
        for (var steps : List.of(
                Map.of("tagIds", List.of(Long.MAX_VALUE)),
                Map.of("queueId", Long.MAX_VALUE),
                Map.of("fields", Map.of("nowhere", "x")))) {
            supervisor
                    .sends(Map.of("name", "Look", "steps", steps))
                    .put(API + "/macros/{id}", id)
                    .then()
                    .spec(refused(409, "conflict"));
        }
        agent.asks().get(API + "/macros").then().body("items.name", contains("Look"));
        supervisor.asks().delete(API + "/macros/{id}", id).then().statusCode(204);
        agent.asks().get(API + "/macros/{id}", id).then().spec(refused(404, "not-found"));
    }

    @Test
    void aTextThatNamesWhatIsNotKnownIsNotSent() {
        long chat = house.chat(house.customer(), "Hello?");
        long macro = house.macro(Map.of("reply", "Order {order.number} is refunded."));
        supervisor
                .asks()
                .post(API + "/tickets/{id}/macros/{macro}", chat, macro)
                .then()
                .spec(refused(409, "conflict"))
                .body("detail", equalTo("The macro says {order.number}, which is not known of this ticket."));
    }

    private Response run(Person who, long macro) {
        return who.asks().post(API + "/tickets/{id}/macros/{macro}", ticket, macro);
    }
}
