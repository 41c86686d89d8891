package org.patchbay.routing.offers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Agents are asked whether they take a ticket. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class OffersTest {

    private static final int LONG = 600;
    /** Ten of them end within the life of a token. */
    private static final int SHORT = 60;

    private static final Duration THAT_SHORT = Duration.ofSeconds(SHORT);

    private TestOrganisation house;
    private Person customer;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        house.offering(LONG);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whoAcceptsHoldsTheTicketAndIsToldTheSameAgain() {
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        long offer = offerOf(agent, ticket);
        house.admin()
                .asks()
                .get(API + "/tickets/{id}", ticket)
                .then()
                .body("status", is("OFFERED"))
                .body("agentId", is((int) agent.id()))
                .body("nextSteps", contains("ASSIGN", "RELEASE", "CANCEL"));
        assertEquals(1, agent.reads("/agents/{id}", agent.id()).getInt("load"));
        agent.takes("release", ticket).then().spec(refused(403, "forbidden"));
        agent.takes("resolve", ticket).then().spec(refused(409, "step-not-allowed"));

        var accepted = answer(agent, offer, "accept").then().statusCode(200).body("state", is("ACCEPTED"));
        var again = answer(agent, offer, "accept").then().statusCode(200);
        assertEquals(accepted.extract().asString(), again.extract().asString());
        house.awaitHeldBy(agent, ticket);
        agent.takes("resolve", ticket).then().statusCode(200);
        answer(agent, offer, "accept").then().statusCode(200).body("state", is("ACCEPTED"));
        assertEquals(
                List.of("OPENED", "OFFERED", "ACCEPTED", "RESOLVED"),
                house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"));
        agent.asks().get(API + "/offers").then().body("items", empty());
    }

    @Test
    void aDeclinedTicketGoesToSomebodyElseWithItsAgeAndDoesNotComeBack() {
        var first = house.availableAgent();
        long ticket = house.ticket(customer);
        var opened = house.admin().reads("/tickets/{id}", ticket).getString("openedAt");
        long offer = offerOf(first, ticket);
        first.sends(Map.of("reason", "I do not speak French."))
                .post(API + "/offers/{id}/decline", offer)
                .then()
                .statusCode(200)
                .body("state", is("DECLINED"));
        answer(first, offer, "accept").then().spec(refused(409, "offer-gone")).body("currentStatus", is("OPEN"));
        assertEquals("OPEN", house.status(ticket));
        long another = house.ticket(customer);
        offerOf(first, another);
        var second = house.availableAgent();
        offerOf(second, ticket);
        assertEquals(opened, house.admin().reads("/tickets/{id}", ticket).getString("openedAt"));
        answer(first, offer, "accept").then().spec(refused(409, "offer-gone")).body("currentStatus", is("OFFERED"));
        answer(second, offer, "accept").then().spec(refused(404, "not-found"));
        house.admin()
                .asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "OFFERED", "DECLINED", "OFFERED"))
                .body("items[2].note", is("I do not speak French."));
    }

    @Test
    void whoMissesThreeOffersInARowIsAwayAndTheTicketsGoOn() {
        house.offering(SHORT);
        var agent = house.availableAgent();
        var tickets = Stream.generate(() -> house.ticket(customer)).limit(3).toList();
        for (long ticket : tickets) {
            offerOf(agent, ticket);
            MovableClock.forward(THAT_SHORT);
        }
        await().until(() -> agent.reads("/agents/{id}", agent.id()).getString("presence"), is("AWAY"));
        long reason = agent.reads("/agents/{id}", agent.id()).getLong("reasonId");
        assertEquals(
                "Missed offers",
                house.admin().reads("/presence-reasons/{id}", reason).getString("name"));
        assertEquals(0, agent.reads("/agents/{id}", agent.id()).getInt("load"));
        for (long ticket : tickets) {
            assertEquals(
                    List.of("OPENED", "OFFERED", "EXPIRED"),
                    house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"));
        }
    }

    @Test
    void theOffersOfWhoGoesOfflineReturnAtOnce() {
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        long offer = offerOf(agent, ticket);
        house.present(agent, "OFFLINE");
        assertEquals("OPEN", house.status(ticket));
        agent.asks().get(API + "/offers/{id}", offer).then().body("state", is("REVOKED"));
        house.present(agent, "AVAILABLE");
        offerOf(agent, ticket);
    }

    @Test
    void aSupervisorGivesAnOfferedTicketToWhomTheyLike() {
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        long offer = offerOf(agent, ticket);
        house.present(agent, "AWAY");
        var other = house.agent();
        house.offering(LONG);
        house.present(other, "AVAILABLE");
        offerOf(other, ticket);
        house.supervisor()
                .sends(Map.of("agentId", other.id()))
                .post(API + "/tickets/{id}/assign", ticket)
                .then()
                .statusCode(200)
                .body("status", is("IN_PROGRESS"));
        agent.asks().get(API + "/offers/{id}", offer).then().body("state", is("REVOKED"));
        assertEquals(1, other.reads("/agents/{id}", other.id()).getInt("load"));
    }

    @Test
    void ofManyAnswersToOneOfferOneCounts() {
        for (int round = 0; round < 10; round++) {
            var agent = house.availableAgent();
            long ticket = house.ticket(customer);
            long offer = offerOf(agent, ticket);
            var answers = Stream.of("accept", "decline", "accept", "decline")
                    .map(answer -> CompletableFuture.supplyAsync(() -> answer(agent, offer, answer)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertEquals(
                    List.of(200, 200, 409, 409),
                    answers.stream().map(Response::statusCode).sorted().toList(),
                    () -> answers.stream()
                            .map(answer -> answer.asString())
                            .toList()
                            .toString());
            house.present(agent, "OFFLINE");
            MovableClock.forward(THAT_SHORT);
            long live = TestDatabase.count("select count(*) from assignment where live_ticket_id = " + ticket);
            assertEquals(live, TestDatabase.count("select load_units from agent where id = " + agent.id()));
            house.clear();
        }
    }

    @Test
    void whoDoesNothingAboutATicketInTimeLosesIt() {
        house.offering(null);
        var queue = house.queue("Quick", Map.of("firstResponseSeconds", SHORT));
        var idle = house.agent();
        house.serve(queue, idle);
        house.present(idle, "AVAILABLE");
        long ticket = ticketIn(queue);
        house.awaitHeldBy(idle, ticket);
        MovableClock.forward(THAT_SHORT);
        await().until(() -> house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"), hasSize(3));
        assertEquals(
                List.of("OPENED", "ASSIGNED", "EXPIRED"),
                house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"));

        var busy = house.agent();
        house.serve(queue, busy);
        house.present(busy, "AVAILABLE");
        house.awaitHeldBy(busy, ticket);
        busy.sends(Map.of("note", "On it."))
                .post(API + "/tickets/{id}/notes", ticket)
                .then()
                .statusCode(200);
        MovableClock.forward(THAT_SHORT);
        long live = TestDatabase.count("select max(id) from assignment where ticket_id = " + ticket);
        await().until(
                        () -> TestDatabase.count(
                                "select count(*) from timer where kind = 'first-response' and subject_id = " + live),
                        is(0L));
        house.awaitHeldBy(busy, ticket);
    }

    @Test
    void whoDoesNothingAboutThreeTicketsInARowIsAwayAsWhoMissesThreeOffers() {
        house.offering(null);
        var queue = house.queue("Quick", Map.of("firstResponseSeconds", SHORT));
        var agent = house.agent();
        house.serve(queue, agent);
        house.present(agent, "AVAILABLE");
        neglects(agent, ticketIn(queue), "ASSIGNED");
        neglects(agent, ticketIn(queue), "ASSIGNED");

        // An agent who does something about a ticket has not missed it.
        long third = ticketIn(queue);
        house.awaitHeldBy(agent, third);
        agent.takes("resolve", third).then().statusCode(200);
        MovableClock.forward(THAT_SHORT);
        await().until(() -> missed(agent), is(0L));

        // Accepting is not doing something about it.
        house.offering(LONG);
        for (int i = 0; i < 3; i++) {
            assertEquals("AVAILABLE", presence(agent));
            long ticket = ticketIn(queue);
            answer(agent, offerOf(agent, ticket), "accept").then().statusCode(200);
            neglects(agent, ticket, "OFFERED", "ACCEPTED");
        }
        await().until(() -> presence(agent), is("AWAY"));
        long reason = agent.reads("/agents/{id}", agent.id()).getLong("reasonId");
        assertEquals(
                "Missed offers",
                house.admin().reads("/presence-reasons/{id}", reason).getString("name"));
        assertEquals(0, agent.reads("/agents/{id}", agent.id()).getInt("load"));
    }

    private void neglects(Person agent, long ticket, String... got) {
        house.awaitHeldBy(agent, ticket);
        MovableClock.forward(THAT_SHORT);
        var events = Stream.of(Stream.of("OPENED"), Stream.of(got), Stream.of("EXPIRED"))
                .flatMap(part -> part)
                .toList();
        await().until(() -> house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"), is(events));
    }

    private static String presence(Person agent) {
        return agent.reads("/agents/{id}", agent.id()).getString("presence");
    }

    private static long missed(Person agent) {
        return TestDatabase.count("select missed_offers from agent where id = " + agent.id());
    }

    private long ticketIn(long queue) {
        return house.ticket(house.integration(), house.order(customer), Map.of("queueId", queue));
    }

    /** Waits until the ticket is offered to the agent. */
    private static long offerOf(Person agent, long ticket) {
        return await().until(
                        () -> agent.reads("/offers")
                                .getList("items.findAll{it.ticketId == " + ticket + "}.id", Long.class),
                        hasSize(1))
                .getFirst();
    }

    private static Response answer(Person agent, long offer, String answer) {
        return agent.asks().contentType(ContentType.JSON).post(API + "/offers/{id}/{answer}", offer, answer);
    }
}
