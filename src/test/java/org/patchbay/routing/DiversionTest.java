package org.patchbay.routing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Tickets that come to a closed or full queue. */
@QuarkusTest
class DiversionTest {

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
    void aClosedQueueKeepsTicketsWaitingUnlessItSaysOtherwise() {
        long silent = house.queue("Silent", Map.of("businessHoursId", never()));
        assertEquals(silent, queueOf(opened("CHAT", silent)));
        long open = house.queue("Open", Map.of("businessHoursId", always(), "whenClosed", "REFUSE"));
        assertEquals(open, queueOf(opened("CHAT", open)));
    }

    @Test
    void aClosedQueueRefusesAndSaysWhenItOpens() {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(2);
        long hours = hours(List.of(opening(day.getDayOfWeek(), "09:00", "17:00")));
        long office = house.queue("Office", Map.of("businessHoursId", hours, "whenClosed", "REFUSE"));
        open("CHAT", office)
                .then()
                .spec(refused(409, "queue-refuses"))
                .body("detail", containsString("closed"))
                .body("queue", is("Office"))
                .body("opensAt", is(day.atTime(9, 0).toInstant(ZoneOffset.UTC).toString()));
        long ruin = house.queue("Ruin", Map.of("businessHoursId", never(), "whenClosed", "REFUSE"));
        open("CHAT", ruin).then().spec(refused(409, "queue-refuses")).body("opensAt", nullValue());
        assertEquals(0, house.each("/tickets").size());
    }

    @Test
    void aCustomerIsRefusedByTheDefaultQueueAndMayComeBack() {
        int first = house.admin().reads("/queues").getInt("items[0].id");
        setDefault(first, Map.of("businessHoursId", never(), "whenClosed", "REFUSE"));
        var order = house.order(customer);
        customer.sends(Map.of("orderNumber", order.number(), "reason", "DAMAGED"))
                .post(API + "/tickets")
                .then()
                .spec(refused(409, "queue-refuses"));
        setDefault(first, Map.of());
        house.ticket(customer, order, Map.of());
    }

    @Test
    void overflowIsFollowedToAQueueThatTakesTheTicket() {
        long last = house.queue("Last");
        long full = house.queue(
                "Full", Map.of("maxSize", Map.of("tickets", 1, "then", "OVERFLOW"), "overflowQueueId", last));
        long closed = house.queue(
                "Closed", Map.of("businessHoursId", never(), "whenClosed", "OVERFLOW", "overflowQueueId", full));
        assertEquals(full, queueOf(opened("CHAT", closed)));
        long second = opened("VOICE", closed);
        assertEquals(last, queueOf(second));
        house.admin().asks().get(API + "/tickets/{id}/events", second).then().body("items.type", contains("OPENED"));
        var agent = house.agent(3);
        house.serve(last, agent);
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, second);
    }

    @Test
    void aFullQueueTakesTicketsAgainOnceOneOfThemWaitsNoLonger() {
        long small = house.queue("Small", Map.of("maxSize", Map.of("tickets", 2, "then", "REFUSE")));
        long first = opened("CHAT", small);
        opened("VOICE", small);
        open("CHAT", small)
                .then()
                .spec(refused(409, "queue-refuses"))
                .body("detail", containsString("full"))
                .body("queue", is("Small"))
                .body("opensAt", nullValue());
        house.admin().takes("cancel", first).then().statusCode(200);
        opened("CHAT", small);
        open("CHAT", small).then().spec(refused(409, "queue-refuses"));
    }

    @Test
    void whoCannotBeServedNowIsCalledBack() {
        long hotline = house.queue("Hotline", Map.of("businessHoursId", never(), "whenClosed", "CALLBACK"));
        long ticket = opened("VOICE", hotline);
        house.admin()
                .asks()
                .get(API + "/tickets/{id}", ticket)
                .then()
                .header("ETag", "\"0\"")
                .body("channel", is("CALLBACK"))
                .body("queueId", is((int) hotline));
        house.admin()
                .asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.type", contains("OPENED", "DEFERRED"))
                .body("items[1].note", containsString("VOICE"))
                .body("items[1].note", containsString("Hotline is closed"))
                .body("items[1].actorName", nullValue());
        var agent = house.agent(2);
        house.serve(hotline, agent);
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, ticket);
        assertEquals(1, agent.reads("/agents/{id}", agent.id()).getInt("load"), "a callback, not a call");
    }

    private long never() {
        return hours(List.of());
    }

    private long always() {
        return hours(Stream.of(DayOfWeek.values())
                .map(day -> opening(day, "00:00", "24:00"))
                .toList());
    }

    private long hours(List<?> weekly) {
        return house.admin()
                .sends(Map.of("name", TestOrganisation.unique("hours"), "timeZone", "UTC", "weekly", weekly))
                .post(API + "/business-hours")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Map<String, Object> opening(DayOfWeek day, String from, String to) {
        return Map.of("day", day.name(), "from", from, "to", to);
    }

    private void setDefault(long queue, Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("name", "Default", "distribution", "LONGEST_IDLE"));
        request.putAll(more);
        house.admin().sends(request).put(API + "/queues/{id}", queue).then().statusCode(200);
    }

    private Response open(String channel, long queue) {
        return shop.sends(Map.of("channel", channel, "customerId", customer.id(), "queueId", queue))
                .post(API + "/tickets");
    }

    private long opened(String channel, long queue) {
        return open(channel, queue).then().statusCode(201).extract().jsonPath().getLong("id");
    }

    private long queueOf(long ticket) {
        return house.admin().reads("/tickets/{id}", ticket).getLong("queueId");
    }
}
