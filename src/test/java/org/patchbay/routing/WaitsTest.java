package org.patchbay.routing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/** A ticket may wait more than once, and each time its queue's limit is whole. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class WaitsTest {

    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofMinutes(4);
    private static final Duration REST = Duration.ofMinutes(1);

    private TestOrganisation house;
    private Person customer;
    private Person shop;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        shop = house.integration();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whatAnAgentGivesBackHasAWholeLimitAgainHoweverLongTheyHadIt() {
        for (var wayBack : List.of(List.of("release"), List.of("pend", "resume"), List.of("resolve", "reopen"))) {
            for (var held : List.of(MOST, WHOLE.plus(REST))) {
                foundAnOrganisation();
                long queue = refusing("Refuses");
                var agent = house.agent();
                house.serve(queue, agent);
                house.present(agent, "AVAILABLE");
                long ticket = ticketIn(queue);
                house.awaitHeldBy(agent, ticket);
                house.present(agent, "AWAY");
                MovableClock.forward(held);
                wayBack.forEach(step -> house.admin().takes(step, ticket).then().statusCode(200));

                waitsForTheWholeLimit(ticket);
            }
        }
    }

    @Test
    void anOfferThatCameToNothingIsPartOfTheWait() {
        long queue = refusing("Asks");
        house.offering(600);
        var agent = house.agent();
        house.serve(queue, agent);
        house.present(agent, "AVAILABLE");
        long ticket = ticketIn(queue);
        MovableClock.forward(MOST);
        long offer = await().until(() -> agent.reads("/offers").getList("items.id", Long.class), hasSize(1))
                .getFirst();
        agent.asks()
                .contentType(ContentType.JSON)
                .post(API + "/offers/{id}/decline", offer)
                .then()
                .statusCode(200);
        assertEquals("OPEN", house.status(ticket));
        MovableClock.forward(REST);
        await().until(() -> house.status(ticket), is("CANCELLED"));
    }

    @Test
    void whatComesToAnotherQueueAndBackHasAWholeLimitInEach() {
        long here = refusing("Here");
        long there = refusing("There");
        long ticket = ticketIn(here);
        for (long next : List.of(there, here)) {
            MovableClock.forward(MOST);
            moveTo(next, ticket);
        }
        waitsForTheWholeLimit(ticket);
    }

    @Test
    void whatIsPutElsewhereWhileItIsHeldDoesNotWaitYet() {
        var agent = house.availableAgent();
        long ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
        long queue = refusing("Later");
        moveTo(queue, ticket);
        MovableClock.forward(MOST);
        house.supervisor().takes("release", ticket).then().statusCode(200);
        MovableClock.forward(MOST);
        awaitTimers(ticket, 1);
        assertEquals("OPEN", house.status(ticket));
    }

    @Test
    void aCallThatIsOwedAlreadyIsNotDeferredAgain() {
        long calls = house.queue("Calls", Map.of("maxWait", Map.of("seconds", 300, "then", "CALLBACK")));
        long ticket = ticketIn(calls);
        MovableClock.forward(WHOLE);
        await().until(() -> eventsOf(ticket), is(List.of("OPENED", "DEFERRED")));
        moveTo(house.queue("Elsewhere"), ticket);
        moveTo(calls, ticket);
        MovableClock.forward(WHOLE);
        awaitTimers(ticket, 0);
        assertEquals(List.of("OPENED", "DEFERRED", "REQUEUED", "REQUEUED"), eventsOf(ticket));
    }

    @Test
    void thePromiseThatCountsIsThatOfTheQueueWhereATicketAwaitsItsFirstAgent() {
        long quick = promising("Quick", 300);
        long slow = promising("Slow", 600);
        long ticket = ticketIn(quick);
        moveTo(slow, ticket);
        MovableClock.forward(WHOLE);
        awaitTimers(ticket, 2);
        assertEquals(List.of("OPENED", "REQUEUED"), eventsOf(ticket));
        MovableClock.forward(Duration.ofMinutes(3));
        await().until(() -> eventsOf(ticket), is(List.of("OPENED", "REQUEUED", "SERVICE_LEVEL_AT_RISK")));
        moveTo(quick, ticket);
        await().until(
                        () -> eventsOf(ticket),
                        is(List.of("OPENED", "REQUEUED", "SERVICE_LEVEL_AT_RISK", "REQUEUED", "SERVICE_LEVEL_MISSED")));
    }

    /** From now on: most of it changes nothing, and then the queue refuses. */
    private void waitsForTheWholeLimit(long ticket) {
        MovableClock.forward(MOST);
        awaitTimers(ticket, 1);
        assertEquals("OPEN", house.status(ticket));
        MovableClock.forward(REST);
        await().until(() -> house.status(ticket), is("CANCELLED"));
    }

    private long refusing(String name) {
        return house.queue(name, Map.of("maxWait", Map.of("seconds", 300, "then", "REFUSE")));
    }

    private long promising(String name, int seconds) {
        return house.queue(name, Map.of("serviceLevel", Map.of("percent", 80, "seconds", seconds)));
    }

    private long ticketIn(long queue) {
        return house.ticket(shop, house.order(customer), Map.of("queueId", queue));
    }

    private void moveTo(long queue, long ticket) {
        house.supervisor()
                .sends(Map.of("queueId", queue))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .statusCode(200);
    }

    /** Waits until all but so many timers of a ticket have fired. */
    private static void awaitTimers(long ticket, long left) {
        await().until(
                        () -> TestDatabase.count(
                                "select count(*) from timer where kind in ('max-wait', 'service-level')"
                                        + " and subject_id = " + ticket),
                        is(left));
    }

    private List<String> eventsOf(long ticket) {
        return house.admin().reads("/tickets/{id}/events", ticket).getList("items.type", String.class);
    }
}
