package org.patchbay.calls;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Customers call, the one engine finds the agent, and the rows say who hears whom. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class CallsTest {

    @Inject
    CallWatch watch;

    private TestOrganisation house;
    private Person customer;
    private Person agent;

    @BeforeEach
    void openAHouse() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.agent();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCallIsATicketThatTakesAllOfItsAgentAndEndsWithItsCustomer() {
        var call = begins("VOICE");
        var leg = joins(customer, call, "TALK");
        assertEquals("WAITING", state(call));
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, call.ticket());
        assertEquals("RINGING", state(call));
        for (var each : List.of(agent, customer)) {
            each.asks().get(API + "/me/calls").then().body("id", contains((int) call.id()));
        }
        house.agent().asks().get(API + "/me/calls").then().body("", empty());
        house.customer().asks().get(API + "/me/calls").then().body("", empty());
        var agents = joins(agent, call, "TALK");
        assertEquals("ACTIVE", state(call));
        // A call takes all of its agent.
        long chat = house.chat(house.customer(), "Hello?");
        assertEquals("OPEN", house.status(chat));

        reports(customer, call, leg)
                .then()
                .statusCode(200)
                .body("peers.legId", contains((int) agents), "peers.offers", contains(false))
                .body("call.legs.role", contains("CUSTOMER", "AGENT"))
                .body("call.answeredAt", notNullValue());
        leaves(customer, call, leg);
        assertEquals("ENDED", state(call));
        // The agent writes up what was said.
        assertEquals("IN_PROGRESS", house.status(call.ticket()));
        agent.asks()
                .get(API + "/tickets/{id}/calls", call.ticket())
                .then()
                .body("endedBy", contains("CUSTOMER"), "legs[0].endedBy", contains("LEFT", "CALL_ENDED"));
        reports(agent, call, agents).then().spec(refused(409, "conflict"));
        agent.asks()
                .get(API + "/tickets/{id}/events", call.ticket())
                .then()
                .body("items.type", hasItems("CALL_STARTED", "CALL_ANSWERED", "CALL_ENDED"));
        agent.takes("resolve", call.ticket()).then().statusCode(200);
    }

    @Test
    void whoGivesUpWaitingLeavesNothingBehind() {
        var call = begins("VIDEO");
        leaves(customer, call, joins(customer, call, "TALK"));
        assertEquals("CANCELLED", house.status(call.ticket()));
        customer.asks()
                .get(API + "/calls/{id}", call.id())
                .then()
                .body("state", is("ENDED"), "kind", is("VIDEO"), "answeredAt", nullValue());
    }

    @Test
    void whoWouldRatherBeCalledBackKeepsTheirPlace() {
        var call = begins("VOICE");
        long leg = joins(customer, call, "TALK");
        var other = house.customer();
        other.sends(Map.of("kind", "VOICE")).post(API + "/calls").then().statusCode(201);
        house.customer()
                .asks()
                .post(API + "/calls/{id}/callback", call.id())
                .then()
                .spec(refused(404, "not-found"));
        customer.asks()
                .post(API + "/calls/{id}/callback", call.id())
                .then()
                .statusCode(200)
                .body("endedBy", is("CALLBACK"));
        customer.asks().post(API + "/calls/{id}/callback", call.id()).then().spec(refused(409, "conflict"));
        reports(customer, call, leg).then().spec(refused(409, "conflict"));
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, call.ticket());
        assertEquals("CALLBACK", agent.reads("/tickets/{id}", call.ticket()).getString("channel"));
        // The house calls back by a call of the same ticket.
        agent.sends(Map.of("kind", "VOICE"))
                .post(API + "/tickets/{id}/calls", call.ticket())
                .then()
                .statusCode(201)
                .body("state", is("RINGING"), "byCustomer", is(false));
        customer.asks().get(API + "/tickets/{id}/calls", call.ticket()).then().body("id", hasSize(2));
    }

    @Test
    void aRepeatedWishIsOneCall() {
        var once = customer.sends(Map.of("kind", "VOICE"))
                .header("Idempotency-Key", "call-1")
                .post(API + "/calls");
        var again = customer.sends(Map.of("kind", "VOICE"))
                .header("Idempotency-Key", "call-1")
                .post(API + "/calls");
        once.then().statusCode(201);
        assertEquals(
                once.jsonPath().getLong("call.id"),
                again.then().statusCode(201).extract().jsonPath().getLong("call.id"));
    }

    @Test
    void whoCallsAgainComesBackToTheCallThatGoesOn() {
        var call = begins("VOICE");
        joins(customer, call, "TALK");
        var again = begins("VIDEO");
        assertEquals(call, again);
        leaves(customer, call, joins(customer, again, "TALK"));
        assertNotEquals(call.ticket(), begins("VOICE").ticket());
    }

    @Test
    void whatDevicesTellEachOtherReachesTheOtherAloneAndOnce() {
        var call = talk();
        long first = joins(customer, call.call(), "TALK");
        long second = joins(agent, call.call(), "TALK");
        tells(agent, call.call(), second, first, "OFFER", "v=0 offer").then().statusCode(200);
        reports(customer, call.call(), first, Map.of())
                .then()
                .body("signals.body", contains("v=0 offer"), "signals.from", contains((int) second));
        reports(customer, call.call(), first, Map.of("after", 1)).then().body("signals", empty());
        tells(customer, call.call(), first, second, "ANSWER", "v=0 answer")
                .then()
                .body("signals", hasSize(1));
        reports(agent, call.call(), second, Map.of()).then().body("signals.body", contains("v=0 answer"));
        // Not to oneself, not to nobody, not in another's name.
        tells(agent, call.call(), second, second, "OFFER", "v=0").then().spec(refused(409, "conflict"));
        tells(agent, call.call(), second, 0, "OFFER", "v=0").then().spec(refused(409, "conflict"));
        tells(customer, call.call(), second, first, "OFFER", "v=0").then().spec(refused(404, "not-found"));
        reports(customer, call.call(), second, Map.of()).then().spec(refused(404, "not-found"));
    }

    @Test
    void aSupervisorListensUnseenWhispersToTheAgentAndJoins() {
        var call = talk();
        var supervisor = house.supervisor();
        long hidden = joins(supervisor, call.call(), "LISTEN");
        reports(call.customer(), call.call(), call.customerLeg())
                .then()
                .body("peers.legId", contains((int) call.agentLeg()))
                .body("call.legs.role", not(hasItems("SUPERVISOR")));
        reports(agent, call.call(), call.agentLeg())
                .then()
                .body("peers.relayed", contains(false, true), "peers.heard", contains(true, false))
                .body("call.legs.role", not(hasItems("SUPERVISOR")));
        reports(supervisor, call.call(), hidden, Map.of("mode", "WHISPER"))
                .then()
                .body("peers.legId", contains((int) call.agentLeg()), "call.legs", hasSize(3));
        reports(agent, call.call(), call.agentLeg()).then().body("peers.heard", contains(true, true));
        reports(supervisor, call.call(), hidden, Map.of("mode", "TALK"));
        reports(call.customer(), call.call(), call.customerLeg())
                .then()
                .body("peers.legId", contains((int) call.agentLeg(), (int) hidden))
                .body("call.legs.role", hasItems("SUPERVISOR"));
        var entries = house.admin().reads("/audit?action=CALL_SUPERVISED").getList("items.after.mode");
        assertEquals(List.of("TALK", "WHISPER", "LISTEN"), entries);
        // It goes on without them.
        leaves(supervisor, call.call(), hidden);
        assertEquals("ACTIVE", state(call.call()));
    }

    @Test
    void whoHasNoPartInACallGetsNothingOfIt() {
        var call = talk();
        joinsAs(house.agent(), call.call(), "TALK").then().statusCode(403);
        joinsAs(agent, call.call(), "LISTEN").then().spec(refused(403, "forbidden"));
        joinsAs(house.customer(), call.call(), "TALK").then().spec(refused(404, "not-found"));
        house.customer()
                .asks()
                .get(API + "/calls/{id}", call.call().id())
                .then()
                .spec(refused(404, "not-found"));
        var foreign = TestOrganisation.ofNewOrganisation();
        joinsAs(foreign.supervisor(), call.call(), "LISTEN").then().spec(refused(404, "not-found"));
        foreign.admin()
                .asks()
                .delete(API + "/calls/{id}", call.call().id())
                .then()
                .spec(refused(404, "not-found"));
        assertEquals("ACTIVE", state(call.call()));
    }

    @Test
    void theCustomerWaitsWhileColleaguesTalk() {
        var call = talk();
        var colleague = house.agent();
        agent.sends(Map.of("as", "JOIN"))
                .put(API + "/tickets/{id}/colleagues/{who}", call.call().ticket(), colleague.id())
                .then()
                .statusCode(200);
        long third = joins(colleague, call.call(), "TALK");
        agent.sends(Map.of("onHold", true))
                .put(API + "/calls/{id}/hold", call.call().id())
                .then()
                .statusCode(200)
                .body("onHold", is(true));
        reports(call.customer(), call.call(), call.customerLeg())
                .then()
                .body("peers", empty(), "call.onHold", is(true));
        reports(agent, call.call(), call.agentLeg()).then().body("peers.legId", contains((int) third));
        agent.asks()
                .get(API + "/tickets/{id}/events", call.call().ticket())
                .then()
                .body("items.type", hasItem("CALL_HELD"));
        call.customer()
                .sends(Map.of("onHold", false))
                .put(API + "/calls/{id}/hold", call.call().id())
                .then()
                .statusCode(403);
    }

    @Test
    void anAgentWhoLosesTheTicketLosesTheCallAndTheCustomerWaitsOn() {
        var call = talk();
        agent.takes("release", call.call().ticket()).then().statusCode(200);
        house.present(agent, "OFFLINE");
        agent.takes("release", call.call().ticket());
        watch.look();
        reports(agent, call.call(), call.agentLeg()).then().spec(refused(409, "conflict"));
        assertEquals("WAITING", state(call.call()));
        reports(call.customer(), call.call(), call.customerLeg()).then().statusCode(200);
    }

    @Test
    void aLineThatIsLostComesBackOrTheCallEnds() {
        var call = talk();
        MovableClock.forward(Duration.ofSeconds(30));
        reports(agent, call.call(), call.agentLeg()).then().statusCode(200);
        watch.look();
        reports(call.customer(), call.call(), call.customerLeg()).then().spec(refused(409, "conflict"));
        reports(call.customer(), call.call(), call.customerLeg()).then().body("endedBy", is("LOST"));
        assertEquals("RINGING", state(call.call()));
        long again = joins(call.customer(), call.call(), "TALK");
        assertEquals("ACTIVE", state(call.call()));
        MovableClock.forward(Duration.ofSeconds(30));
        watch.look();
        MovableClock.forward(Duration.ofSeconds(61));
        watch.look();
        customer.asks()
                .get(API + "/calls/{id}", call.call().id())
                .then()
                .body("state", is("ENDED"), "endedBy", is("LOST"));
        reports(call.customer(), call.call(), again).then().spec(refused(409, "conflict"));
    }

    @Test
    void aChatBecomesACallAndGoesOnAsAChat() {
        house.present(agent, "AVAILABLE");
        long chat = house.chat(customer, "It is broken.");
        house.awaitHeldBy(agent, chat);
        var started = agent.sends(Map.of("kind", "VIDEO")).post(API + "/tickets/{id}/calls", chat);
        started.then().statusCode(201).body("byCustomer", is(false), "state", is("RINGING"));
        var call = new Begun(started.jsonPath().getLong("id"), chat);
        // The customer who calls at the same time is in the same call.
        customer.sends(Map.of("kind", "VOICE"))
                .post(API + "/tickets/{id}/calls", chat)
                .then()
                .statusCode(201)
                .body("id", is((int) call.id()));
        joins(agent, call, "TALK");
        joins(customer, call, "TALK");
        agent.asks().delete(API + "/calls/{id}", call.id()).then().statusCode(204);
        assertEquals("IN_PROGRESS", house.status(chat));
        customer.sends(Map.of("text", "Thank you.", "clientId", "thanks"))
                .post(API + "/conversations/{id}/messages", chat)
                .then()
                .statusCode(201);
        agent.takes("resolve", chat);
        agent.sends(Map.of("kind", "VOICE"))
                .post(API + "/tickets/{id}/calls", chat)
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void theQualityOfALineIsKeptAndStaffSeesIt() {
        var call = talk();
        var bad = Map.of("lossPercent", 12.5, "jitterMs", 80, "roundTripMs", 400);
        reports(call.customer(), call.call(), call.customerLeg(), Map.of("quality", bad))
                .then()
                .statusCode(200)
                .body("leg.quality", nullValue());
        agent.asks()
                .get(API + "/calls/{id}", call.call().id())
                .then()
                .body("legs[0].quality.lossPercent", is(12.5f), "legs[0].mos", is(1.52f));
        reports(call.customer(), call.call(), call.customerLeg(), Map.of("quality", Map.of("lossPercent", 101)))
                .then()
                .spec(refused(400, "validation-failed"));
    }

    /** A call, and its ticket. */
    private record Begun(long id, long ticket) {}

    /** A call in which customer and agent talk. */
    private record Talk(Begun call, Person customer, long customerLeg, long agentLeg) {}

    private Talk talk() {
        house.present(agent, "AVAILABLE");
        var call = begins("VOICE");
        house.awaitHeldBy(agent, call.ticket());
        return new Talk(call, customer, joins(customer, call, "TALK"), joins(agent, call, "TALK"));
    }

    private Begun begins(String kind) {
        var begun = customer.sends(Map.of("kind", kind, "text", "My lamp is broken."))
                .post(API + "/calls")
                .then()
                .statusCode(201)
                .body("callback", is(false))
                .extract()
                .jsonPath();
        return new Begun(begun.getLong("call.id"), begun.getLong("ticketId"));
    }

    private static long joins(Person person, Begun call, String mode) {
        return joinsAs(person, call, mode)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("leg.id");
    }

    private static Response joinsAs(Person person, Begun call, String mode) {
        return person.sends(Map.of("mode", mode)).post(API + "/calls/{id}/legs", call.id());
    }

    private static Response reports(Person person, Begun call, long leg) {
        return reports(person, call, leg, Map.of());
    }

    private static Response reports(Person person, Begun call, long leg, Map<String, ?> more) {
        var report = new HashMap<String, Object>(Map.of("mode", "TALK", "muted", false, "camera", false));
        report.putAll(Map.of("screen", false, "after", 0));
        report.putAll(more);
        return person.sends(report).put(API + "/calls/{id}/legs/{leg}", call.id(), leg);
    }

    private static Response tells(Person person, Begun call, long leg, long to, String type, String body) {
        return person.sends(Map.of("to", to, "type", type, "body", body))
                .post(API + "/calls/{id}/legs/{leg}/signals", call.id(), leg);
    }

    private static void leaves(Person person, Begun call, long leg) {
        person.asks()
                .delete(API + "/calls/{id}/legs/{leg}", call.id(), leg)
                .then()
                .statusCode(204);
    }

    private String state(Begun call) {
        return house.admin().reads("/calls/{id}", call.id()).getString("state");
    }
}
