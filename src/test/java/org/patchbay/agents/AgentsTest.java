package org.patchbay.agents;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.ListPages;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.credentials;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Agents, their presence and their leaving. */
@QuarkusTest
class AgentsTest {

    private final TestOrganisation house = new TestOrganisation();

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void anAgentIsCreatedWithASignInAndStartsOffline() {
        var name = unique("ada");
        var created = house.supervisor()
                .sends(Map.of("name", "Ada", "title", "Returns desk", "signIn", credentials(name)))
                .post(API + "/agents");
        long id = created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("presence", is("OFFLINE"))
                .body("capacity", is(1))
                .body("load", is(0))
                .extract()
                .jsonPath()
                .getLong("id");
        created.then().header("Location", endsWith(API + "/agents/" + id));
        TestOrganisation.signIn(name, PASSWORD).then().statusCode(200);
        house.admin()
                .sends(Map.of("name", "Ben", "signIn", credentials(name)))
                .post(API + "/agents")
                .then()
                .spec(refused(409, "already-exists"));
        assertEquals(
                List.of(id),
                house.each("/agents?name=Ada").stream().filter(any -> any >= id).toList(),
                "the second one left nothing behind");
    }

    @Test
    void agentsAreFoundByPresenceAndByAPartOfTheirName() {
        var here = house.availableAgent();
        var away = house.agent();
        house.present(away, "AWAY");
        var supervisor = house.supervisor();
        supervisor.asks().get(API + "/agents?presence=AVAILABLE").then().body("items.id", contains((int) here.id()));
        supervisor.asks().get(API + "/agents?presence=AWAY").then().body("items.id", hasItem((int) away.id()));
        supervisor
                .asks()
                .get(API + "/agents?name={part}", away.name().substring(2))
                .then()
                .body("items.id", hasItem((int) away.id()));
        var listPages = ListPages.of(supervisor, "/agents?limit=2");
        var all = listPages.stream().flatMap(List::stream).toList();
        assertEquals(all.stream().distinct().sorted().toList(), all);
        assertTrue(all.containsAll(List.of(here.id(), away.id())));
    }

    @Test
    void anEditOfTheProfileIsNotMadeStaleByWorkButByAnotherEdit() {
        var supervisor = house.supervisor();
        var agent = house.agent();
        var change = Map.of("name", "Renamed", "title", "Second line", "capacity", 2);
        house.present(agent, "AVAILABLE");
        supervisor
                .sends(change)
                .header("If-Match", "\"0\"")
                .put(API + "/agents/{id}", agent.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("Renamed"))
                .body("capacity", is(2));
        supervisor
                .sends(change)
                .header("If-Match", "\"0\"")
                .put(API + "/agents/{id}", agent.id())
                .then()
                .spec(refused(412, "version-mismatch"));
        supervisor
                .asks()
                .header("If-Match", "\"0\"")
                .delete(API + "/agents/{id}", agent.id())
                .then()
                .spec(refused(412, "version-mismatch"));
        assertEquals("AVAILABLE", supervisor.reads("/agents/{id}", agent.id()).getString("presence"));
    }

    @Test
    void capacityStaysAboveWhatTheAgentHoldsAndMoreOfItBringsTheNextTicket() {
        var customer = house.customer();
        var tickets = List.of(house.ticket(customer), house.ticket(customer), house.ticket(customer));
        var agent = house.agent(2);
        house.present(agent, "AVAILABLE");
        assertEquals(2, house.admin().reads("/agents/{id}", agent.id()).getInt("load"));
        var profile = house.admin();
        profile.sends(Map.of("name", "Ada", "capacity", 1))
                .put(API + "/agents/{id}", agent.id())
                .then()
                .spec(refused(409, "agent-at-capacity"));
        profile.sends(Map.of("name", "Ada", "capacity", 3))
                .put(API + "/agents/{id}", agent.id())
                .then()
                .statusCode(200)
                .body("load", is(3));
        tickets.forEach(ticket -> house.awaitHeldBy(agent, ticket));
    }

