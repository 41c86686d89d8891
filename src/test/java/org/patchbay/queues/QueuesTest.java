package org.patchbay.queues;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Queues and their staffing. */
@QuarkusTest
class QueuesTest {

    /** Notes the queues that are said to have changed. */
    @Decorator
    @Priority(1)
    static class Noted implements QueueEligibility {

        @Inject
        @Delegate
        QueueEligibility eligibility;

        @Inject
        Listener listener;

        @Override
        public void queueChanged(long queueId) {
            listener.changed.add(queueId);
            eligibility.queueChanged(queueId);
        }

        @Override
        public void channelChanged(Channel channel) {
            eligibility.channelChanged(channel);
        }
    }

    /** Hears of changes, and refuses the deletion of one queue. */
    @Singleton
    static class Listener implements QueueDeletion {

        final List<Long> changed = Collections.synchronizedList(new ArrayList<>());
        private volatile long kept;

        @Override
        public void queueDeleting(long queueId) {
            if (queueId == kept) {
                throw ProblemType.CONFLICT.because(Sentence.verbatim("Tickets wait in it."));
            }
        }

        void keep(long queue) {
            kept = queue;
        }

        int timesChanged(long queue) {
            return Collections.frequency(changed, queue);
        }
    }

    private final Listener listener;
    private final Queues queues;
    private final CurrentOrganisation currentOrganisation;
    private TestOrganisation house;
    private Person admin;

