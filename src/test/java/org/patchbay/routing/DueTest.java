package org.patchbay.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
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
import io.restassured.path.json.JsonPath;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/** Due times: time in which the queue is closed, or the customer must answer, does not count. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class DueTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private TestOrganisation house;
    private Person customer;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCaseOfTheNightIsDueInTheMorning() {
        var opening = tomorrow(9);
        long queue =
                house.queue("Office", promises(Map.of("businessHoursId", officeOf(tomorrow(9), "09:00", "17:00"))));
        long ticket = ticketIn(queue);

        assertEquals(opening.plus(HOUR).toString(), seen(ticket).getString("answerDueAt"));
        assertEquals(opening.plus(HOUR.multipliedBy(3)).toString(), seen(ticket).getString("resolutionDueAt"));
        assertEquals(
                opening.toString(),
                customer.reads("/tickets/" + ticket + "?expand=true").getString("details.opensAt"));
        // No timer of the ticket is due before.
        assertEquals(0, timersUntil(opening));
        house.supervisor()
                .asks()
                .get(API + "/floor")
                .then()
                .statusCode(200)
                .body(of(queue, "open"), is(false))
                .body(of(queue, "waiting"), is(1))
                .body(of(queue, "longestWaitSeconds"), is(0));
    }

    @Test
    void whatIsLeftOfADayGoesOnWhenTheQueueOpensAgain() {
        long hours = officeOf(Instant.now(), "00:00", "24:00");
        var aWholeDay = Map.of("percent", 80, "seconds", 86_400);
        long queue = house.queue("Once a week", Map.of("businessHoursId", hours, "serviceLevel", aWholeDay));
        long ticket = ticketIn(queue);
        var opened = Instant.parse(seen(ticket).getString("openedAt"));
        assertEquals(opened.plus(Duration.ofDays(7)).toString(), seen(ticket).getString("answerDueAt"));
        assertNull(customer.reads("/tickets/" + ticket + "?expand=true").getString("details.opensAt"), "it is open");
    }

    @Test
    void whileTheCustomerMustAnswerTheTimeToResolveItStandsStill() {
        long queue = house.queue("Returns", Map.of("resolutionSeconds", 300));
        var agent = house.agent();
        house.serve(queue, agent);
        house.present(agent, "AVAILABLE");
        long ticket = ticketIn(queue);
        house.awaitHeldBy(agent, ticket);
        var due = Instant.parse(seen(ticket).getString("resolutionDueAt"));
        house.present(agent, "AWAY");

        agent.takes("pend", ticket).then().statusCode(200).body("resolutionDueAt", nullValue());
        MovableClock.forward(Duration.ofMinutes(2));
        customer.takes("resume", ticket).then().statusCode(200);
        var later = Instant.parse(seen(ticket).getString("resolutionDueAt"));
        assertEquals(2, Duration.between(due, later).toMinutes());
        assertEquals(List.of(), promisesBroken(ticket));

        MovableClock.forward(Duration.ofMinutes(4).plusSeconds(10));
        await().until(() -> promisesBroken(ticket), is(List.of("RESOLUTION_AT_RISK")));
        MovableClock.forward(Duration.ofMinutes(1));
        await().until(() -> promisesBroken(ticket), hasItem("RESOLUTION_MISSED"));

        // Told once, with any later event.
        house.supervisor().takes("cancel", ticket).then().statusCode(200);
        assertEquals(List.of("RESOLUTION_AT_RISK", "RESOLUTION_MISSED"), promisesBroken(ticket));
    }

    @Test
    void whatIsReleasedIsNotRemindedOfTwice() {
        long queue = house.queue("Returns", promises(Map.of()));
        var agent = house.agent();
        house.serve(queue, agent);
        house.present(agent, "AVAILABLE");
        long ticket = ticketIn(queue);
        house.awaitHeldBy(agent, ticket);
        house.present(agent, "AWAY");
        agent.takes("release", ticket).then().statusCode(200);
        assertEquals(
                2,
                TestDatabase.count("select count(*) from timer where kind = 'resolution' and subject_id = " + ticket));
    }

    /** Within an hour an agent shall have it, within three it shall be resolved. */
    private static Map<String, Object> promises(Map<String, ?> more) {
        var promises = new HashMap<String, Object>(
                Map.of("serviceLevel", Map.of("percent", 80, "seconds", 3_600), "resolutionSeconds", 10_800));
        promises.putAll(more);
        return promises;
    }

    private long officeOf(Instant day, String from, String to) {
        var weekday = LocalDate.ofInstant(day, ZoneOffset.UTC).getDayOfWeek();
        return house.admin()
                .sends(Map.of(
                        "name",
                        TestOrganisation.unique("office"),
                        "timeZone",
                        "UTC",
                        "weekly",
                        List.of(Map.of("day", weekday.name(), "from", from, "to", to))))
                .post(API + "/business-hours")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Instant tomorrow(int hour) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private long ticketIn(long queue) {
        return house.ticket(house.integration(), house.order(customer), Map.of("queueId", queue));
    }

    private JsonPath seen(long ticket) {
        return house.admin().reads("/tickets/{id}", ticket);
    }

    private List<String> promisesBroken(long ticket) {
        return house.admin()
                .reads("/tickets/{id}/events", ticket)
                .getList("items.findAll{it.type.startsWith('RESOLUTION')}.type", String.class);
    }

    private static long timersUntil(Instant time) {
        return TestDatabase.count(
                "select count(*) from timer where kind in ('service-level', 'resolution') and due_at <= '"
                        + time.toString().replace("T", " ").replace("Z", "") + "' and organisation_id ="
                        + " (select max(id) from organisation)");
    }

    private static String of(long queue, String field) {
        return "queues.find{it.id == " + queue + "}." + field;
    }
}