    @Test
    void agentsSetTheirOwnPresenceAndSupervisorsAnybodys() {
        var ada = house.agent();
        var ben = house.agent();
        ada.sends(Map.of("presence", "AWAY"))
                .put(API + "/agents/{id}/presence", ben.id())
                .then()
                .spec(refused(403, "forbidden"));
        house.present(ada, "WRAP_UP");
        house.supervisor()
                .sends(Map.of("presence", "AWAY"))
                .put(API + "/agents/{id}/presence", ben.id())
                .then()
                .statusCode(200)
                .body("presence", is("AWAY"));
        house.admin()
                .sends(Map.of("presence", "AWAY"))
                .put(API + "/agents/{id}/presence", house.supervisor().id())
                .then()
                .spec(refused(404, "not-found"));
    }

    @Test
    void whoIsAwayMaySayWhyInTheWordsOfTheOrganisation() {
        var ada = house.agent();
        long lunch = house.reason(unique("Lunch"));
        presence(ada, "AWAY", lunch)
                .then()
                .statusCode(200)
                .body("presence", is("AWAY"))
                .body("reasonId", is((int) lunch));
        var since = ada.reads("/agents/{id}", ada.id()).getString("presenceSince");
        presence(ada, "AWAY", lunch).then().statusCode(200).body("presenceSince", is(since));
        presence(ada, "AWAY", house.reason(unique("Training")))
                .then()
                .statusCode(200)
                .body("presenceSince", not(since));
        presence(ada, "AVAILABLE", lunch).then().spec(refused(400, "validation-failed"));
        presence(ada, "AWAY", 999_999_999).then().spec(refused(409, "conflict"));
        house.present(ada, "AVAILABLE");
        ada.asks().get(API + "/agents/{id}", ada.id()).then().body("reasonId", nullValue());
    }

    @Test
    void reasonsAreNamedRenamedAndDeletedWhileNobodyIsAwayForThem() {
        var name = unique("Coffee");
        long id = house.reason(name);
        var path = API + "/presence-reasons/{id}";
        house.admin()
                .sends(Map.of("name", name))
                .post(API + "/presence-reasons")
                .then()
                .spec(refused(409, "already-exists"));
        house.admin()
                .sends(Map.of("name", name + " break"))
                .put(path, id)
                .then()
                .statusCode(200)
                .body("version", is(1));
        house.admin()
                .sends(Map.of("name", "stale"))
                .header("If-Match", "\"0\"")
                .put(path, id)
                .then()
                .spec(refused(412, "version-mismatch"));
        var ada = house.agent();
        ada.asks().get(path, id).then().statusCode(200).body("name", is(name + " break"));
        presence(ada, "AWAY", id).then().statusCode(200);
        house.admin().asks().delete(path, id).then().spec(refused(409, "still-referred-to"));
        house.present(ada, "OFFLINE");
        house.admin().asks().delete(path, id).then().statusCode(204);
        ada.asks().get(path, id).then().spec(refused(404, "not-found"));
    }

    private static Response presence(Person agent, String presence, long reason) {
        return agent.sends(Map.of("presence", presence, "reasonId", reason))
                .put(API + "/agents/{id}/presence", agent.id());
    }

    @Test
    void theTicketOfADeletedAgentKeepsItsAgeAndGoesToTheNextOne() {
        var customer = house.customer();
        long held = house.ticket(customer);
        var leaver = house.availableAgent();
        house.awaitHeldBy(leaver, held);
        long younger = house.ticket(customer);
        var openedAt = house.admin().reads("/tickets/{id}", held).getString("openedAt");

        var supervisor = house.supervisor();
        supervisor.asks().delete(API + "/agents/{id}", leaver.id()).then().statusCode(204);
        assertEquals("OPEN", house.status(held));
        assertEquals(openedAt, house.admin().reads("/tickets/{id}", held).getString("openedAt"));
        var history = house.admin().reads("/tickets/{id}/events", held);
        assertEquals(List.of("OPENED", "ASSIGNED", "RELEASED"), history.getList("items.type"));
        assertEquals(supervisor.name(), history.getString("items[2].actorName"));

        var next = house.availableAgent();
        assertEquals("IN_PROGRESS", house.status(held));
        house.awaitHeldBy(next, held);
        assertEquals("OPEN", house.status(younger));

        TestOrganisation.signIn(leaver.username(), PASSWORD).then().spec(refused(401, "wrong-credentials"));
        supervisor.asks().get(API + "/agents/{id}", leaver.id()).then().spec(refused(404, "not-found"));
        supervisor.asks().delete(API + "/agents/{id}", leaver.id()).then().spec(refused(404, "not-found"));
        assertTrue(house.each("/agents?limit=200").stream().noneMatch(id -> id == leaver.id()));
    }
}