    QueuesTest(Listener listener, Queues queues, CurrentOrganisation currentOrganisation) {
        this.listener = listener;
        this.queues = queues;
        this.currentOrganisation = currentOrganisation;
    }

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
    }

    // ------------------------------------------------------------------ queues

    @Test
    void anOrganisationBeginsWithAQueueThatEverybodyServesAndThatStays() {
        var first = admin.reads("/queues");
        long id = first.getLong("items[0].id");
        long root = admin.reads("/groups").getLong("items[0].id");
        assertEquals(List.of(true), first.getList("items.isDefault"));
        assertEquals("LONGEST_IDLE", first.getString("items[0].distribution"));
        assertEquals(
                List.of(Map.of("groupId", (int) root, "tier", 1)),
                admin.reads("/queues/{id}/members", id).getList("$"));
        delete(id).then().spec(refused(409, "conflict"));
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        assertEquals(
                id, currentOrganisation.in(organisation, queues::defaultQueue).id());
        assertTrue(currentOrganisation.in(organisation, () -> queues.find(id)).isPresent());
        assertTrue(currentOrganisation.in(0, () -> queues.find(id)).isEmpty());
    }

    @Test
    void aQueueSaysAllItDoes() {
        long calls = house.queue("Calls");
        var request = new HashMap<String, Object>(Map.of(
                "name",
                "Returns",
                "distribution",
                "BEST_SKILLED",
                "priority",
                2,
                "serviceLevel",
                Map.of("percent", 80, "seconds", 20),
                "maxWait",
                Map.of("seconds", 600, "then", "OVERFLOW"),
                "maxSize",
                Map.of("tickets", 100, "then", "REFUSE"),
                "overflowQueueId",
                calls,
                "firstResponseSeconds",
                3600));
        request.putAll(Map.of("businessHoursId", house.businessHours(), "whenClosed", "CALLBACK", "wrapUpSeconds", 30));
        var created = admin.sends(request).header("Idempotency-Key", "returns").post(API + "/queues");
        long id = created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("distribution", is("BEST_SKILLED"))
                .body("priority", is(2))
                .body("serviceLevel", is(Map.of("percent", 80, "seconds", 20)))
                .body("maxWait", is(Map.of("seconds", 600, "then", "OVERFLOW")))
                .body("maxSize", is(Map.of("tickets", 100, "then", "REFUSE")))
                .body("overflowQueueId", is((int) calls))
                .body("businessHoursId", is(((Long) request.get("businessHoursId")).intValue()))
                .body("whenClosed", is("CALLBACK"))
                .body("wrapUpSeconds", is(30))
                .body("firstResponseSeconds", is(3600))
                .body("isDefault", is(false))
                .extract()
                .jsonPath()
                .getLong("id");
        admin.sends(request)
                .header("Idempotency-Key", "returns")
                .post(API + "/queues")
                .then()
                .statusCode(201)
                .body("id", is((int) id));
        change(id, Map.of("name", "Returns", "distribution", "RANKED"), "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("priority", is(5))
                .body("wrapUpSeconds", is(0))
                .body("serviceLevel", nullValue())
                .body("maxWait", nullValue())
                .body("overflowQueueId", nullValue());
        change(id, request, "\"0\"").then().spec(refused(412, "version-mismatch"));
        admin.asks()
                .header("If-Match", "\"0\"")
                .delete(API + "/queues/{id}", id)
                .then()
                .spec(refused(412, "version-mismatch"));
        assertEquals(2, listener.timesChanged(id));
        admin.asks()
                .get(API + "/audit")
                .then()
                .body("items.action", hasItem("QUEUE_CREATED"))
                .body("items.action", hasItem("QUEUE_UPDATED"));
    }

    @Test
    void everyFieldOfAQueueIsChecked() {
        wrong("name", " ");
        wrong("name", "x".repeat(101));
        wrong("distribution", null);
        wrong("priority", 0);
        wrong("priority", 11);
        wrong("serviceLevel", Map.of("percent", 101, "seconds", 20));
        wrong("serviceLevel", Map.of("percent", 80));
        wrong("serviceLevel", Map.of("percent", 80, "seconds", 0));
        wrong("maxWait", Map.of("seconds", 0, "then", "REFUSE"));
        wrong("maxWait", Map.of("seconds", 60));
        wrong("maxSize", Map.of("tickets", 0, "then", "REFUSE"));
        wrong("maxSize", Map.of("tickets", 60));
        wrong("wrapUpSeconds", -1);
        wrong("firstResponseSeconds", 0);
        create("Nowhere", Map.of("whenClosed", "OVERFLOW")).then().spec(refused(400, "validation-failed"));
        for (var limit : Map.of("maxWait", Map.of("seconds", 1), "maxSize", Map.of("tickets", 1))
                .entrySet()) {
            var then = new HashMap<String, Object>(limit.getValue());
            then.put("then", "OVERFLOW");
            create("Nowhere", Map.of(limit.getKey(), then))
                    .then()
                    .spec(refused(400, "validation-failed"))
                    .body("violations.message", hasItem(containsString("overflowQueueId")));
        }
        create("Odd", Map.of("distribution", "BY_MOOD")).then().spec(refused(400, "bad-request"));
        assertEquals(1, house.each("/queues").size());
    }

    @Test
    void aQueueNeverOverflowsIntoItself() {
        long first = house.queue("First");
        long second = house.queue("Second", Map.of("overflowQueueId", first));
        long third = house.queue("Third", Map.of("overflowQueueId", second));
        for (long overflow : List.of(first, second, third)) {
            change(first, Map.of("name", "First", "distribution", "RANKED", "overflowQueueId", overflow), null)
                    .then()
                    .spec(refused(409, "conflict"));
        }
        long theirs = TestOrganisation.ofNewOrganisation().queue("Theirs");
        create("Lost", Map.of("overflowQueueId", theirs)).then().spec(refused(409, "conflict"));
        delete(second).then().spec(refused(409, "still-referred-to"));
        delete(third).then().statusCode(204);
        delete(second).then().statusCode(204);
        create("Lost", Map.of("overflowQueueId", second)).then().spec(refused(409, "conflict"));
    }

    @Test
    void aQueueHasHoursOfItsOrganisationWhichStayWhileItHasThem() {
        long theirs = TestOrganisation.ofNewOrganisation().businessHours();
        create("Lost", Map.of("businessHoursId", theirs)).then().spec(refused(409, "conflict"));
        long ours = house.businessHours();
        long queue = house.queue("Office", Map.of("businessHoursId", ours));
        change(queue, Map.of("name", "Office", "distribution", "RANKED", "businessHoursId", theirs), null)
                .then()
                .spec(refused(409, "conflict"));
        admin.asks().delete(API + "/business-hours/{id}", ours).then().spec(refused(409, "still-referred-to"));
        change(queue, Map.of("name", "Office", "distribution", "RANKED"), null)
                .then()
                .statusCode(200)
                .body("businessHoursId", nullValue());
        admin.asks().delete(API + "/business-hours/{id}", ours).then().statusCode(204);
    }

    @Test
    void ofTwoQueuesThatWouldOverflowIntoEachOtherAtTheSameTimeOneDoes() throws Exception {
        long left = house.queue("Left");
        long right = house.queue("Right");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                List<Callable<Response>> both = List.of(
                        () -> change(left, overflowing("Left", right), null),
                        () -> change(right, overflowing("Right", left), null));
                var statuses = new ArrayList<Integer>();
                for (var answer : threads.invokeAll(both)) {
                    statuses.add(answer.get().statusCode());
                }
                Collections.sort(statuses);
                assertEquals(List.of(200, 409), statuses);
                change(left, overflowing("Left", null), null).then().statusCode(200);
                change(right, overflowing("Right", null), null).then().statusCode(200);
            }
        }
    }

    private static Map<String, Object> overflowing(String name, Long into) {
        var request = new HashMap<String, Object>(Map.of("name", name, "distribution", "RANKED"));
        request.put("overflowQueueId", into);
        return request;
    }

    @Test
    void namesAreUniqueAmongLivingQueues() {
        long returns = house.queue("Returns");
        create("returns", Map.of()).then().spec(refused(409, "already-exists"));
        delete(returns).then().statusCode(204);
        admin.asks().get(API + "/queues/{id}", returns).then().spec(refused(404, "not-found"));
        change(returns, Map.of("name", "Returns", "distribution", "RANKED"), null)
                .then()
                .spec(refused(404, "not-found"));
        delete(returns).then().spec(refused(404, "not-found"));
        house.queue("Returns");
    }

    @Test
    void whoeverIsToldOfAQueuesLeavingMayRefuse() {
        long queue = house.queue("Kept");
        listener.keep(queue);
        delete(queue).then().spec(refused(409, "conflict"));
        listener.keep(0);
        delete(queue).then().statusCode(204);
    }

    // ----------------------------------------------------------------- members

    @Test
    void membersAreReplacedAsAWhole() {
        long queue = house.queue("Returns");
        long berlin = house.group("Berlin", null);
        var ada = house.agent();
        var supervisor = house.supervisor();
        members(supervisor, queue, List.of(agent(ada, 2), Map.of("groupId", berlin)))
                .then()
                .statusCode(200)
                .body("tier", contains(1, 2));
        int told = listener.timesChanged(queue);
        members(supervisor, queue, List.of(Map.of("groupId", berlin), agent(ada, 2)))
                .then()
                .statusCode(200);
        assertEquals(told, listener.timesChanged(queue), "nothing changed");
        members(supervisor, queue, List.of(agent(ada, 100))).then().body("tier", contains(100));
        assertEquals(told + 1, listener.timesChanged(queue));
        ada.asks()
                .get(API + "/queues/{id}/members", queue)
                .then()
                .body("$", is(List.of(Map.of("agentId", (int) ada.id(), "tier", 100))));
        admin.asks().get(API + "/audit").then().body("items.action", hasItem("QUEUE_MEMBERS_SET"));
        members(admin, queue, List.of()).then().statusCode(200).body("$", empty());
    }

    @Test
    void aMemberIsOneAgentOrOneGroupThatIsThere() {
        long queue = house.queue("Returns");
        var ada = house.agent();
        var elsewhere = TestOrganisation.ofNewOrganisation();
        for (var bad : List.of(
                Map.of("tier", 1),
                Map.of("agentId", ada.id(), "groupId", house.group("Berlin", null)),
                agent(ada, 0),
                agent(ada, 101))) {
            members(admin, queue, List.of(bad)).then().spec(refused(400, "validation-failed"));
        }
        members(admin, queue, List.of(agent(ada, 1), agent(ada, 2))).then().spec(refused(400, "validation-failed"));
        members(admin, queue, List.of(agent(elsewhere.agent(), 1))).then().spec(refused(409, "conflict"));
        members(admin, queue, List.of(Map.of("groupId", elsewhere.group("Theirs", null))))
                .then()
                .spec(refused(409, "conflict"));
        members(elsewhere.admin(), queue, List.of()).then().spec(refused(404, "not-found"));
        admin.asks().get(API + "/queues/{id}/members", queue).then().body("$", empty());
    }

    @Test
    void whoeverLeavesServesNoQueueAndADeletedQueueIsServedByNobody() {
        long queue = house.queue("Returns");
        long berlin = house.group("Berlin", null);
        var ada = house.agent();
        members(admin, queue, List.of(agent(ada, 1), Map.of("groupId", berlin)))
                .then()
                .statusCode(200);
        admin.asks().delete(API + "/agents/{id}", ada.id()).then().statusCode(204);
        admin.asks().get(API + "/queues/{id}/members", queue).then().body("groupId", contains((int) berlin));
        members(admin, queue, List.of(agent(ada, 1))).then().spec(refused(409, "conflict"));
        admin.asks().delete(API + "/groups/{id}", berlin).then().spec(refused(409, "still-referred-to"));
        delete(queue).then().statusCode(204);
        admin.asks().delete(API + "/groups/{id}", berlin).then().statusCode(204);
    }

    @Test
    void whoSeesAPartOfTheOrganisationSeesThatPartOfTheMembersAndSetsNone() {
        long queue = house.queue("Returns");
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        var ofBerlin = house.supervisor();
        house.member(berlin, ofBerlin, "GROUP");
        var ada = house.agent();
        house.member(berlin, ada, "GROUP");
        var ben = house.agent();
        house.member(munich, ben, "GROUP");
        var all = List.of(agent(ada, 1), agent(ben, 1), Map.of("groupId", berlin), Map.of("groupId", munich));
        members(ofBerlin, queue, all).then().statusCode(200);
        house.isolate(true, false, false);
        seen(ofBerlin, queue)
                .then()
                .body("findAll{it.agentId}.agentId", containsInAnyOrder((int) ada.id(), (int) ben.id()))
                .body("findAll{it.groupId}.groupId", contains((int) berlin));
        members(ofBerlin, queue, all).then().spec(refused(403, "forbidden"));
        house.isolate(false, false, true);
        seen(ofBerlin, queue)
                .then()
                .body("findAll{it.agentId}.agentId", contains((int) ada.id()))
                .body("findAll{it.groupId}.groupId", contains((int) berlin));
        members(ofBerlin, queue, all).then().spec(refused(403, "forbidden"));
        ofBerlin.asks().get(API + "/queues").then().body("items.id", hasItem((int) queue));
        seen(admin, queue).then().body("tier", everyItem(is(1))).body("size()", is(4));
    }

    private static Response seen(Person who, long queue) {
        return who.asks().get(API + "/queues/{id}/members", queue);
    }

    private void wrong(String field, Object value) {
        create("Wrong", Collections.singletonMap(field, value))
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", hasItem(containsString(field)));
    }

    private Response create(String name, Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("name", name, "distribution", "LONGEST_IDLE"));
        request.putAll(more);
        return admin.sends(request).post(API + "/queues");
    }

    private Response change(long id, Map<String, ?> request, String ifMatch) {
        var sent = admin.sends(request);
        return (ifMatch == null ? sent : sent.header("If-Match", ifMatch)).put(API + "/queues/{id}", id);
    }

    private Response delete(long id) {
        return admin.asks().delete(API + "/queues/{id}", id);
    }

    private static Response members(Person who, long queue, List<?> members) {
        return who.sends(members).put(API + "/queues/{id}/members", queue);
    }

    private static Map<String, Object> agent(Person agent, int tier) {
        return Map.of("agentId", agent.id(), "tier", tier);
    }
}
