package org.patchbay.tickets;

import java.time.Duration;

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

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The automatic closing of resolved tickets. Tests move the clock. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class AutomaticClosingTest {

    private static final Duration A_WHILE = Duration.ofDays(1);

    @Inject
    TicketsConfig config;

    private TestOrganisation house;
    private Person customer;
    private long ticket;

    @BeforeEach
    void resolveATicket() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        ticket = house.ticket(customer);
        house.awaitHeldBy(house.availableAgent(), ticket);
        take("resolve");
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aResolvedTicketClosesWhenTheTimeToReopenItIsOver() {
        signedInAfter(config.reopenWithin().minus(A_WHILE));
        customer.asks().get(API + "/tickets/{id}", ticket).then().body("nextSteps", contains("REOPEN", "CLOSE"));
        signedInAfter(A_WHILE);
        customer.asks().get(API + "/tickets/{id}", ticket).then().body("nextSteps", not(hasItem("REOPEN")));
        await().until(() -> house.status(ticket), is("CLOSED"));
        customer.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "RESOLVED", "CLOSED"))
                .body("items[3]", not(hasKey("actorId")));
        customer.takes("reopen", ticket).then().spec(refused(409, "step-not-allowed"));
    }

    @Test
    void oneThatIsResolvedASecondTimeHasItsWholeTimeAgain() {
        signedInAfter(config.reopenWithin().minus(A_WHILE));
        house.sendEverybodyHome();
        customer.takes("reopen", ticket).then().statusCode(200);
        house.awaitHeldBy(house.availableAgent(), ticket);
        take("resolve");
        signedInAfter(A_WHILE);
        await().until(() -> timers(""), is(1L));
        assertEquals("RESOLVED", house.status(ticket));
        signedInAfter(config.reopenWithin().minus(A_WHILE));
        await().until(() -> house.status(ticket), is("CLOSED"));
    }

    private long timers(String more) {
        return TestDatabase.count(
                "select count(*) from timer where kind = 'close-resolved' and subject_id = " + ticket + more);
    }

    /** Tokens do not live that long. */
    private void signedInAfter(Duration time) {
        MovableClock.forward(time);
        house = house.signedInAgain();
        customer = house.person(customer.name(), customer.username());
    }

    private void take(String step) {
        house.supervisor().takes(step, ticket).then().statusCode(200);
    }
}
