package org.patchbay.supervision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Supervisors see the calls that go on, and take one over. */
@QuarkusTest
class CallBoardTest {

    private TestOrganisation house;
    private Person supervisor;
    private Person customer;
    private Person agent;

    @BeforeEach
    void open() {
        house = TestOrganisation.ofNewOrganisation();
        supervisor = house.supervisor();
        customer = house.customer();
        agent = house.agent();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void theBoardTellsWhoIsInACallSinceWhenAndHowTheirLinesAre() {
        long ticket = begins(customer);
        long call = callOf(ticket);
        calls(supervisor)
                .body("items.call.state", contains("WAITING"))
                .body("items.agentId", contains(nullValue()))
                .body("items.recorded", contains(false));
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, ticket);
        long customerLeg = joins(customer, call, "TALK");
        joins(agent, call, "TALK");
        joins(supervisor, call, "LISTEN");
        var bad = Map.of("lossPercent", 12.5, "jitterMs", 80, "roundTripMs", 400);
        reports(customer, call, customerLeg, "TALK", Map.of("quality", bad));
        calls(supervisor)
                .body("items.call.ticketId", contains((int) ticket))
                .body("items.call.state", contains("ACTIVE"))
                .body("items[0].call.answeredAt", notNullValue())
                .body("items.agentId", contains((int) agent.id()))
                .body("items[0].call.legs.role", contains("CUSTOMER", "AGENT", "SUPERVISOR"))
                .body("items[0].call.legs.mos", hasItem(1.52f));
        calls(TestOrganisation.ofNewOrganisation().supervisor()).body("items", empty());
        agent.asks().get(API + "/floor/calls").then().statusCode(403);
        supervisor.asks().delete(API + "/calls/{id}", call).then().statusCode(204);
        calls(supervisor).body("items", empty());
    }

    @Test
    void callsComeInPages() {
        long first = callOf(begins(customer));
        long second = callOf(begins(house.customer()));
        String next = supervisor
                .asks()
                .get(API + "/floor/calls?limit=1")
                .then()
                .body("items.call.id", contains((int) first))
                .extract()
                .path("next");
        supervisor
                .asks()
                .get(API + "/floor/calls?limit=1&after={next}", next)
                .then()
                .body("items.call.id", contains((int) second))
                .body("next", nullValue());
        supervisor.asks().get(API + "/floor/calls?after=nonsense").then().spec(refused(400, "bad-cursor"));
    }

    @Test
    void aSupervisorInSightOfAGroupSeesItsCallsOnly() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        var ofBerlin = house.supervisor();
        house.member(berlin, ofBerlin, "SUBTREE");
        begins(house.customerOf(munich));
        house.isolate(true, true, true);
        calls(ofBerlin).body("items", empty());
        calls(house.admin()).body("items.size()", is(1));
    }

    @Test
    void aSupervisorWhoListensTakesTheCallOverAndTalks() {
        long ticket = begins(customer);
        long call = callOf(ticket);
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, ticket);
        joins(customer, call, "TALK");
        long before = joins(agent, call, "TALK");
        var both = house.agent();
        house.admin()
                .sends(Map.of("roles", List.of("supervisor")))
                .put(API + "/accounts/{id}/roles", both.account())
                .then()
                .statusCode(200);
        both = house.person(both.name(), both.username());
        house.present(both, "AVAILABLE");
        long leg = joins(both, call, "LISTEN");
        both.sends(Map.of("agentId", both.id()))
                .post(API + "/tickets/{id}/assign", ticket)
                .then()
                .statusCode(200);
        reports(both, call, leg, "LISTEN", Map.of())
                .body("leg.role", is("AGENT"))
                .body("leg.mode", is("TALK"));
        agent.sends(report("TALK", Map.of()))
                .put(API + "/calls/{id}/legs/{leg}", call, before)
                .then()
                .spec(refused(409, "conflict"));
        calls(both)
                .body("items.agentId", contains((int) both.id()))
                .body("items[0].call.legs.role", contains("CUSTOMER", "AGENT"));
        assertEquals("IN_PROGRESS", house.status(ticket));
    }

    private static ValidatableResponse calls(Person person) {
        return person.asks().get(API + "/floor/calls").then().statusCode(200);
    }

    private static long begins(Person caller) {
        return caller.sends(Map.of("kind", "VOICE"))
                .post(API + "/calls")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("ticketId");
    }

    private long callOf(long ticket) {
        return house.admin().reads("/tickets/{id}/calls", ticket).getLong("[0].id");
    }

    private static long joins(Person person, long call, String mode) {
        return person.sends(Map.of("mode", mode))
                .post(API + "/calls/{id}/legs", call)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("leg.id");
    }

    private static ValidatableResponse reports(Person person, long call, long leg, String mode, Map<String, ?> more) {
        return person.sends(report(mode, more))
                .put(API + "/calls/{id}/legs/{leg}", call, leg)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> report(String mode, Map<String, ?> more) {
        var report = new HashMap<String, Object>(Map.of("mode", mode, "muted", false, "camera", false));
        report.putAll(Map.of("screen", false, "after", 0));
        report.putAll(more);
        return report;
    }
}
