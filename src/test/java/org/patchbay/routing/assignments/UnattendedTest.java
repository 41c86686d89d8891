package org.patchbay.routing.assignments;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Tickets of agents who are gone. Tests move the clock and run the search. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class UnattendedTest {

    private static final int SECONDS = 300;
    private static final Duration ALMOST = Duration.ofSeconds(SECONDS - 30);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    Unattended unattended;

    private TestOrganisation house;
    private Person customer;
    private Person supervisor;
    private Person agent;
    private long first;
    private long second;

    @BeforeEach
    void giveAnAgentTwoTickets() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        supervisor = house.supervisor();
        agent = house.agent(2);
        house.present(agent, "AVAILABLE");
        first = house.ticket(customer);
        second = house.ticket(customer);
        house.awaitHeldBy(agent, first);
        house.awaitHeldBy(agent, second);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aSupervisorGivesBackAllThatAnAgentHoldsWhoIsAwayAndItKeepsItsPlace() {
        giveBack(agent).then().statusCode(200).body("tickets", empty());
        assertEquals("IN_PROGRESS", house.status(first), "they are there");
        line().body("items[0]", not(hasKey("goneSince")));

        house.present(agent, "AWAY");
        long younger = house.ticket(customer);
        var since = supervisor.reads("/agents/{id}", agent.id()).getString("presenceSince");
        house.present(agent, "OFFLINE");
        line().body("items[0].goneSince", is(since)).body("items[0].tickets.size()", is(2));
        giveBack(agent).then().statusCode(200).body("tickets", contains((int) first, (int) second));
        giveBack(agent).then().statusCode(200).body("tickets", empty());
        line().body("items[0].tickets", empty()).body("items[0].load", is(0));
        supervisor
                .asks()
                .get(API + "/tickets/{id}/events", first)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "RELEASED"))
                .body("items[2].actorName", is(supervisor.name()));

        var next = house.agent(1);
        house.present(next, "AVAILABLE");
        house.awaitHeldBy(next, first);
        next.takes("resolve", first).then().statusCode(200);
        house.awaitHeldBy(next, second);
        assertEquals("OPEN", house.status(younger));
    }

    @Test
    void onlyWhatOneSeesIsGivenBackAndOnlyByWhoSteers() {
        long berlin = house.group("Berlin", null);
        long root = house.admin().reads("/groups").getLong("items.find{it.id != " + berlin + "}.id");
        for (long group : List.of(root, berlin)) {
            house.member(group, agent, "GROUP");
        }
        house.admin()
                .sends(Map.of("groupId", berlin))
                .put(API + "/tickets/{id}/group", first)
                .then()
                .statusCode(200);
        house.isolate(true, false, false);
        house.present(agent, "AWAY");
        house.awaitHeldBy(agent, first);
        house.awaitHeldBy(agent, second);
        var ofBerlin = house.supervisor();
        house.member(berlin, ofBerlin, "GROUP");
        ofBerlin.asks()
                .post(API + "/agents/{id}/give-back", agent.id())
                .then()
                .statusCode(200)
                .body("tickets", contains((int) first));
        assertEquals("IN_PROGRESS", house.status(second));
        agent.asks().post(API + "/agents/{id}/give-back", agent.id()).then().spec(refused(403, "forbidden"));
        supervisor
                .asks()
                .post(API + "/agents/{id}/give-back", customer.id() + 1_000_000)
                .then()
                .spec(refused(404, "not-found"));
    }

    @Test
    void itGoesBackByItselfAfterTheTimeThatTheOrganisationSays() {
        house.present(agent, "AWAY");
        MovableClock.forward(Duration.ofMinutes(10));
        unattended.look();
        assertEquals("IN_PROGRESS", house.status(first), "nobody said after which time");

        returnAfter(SECONDS);
        unattended.look();
        for (long ticket : List.of(first, second)) {
            assertEquals(
                    List.of("OPENED", "ASSIGNED", "RELEASED"),
                    house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"));
        }
        assertEquals(0, house.admin().reads("/agents/{id}", agent.id()).getInt("load"));
        var next = house.agent(1);
        house.present(next, "AVAILABLE");
        house.awaitHeldBy(next, first);
    }

    @Test
    void whoComesBackInTimeKeepsItAndWhoGoesOfflineInsteadHasNoMoreTime() {
        returnAfter(SECONDS);
        house.present(agent, "AWAY");
        MovableClock.forward(ALMOST);
        house.present(agent, "AVAILABLE");
        house.present(agent, "AWAY");
        MovableClock.forward(A_MINUTE);
        unattended.look();
        assertEquals("IN_PROGRESS", house.status(first), "the time begins anew");

        house.present(agent, "OFFLINE");
        MovableClock.forward(ALMOST);
        unattended.look();
        assertEquals("OPEN", house.status(first));
        assertEquals(0, TestDatabase.count("select load_units from agent where id = " + agent.id()));
    }

    private void returnAfter(int seconds) {
        var settings = Map.of("answerWithinSeconds", 60, "returnAfterSeconds", seconds);
        house.admin().sends(settings).put(API + "/attendance").then().statusCode(200);
    }

    private Response giveBack(Person from) {
        return supervisor.asks().post(API + "/agents/{id}/give-back", from.id());
    }

    private ValidatableResponse line() {
        return supervisor
                .asks()
                .get(API + "/floor/agents?name={name}", agent.name())
                .then()
                .statusCode(200);
    }
}
