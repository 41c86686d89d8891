package org.patchbay.routing.pools;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The cost of tickets of different channels to an agent of three units, who holds two chats at most. */
@QuarkusTest
class CapacityTest {

    private TestOrganisation house;
    private Person customer;
    private Person shop;
    private Person agent;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        shop = house.integration();
        house.admin()
                .sends(Map.of("units", 2, "exclusive", false))
                .put(API + "/channels/RETURN_CASE")
                .then()
                .statusCode(200);
        agent = house.agent(3);
        house.admin()
                .sends(List.of(Map.of("channel", "CHAT", "maximum", 2)))
                .put(API + "/agents/{id}/limits", agent.id())
                .then()
                .statusCode(200);
        house.present(agent, "AVAILABLE");
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void eachChannelTakesItsUnitsAndWhatDoesNotFitWaits() {
        long chat = opened("CHAT");
        house.awaitHeldBy(agent, chat);
        holds(1, "CHAT");
        long returned = house.ticket(customer);
        house.awaitHeldBy(agent, returned);
        holds(3, "CHAT", "RETURN_CASE");
        long waiting = opened("CHAT");
        looksAgain();
        assertEquals("OPEN", house.status(waiting));
        agent.takes("resolve", returned).then().statusCode(200);
        house.awaitHeldBy(agent, waiting);
        holds(2, "CHAT", "CHAT");
    }

    @Test
    void aLimitHoldsThoughUnitsAreLeftWhichOtherChannelsGet() {
        house.awaitHeldBy(agent, opened("CHAT"));
        house.awaitHeldBy(agent, opened("CHAT"));
        long third = opened("CHAT");
        long workItem = opened("WORK_ITEM");
        house.awaitHeldBy(agent, workItem);
        holds(3, "CHAT", "CHAT", "WORK_ITEM");
        agent.takes("resolve", workItem).then().statusCode(200);
        looksAgain();
        holds(2, "CHAT", "CHAT");
        assertEquals("OPEN", house.status(third));
        cannotBeAssigned(third);
        house.admin()
                .sends(List.of(Map.of("channel", "CHAT", "maximum", 3)))
                .put(API + "/agents/{id}/limits", agent.id())
                .then()
                .statusCode(200);
        house.awaitHeldBy(agent, third);
        holds(3, "CHAT", "CHAT", "CHAT");
    }

    @Test
    void aCallComesToWhoHoldsNothingElseAndThenNothingElseComes() {
        long chat = opened("CHAT");
        house.awaitHeldBy(agent, chat);
        long call = opened("VOICE");
        looksAgain();
        holds(1, "CHAT");
        cannotBeAssigned(call);
        agent.takes("resolve", chat).then().statusCode(200);
        house.awaitHeldBy(agent, call);
        holds(3, "VOICE");
        long second = opened("CHAT");
        looksAgain();
        holds(3, "VOICE");
        agent.takes("resolve", call).then().statusCode(200);
        house.awaitHeldBy(agent, second);
        holds(1, "CHAT");
    }

    @Test
    void aCallTakesAllOfItsAgentHoweverMuchThatBecomesMeanwhile() {
        long call = opened("VOICE");
        house.awaitHeldBy(agent, call);
        long chat = opened("CHAT");
        for (int capacity : List.of(5, 2)) {
            house.admin()
                    .sends(Map.of("name", agent.name(), "capacity", capacity))
                    .put(API + "/agents/{id}", agent.id())
                    .then()
                    .statusCode(200)
                    .body("load", is(capacity));
            looksAgain();
            holds(capacity, "VOICE");
        }
        agent.takes("resolve", call).then().statusCode(200);
        house.awaitHeldBy(agent, chat);
        holds(1, "CHAT");
    }

    @Test
    void aPendingTicketFreesItsUnitsAndWaitsForThemWhenItReturns() {
        long first = house.ticket(customer);
        house.awaitHeldBy(agent, first);
        long second = house.ticket(customer);
        looksAgain();
        holds(2, "RETURN_CASE");
        agent.takes("pend", first).then().statusCode(200);
        house.awaitHeldBy(agent, second);
        holds(2, "RETURN_CASE");
        customer.takes("resume", first).then().statusCode(200);
        looksAgain();
        assertEquals("OPEN", house.status(first));
        agent.takes("resolve", second).then().statusCode(200);
        house.awaitHeldBy(agent, first);
        holds(2, "RETURN_CASE");
        agent.takes("pend", first).then().statusCode(200);
        holds(0);
    }

    private long opened(String channel) {
        return shop.sends(Map.of("channel", channel, "customerId", customer.id()))
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void cannotBeAssigned(long ticket) {
        house.supervisor()
                .sends(Map.of("agentId", agent.id()))
                .post(API + "/tickets/{id}/assign", ticket)
                .then()
                .spec(refused(409, "agent-at-capacity"));
    }

    /** Gives the agent everything that they can take, before this returns. */
    private void looksAgain() {
        house.present(agent, "WRAP_UP");
        house.present(agent, "AVAILABLE");
    }

    /** Asserts the load in the database. */
    private void holds(int units, String... channels) {
        assertEquals(
                List.of(channels),
                TestDatabase.list(
                        "select t.channel from assignment x join ticket t on t.id = x.ticket_id"
                                + " where x.live_agent_id = " + agent.id() + " order by t.channel",
                        row -> row.getString(1)));
        assertEquals(units, TestDatabase.count("select load_units from agent where id = " + agent.id()));
        assertEquals(
                units,
                TestDatabase.count(
                        "select coalesce(sum(units), 0) from assignment where live_agent_id = " + agent.id()));
    }
}
