package org.patchbay.supervision;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The supervisors' view of the floor. */
@QuarkusTest
class FloorTest {

    private TestOrganisation house;
    private Person supervisor;
    private Person customer;

    @BeforeEach
    void open() {
        house = TestOrganisation.ofNewOrganisation();
        supervisor = house.supervisor();
        customer = house.customer();
    }

    @Test
    void aQueueTellsWhatWaitsWhatIsHeldAndWhoServesIt() {
        var agent = house.agent(2);
        var away = house.agent();
        house.present(away, "AWAY");
        house.agent();
        house.present(agent, "AVAILABLE");
        long held = house.ticket(customer);
        long pending = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        house.awaitHeldBy(agent, pending);
        supervisor.takes("pend", pending).then().statusCode(200);
        floor(supervisor, all -> all.body("queues[0].name", is("Default"))
                .body("queues[0].waiting", is(0))
                .body("queues[0].oldestWaitingSince", nullValue())
                .body("queues[0].longestWaitSeconds", is(0))
                .body("queues[0].inProgress", is(1))
                .body("queues[0].pending", is(1))
                .body("queues[0].agents", is(Map.of("AVAILABLE", 1, "AWAY", 1, "WRAP_UP", 0, "OFFLINE", 1)))
                .body("queues[0].free", is(1))
                .body("queues[0].alarms", empty()));

        house.sendEverybodyHome();
        long waiting = house.ticket(customer);
        TestDatabase.execute(
                "update ticket set waiting_since = utc_timestamp(6) - interval 90 second where id = " + waiting);
        house.ticket(customer);
        floor(supervisor, all -> all.body("queues[0].waiting", is(2))
                .body("queues[0].oldestWaitingSince", notNullValue())
                .body("queues[0].longestWaitSeconds", greaterThanOrEqualTo(90))
                .body("queues[0].agents.AVAILABLE", is(0))
                .body("queues[0].free", is(0))
                .body("totals.waiting", is(2))
                .body("totals.inProgress", is(1))
                .body("totals.longestWaitSeconds", greaterThanOrEqualTo(90))
                .body("totals.agents.OFFLINE", is(2)));
    }

    @Test
    void agentsCountWhereTheyServeByNameAndByGroupAndOnceInAll() {
        long berlin = house.group("Berlin", null);
        long mitte = house.group("Mitte", berlin);
        var named = house.availableAgent();
        var grouped = house.availableAgent();
        house.member(mitte, grouped, "OWN");
        long queue = house.queue("Returns");
        house.admin()
                .sends(List.of(Map.of("agentId", named.id()), Map.of("groupId", berlin)))
                .put(API + "/queues/{id}/members", queue)
                .then()
                .statusCode(200);
        long nobodys = house.queue("Nobody's");
        house.availableAgent();
        floor(supervisor, all -> all.body(of(queue, "free"), is(2))
                .body(of(queue, "agents.AVAILABLE"), is(2))
                .body(of(nobodys, "free"), is(0))
                .body("queues[0].free", is(3))
                .body("totals.free", is(3)));
        supervisor
                .asks()
                .get(API + "/floor/agents?queueId={queue}", queue)
                .then()
                .statusCode(200)
                .body("items.id", contains((int) named.id(), (int) grouped.id()));
        supervisor
                .asks()
                .get(API + "/floor/agents?queueId={queue}", nobodys)
                .then()
                .body("items", empty());
    }

    @Test
    void theServiceLevelIsTheShareOfTodaysTicketsThatWereTakenInTime() {
        long queue = house.queue("Returns", Map.of("serviceLevel", Map.of("percent", 80, "seconds", 600)));
        var agent = house.agent(10);
        house.serve(queue, agent);
        var inTime = waiting(queue);
        var late = waiting(queue);
        var yesterday = waiting(queue);
        var withdrawn = waiting(queue);
        TestDatabase.execute(
                "update ticket set answer_due_at = answer_due_at - interval 600 second where id = " + late);
        supervisor.takes("cancel", withdrawn).then().statusCode(200);
        house.present(agent, "AVAILABLE");
        for (long ticket : new long[] {inTime, late, yesterday}) {
            house.awaitHeldBy(agent, ticket);
        }
        TestDatabase.execute("update ticket set left_at = left_at - interval 1 day where id = " + yesterday);
        floor(supervisor, all -> all.body(of(queue, "serviceLevel.targetPercent"), is(80))
                .body(of(queue, "serviceLevel.withinSeconds"), is(600))
                .body(of(queue, "serviceLevel.answered"), is(2))
                .body(of(queue, "serviceLevel.answeredWithin"), is(1))
                .body(of(queue, "serviceLevel.percent"), is(50.0f))
                .body(of(queue, "serviceLevel.abandoned"), is(1))
                .body("queues[0].serviceLevel.percent", nullValue())
                .body("totals.answered", is(2))
                .body("totals.abandoned", is(1)));

        // It counts once, where it was first taken.
        house.present(agent, "OFFLINE");
        supervisor.takes("release", late).then().statusCode(200);
        supervisor.takes("cancel", late).then().statusCode(200);
        floor(supervisor, all -> all.body(of(queue, "inProgress"), is(2))
                .body(of(queue, "serviceLevel.answered"), is(2))
                .body(of(queue, "serviceLevel.abandoned"), is(1)));
    }

