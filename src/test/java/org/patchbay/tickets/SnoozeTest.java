package org.patchbay.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Tickets that are pending until a time. Tests move the clock. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class SnoozeTest {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private long ticket;

    @BeforeEach
    void anAgentHoldsATicket() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        ticket = house.ticket(customer);
        agent = house.availableAgent();
        house.awaitHeldBy(agent, ticket);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aSnoozedTicketReturnsToTheAgentWhoHeldItWhenItsTimeHasComeThoughOthersAreIdleLonger() {
        var longerIdle = house.availableAgent();
        var until = Times.now().plus(A_WHILE);
        snooze(Map.of("until", until.toString()))
                .then()
                .statusCode(200)
                .body("status", is("PENDING"), "pendingUntil", is(until.toString()));
        assertEquals(0, agent.reads("/agents/{id}", agent.id()).getInt("load"));

        MovableClock.forward(A_WHILE);
        house.awaitHeldBy(agent, ticket);
        agent.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "SNOOZED", "SNOOZE_ENDED", "ASSIGNED"))
                .body("items[2].note", is(until.toString()), "items[3]", not(hasKey("actorId")));
        agent.asks().get(API + "/tickets/{id}", ticket).then().body("$", not(hasKey("pendingUntil")));
        assertEquals(0, longerIdle.reads("/agents/{id}", longerIdle.id()).getInt("load"));
    }

    @Test
    void whoHeldItAndIsBusyByThenKeepsNobodyWaiting() {
        snooze(Map.of("until", Times.now().plus(A_WHILE).toString())).then().statusCode(200);
        house.awaitHeldBy(agent, house.ticket(house.customer()));
        var other = house.availableAgent();
        MovableClock.forward(A_WHILE);
        house.awaitHeldBy(other, ticket);
    }

    @Test
    void whateverTheCustomerWritesEndsTheSnoozeAndItsTimerIsStale() {
        snooze(Map.of("until", Times.now().plus(A_WHILE).toString())).then().statusCode(200);
        customer.sends(Map.of("text", "One more thing.", "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", ticket)
                .then()
                .statusCode(201);
        house.awaitHeldBy(agent, ticket);
        var later = Times.now().plus(A_WHILE.multipliedBy(3));
        snooze(Map.of("until", later.toString())).then().statusCode(200);

        MovableClock.forward(A_WHILE);
        await().until(() -> timers(), is(1L));
        assertEquals("PENDING", house.status(ticket));
        MovableClock.forward(A_WHILE.multipliedBy(2));
        house.awaitHeldBy(agent, ticket);
    }

    @Test
    void manyTimersOfOneTimeResumeItOnce() {
        snooze(Map.of("until", Times.now().plus(A_WHILE).toString())).then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            TestDatabase.execute(
                    "insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)"
                            + " select organisation_id, kind, subject_id, round, due_at, try_at, attempts from timer"
                            + " where kind = 'snooze-end' and subject_id = " + ticket + " limit 1");
        }
        MovableClock.forward(A_WHILE);
        await().until(() -> timers(), is(0L));
        house.awaitHeldBy(agent, ticket);
        assertEquals(
                1,
                TestDatabase.count("select count(*) from event where type = 'SNOOZE_ENDED' and ticket_id = " + ticket));
    }

    @Test
    void aTicketThatIsOverWhenItsTimeComesStaysSo() {
        snooze(Map.of("until", Times.now().plus(A_WHILE).toString())).then().statusCode(200);
        house.supervisor().takes("cancel", ticket).then().statusCode(200).body("$", not(hasKey("pendingUntil")));
        MovableClock.forward(A_WHILE);
        await().until(() -> timers(), is(0L));
        assertEquals("CANCELLED", house.status(ticket));
    }

    @Test
    void theCustomerIsAskedWithAQuestionAlone() {
        snooze(Map.of("until", Times.now().plus(A_WHILE).toString())).then().statusCode(200);
        customer.asks()
                .get(API + "/tickets/{id}", ticket)
                .then()
                .body("status", is("IN_PROGRESS"), "$", not(hasKey("pendingUntil")));
        customer.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED"));
        house.supervisor().takes("resume", ticket).then().statusCode(200);
        house.awaitHeldBy(agent, ticket);
        snooze(Map.of("until", Times.now().plus(A_WHILE).toString(), "note", "Which bulb?"))
                .then()
                .statusCode(200);
        customer.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", hasItem("PENDED"), "items.type", not(hasItem("SNOOZED")))
                .body("items.note", hasItem("Which bulb?"));
    }

    @Test
    void aTimeThatNobodyCanMeanIsRefused() {
        for (var until : List.of(
                Times.now().minus(A_WHILE).toString(),
                Times.now().plus(Duration.ofDays(400)).toString(),
                Instant.MAX.toString(),
                "tomorrow")) {
            assertEquals(400, snooze(Map.of("until", until)).statusCode(), until);
        }
        snooze(Map.of("until", Times.now().minus(A_WHILE).toString())).then().spec(refused(400, "validation-failed"));
        assertEquals("IN_PROGRESS", house.status(ticket));
    }

    private Response snooze(Map<String, ?> request) {
        return agent.sends(request).post(API + "/tickets/{id}/pend", ticket);
    }

    private long timers() {
        return TestDatabase.count("select count(*) from timer where kind = 'snooze-end' and subject_id = " + ticket);
    }
}