    @Test
    void alarmsAreRaisedWhileAFigurePassesItsThreshold() {
        int queue = supervisor.reads("/queues").getInt("items[0].id");
        var limits = Map.of("maxWaiting", 1, "maxWaitSeconds", 60, "minServiceLevelPercent", 80, "minFreeAgents", 1);
        supervisor
                .asks()
                .get(API + "/queues/{id}/alarms", queue)
                .then()
                .statusCode(200)
                .body("size()", is(0));
        supervisor
                .sends(limits)
                .put(API + "/queues/{id}/alarms", queue)
                .then()
                .statusCode(200)
                .body("maxWaiting", is(1));
        supervisor.asks().get(API + "/queues/{id}/alarms", queue).then().body("$", is(limits));
        house.admin().asks().get(API + "/audit").then().body("items.action", hasItem("QUEUE_ALARMS_SET"));
        house.ticket(customer);
        long second = house.ticket(customer);
        TestDatabase.execute(
                "update ticket set waiting_since = utc_timestamp(6) - interval 61 second where id = " + second);
        floor(supervisor, all -> all.body(
                        "queues[0].alarms.kind", contains("MAX_WAITING", "MAX_WAIT_SECONDS", "MIN_FREE_AGENTS"))
                .body("queues[0].alarms[0].value", is(2.0f))
                .body("queues[0].alarms[0].threshold", is(1))
                .body("totals.alarms", is(3)));
        house.clear();
        house.availableAgent();
        floor(supervisor, all -> all.body("queues[0].alarms", empty()));
        supervisor
                .sends(Map.of("minServiceLevelPercent", 101))
                .put(API + "/queues/{id}/alarms", queue)
                .then()
                .spec(refused(400, "validation-failed"));
        supervisor.sends(limits).put(API + "/queues/{id}/alarms", 4711).then().spec(refused(404, "not-found"));
    }

    @Test
    void aSupervisorOfAGroupCountsWhatIsTheirs() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        var ofBerlin = house.supervisor();
        house.member(berlin, ofBerlin, "SUBTREE");
        house.member(berlin, house.agent(), "GROUP");
        house.member(munich, house.agent(), "GROUP");
        house.isolate(true, true, true);
        house.ticket(house.customerOf(berlin));
        house.ticket(house.customerOf(munich));
        long withdrawn = house.ticket(house.customerOf(munich));
        house.admin().takes("cancel", withdrawn).then().statusCode(200);
        long foreign = house.queue("Munich");
        floor(house.admin(), all -> all.body("totals.waiting", is(2))
                .body("totals.abandoned", is(1))
                .body("totals.agents.OFFLINE", is(2))
                .body("queues.id", hasItem((int) foreign)));
        floor(ofBerlin, all -> all.body("totals.waiting", is(1))
                .body("totals.abandoned", is(0))
                .body("totals.agents.OFFLINE", is(1))
                .body("queues.id", not(hasItem((int) foreign))));
        ofBerlin.asks().get(API + "/floor/agents").then().body("items.size()", is(1));
    }

    @Test
    void theBoardShowsWhyAgentsAreAwayAndWhatTheyHold() {
        var agent = house.agent(2);
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
        long lunch = house.reason("Lunch");
        agent.sends(Map.of("presence", "AWAY", "reasonId", lunch))
                .put(API + "/agents/{id}/presence", agent.id())
                .then()
                .statusCode(200);
        house.agent();
        supervisor
                .asks()
                .get(API + "/floor/agents?presence=AWAY")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].name", is(agent.name()))
                .body("items[0].reason", is("Lunch"))
                .body("items[0].presenceSince", notNullValue())
                .body("items[0].load", is(1))
                .body("items[0].capacity", is(2))
                .body("items[0].tickets.id", contains((int) ticket))
                .body("items[0].tickets[0].status", is("IN_PROGRESS"));
    }

    /** A ticket that waits there. */
    private long waiting(long queue) {
        return house.ticket(supervisor, house.order(customer), Map.of("queueId", queue));
    }

    private static String of(long queue, String figure) {
        return "queues.find{it.id == " + queue + "}." + figure;
    }

    private interface Expectation {
        void of(ValidatableResponse floor);
    }

    /** It is shown as it was up to a second ago. */
    private static void floor(Person who, Expectation expected) {
        await().untilAsserted(
                        () -> expected.of(who.asks().get(API + "/floor").then().statusCode(200)));
    }
}
