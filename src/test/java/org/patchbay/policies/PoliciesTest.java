package org.patchbay.policies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.policies.Target.Kind;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.skills.Relaxation;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Routing policies, written, tried and published over the API, and the choices of the published one. */
@QuarkusTest
class PoliciesTest {

    private static final Map<String, Object> ALWAYS = Map.of("name", "Everything", "priority", "HIGH");

    @Inject
    Policies policies;

    @Inject
    CurrentOrganisation currentOrganisation;

    private TestOrganisation house;

    @BeforeEach
    void openAHouse() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @Test
    void withoutAPublishedVersionNothingIsChosen() {
        house.policy(List.of(ALWAYS));
        assertEquals(RoutingChoice.WITHOUT_POLICY, route(Map.of()));
    }

    @Test
    void theFirstRuleThatHoldsChoosesQueuePrioritySkillsAndAgent() {
        long queue = house.queue("Gold");
        long skill = house.skill("German");
        long agent = house.agent().id();
        var gold = Map.of(
                "name",
                "Gold",
                "condition",
                "customer.attributes.tier == 'gold'",
                "queueId",
                queue,
                "priority",
                "URGENT",
                "requiredSkills",
                List.of(Map.of(
                        "skillId",
                        skill,
                        "level",
                        8,
                        "relax",
                        List.of(Map.of("afterSeconds", 60, "level", 4), Map.of("afterSeconds", 120)))),
                "target",
                Map.of("kind", "AGENT", "agentId", agent, "forSeconds", 30));
        long policy = house.policy(List.of(
                Map.of("name", "Chats", "condition", "channel == 'CHAT'", "target", lastAgent(20)), gold, ALWAYS));
        house.publish(policy);

        var routed = route(Map.of("tier", "gold"));
        assertEquals(queue, routed.queueId());
        assertEquals(Priority.URGENT, routed.priority());
        assertEquals(
                List.of(new RequiredSkill(skill, 8, List.of(new Relaxation(60, 4), new Relaxation(120, null)))),
                routed.requiredSkills());
        assertEquals(new Target(Kind.AGENT, agent, 30), routed.target());
        assertEquals("Gold", routed.ruleName());
        assertEquals(idOf(policy, 1), routed.policyVersionId());
        assertNull(routed.failure());
        assertEquals("Everything", route(Map.of("tier", "silver")).ruleName());
        var chat = route(new Facts(Channel.CHAT, null, null, null, null, null, null, null, null, null, null));
        assertEquals(new Target(Kind.LAST_AGENT, null, 20), chat.target());
        assertNull(chat.queueId());
    }

    @Test
    void aConditionThatFailsSendsTheTicketToTheDefaultQueueAndSaysWhy() {
        long policy = house.policy(
                List.of(Map.of("name", "Gold", "condition", "customer.attributes.tier == 'gold'"), ALWAYS));
        house.publish(policy);

        var routed = route(Map.of());
        assertEquals(
                "Rule \"Gold\" failed: key 'tier' is not present in map.",
                routed.failure().toString());
        assertEquals(idOf(policy, 1), routed.policyVersionId());
        assertNull(routed.ruleName());
        assertNull(routed.queueId());
        assertNull(routed.priority());
    }

    @Test
    void oneVersionIsPublishedAtATimeAndGoingBackIsOneCall() {
        long first = house.policy(List.of(ALWAYS));
        long second = house.policy(List.of(Map.of("name", "Other")));
        house.publish(first);
        assertEquals("Everything", route(Map.of()).ruleName());
        house.admin().asks().get(path(first)).then().body("publishedVersion", is(1));

        house.publish(second);
        house.publish(second);
        assertEquals("Other", route(Map.of()).ruleName(), "at once, whatever was remembered");
        version(first, 1).then().body("status", is("RETIRED"));
        house.admin().asks().get(path(first)).then().body("publishedVersion", nullValue());

        house.publish(first);
        assertEquals("Everything", route(Map.of()).ruleName());
        version(second, 1).then().body("status", is("RETIRED"));

        house.admin().asks().delete(path(first)).then().spec(refused(409, "conflict"));
        withdraw(first, 1).then().statusCode(200).body("status", is("RETIRED"));
        withdraw(first, 1).then().spec(refused(409, "conflict"));
        assertEquals(RoutingChoice.WITHOUT_POLICY, route(Map.of()));
        house.admin().asks().delete(path(first)).then().statusCode(204);
        house.admin().asks().get(path(first)).then().spec(refused(404, "not-found"));
    }

    @Test
    void theRulesOfAPublishedVersionAreReadOnce() {
        long policy = house.policy(List.of(ALWAYS));
        house.publish(policy);
        assertEquals("Everything", route(Map.of()).ruleName());
        TestDatabase.execute("update routing_policy_version set rules = '[]' where policy_id = " + policy);
        assertEquals("Everything", route(Map.of()).ruleName());
    }

    @Test
    void publishingAtTheSameTimeLeavesOnePublished() {
        var contenders = IntStream.range(0, 6)
                .mapToObj(i -> house.policy(List.of(ALWAYS)))
                .toList();
        contenders.parallelStream().forEach(house::publish);
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from routing_policy_version where status = 'PUBLISHED' and policy_id in ("
                                + String.join(
                                        ",",
                                        contenders.stream().map(String::valueOf).toList()) + ")"));
    }

    @Test
    void aDraftChangesAndWhatWasPublishedDoesNot() {
        long policy = house.policy(List.of(ALWAYS));
        var changed = Map.of("rules", List.of(Map.of("name", "Changed")));
        house.admin()
                .sends(changed)
                .header("If-Match", "\"7\"")
                .put(path(policy) + "/versions/1")
                .then()
                .spec(refused(412, "version-mismatch"));
        house.admin()
                .sends(changed)
                .header("If-Match", "\"0\"")
                .put(path(policy) + "/versions/1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("rules[0].name", is("Changed"));
        house.publish(policy);
        assertEquals("Changed", route(Map.of()).ruleName());
        house.admin().sends(changed).put(path(policy) + "/versions/1").then().spec(refused(409, "conflict"));
        withdraw(policy, 1);
        house.admin().sends(changed).put(path(policy) + "/versions/1").then().spec(refused(409, "conflict"));

        house.admin()
                .sends(Map.of("copyOf", 1))
                .post(path(policy) + "/versions")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/routing-policies/" + policy + "/versions/2"))
                .body("number", is(2))
                .body("status", is("DRAFT"))
                .body("rules[0].name", is("Changed"));
        house.admin()
                .sends(Map.of("copyOf", 9))
                .post(path(policy) + "/versions")
                .then()
                .spec(refused(404, "not-found"));
        house.admin().sends(Map.of()).post(path(policy) + "/versions").then().spec(refused(400, "bad-request"));
        house.supervisor()
                .asks()
                .get(path(policy) + "/versions?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].number", is(2))
                .body("items[0].rules", nullValue());
        assertEquals(List.of(2L, 1L), numbers(policy));
    }

    @Test
    void everyMistakeInTheRulesIsToldWithItsPlace() {
        long policy = house.policy(List.of());
        var wrong = Map.of(
                "name",
                "Wrong",
                "condition",
                "hour > 8 &&\n customer.nmae == 'x'",
                "queueId",
                4_711_471_147L,
                "requiredSkills",
                List.of(Map.of(
                        "skillId",
                        4_711_471_147L,
                        "level",
                        5,
                        "relax",
                        List.of(Map.of("afterSeconds", 60, "level", 5), Map.of("afterSeconds", 60, "level", 4)))),
                "target",
                Map.of("kind", "AGENT", "agentId", 4_711_471_147L, "forSeconds", 5));
        var last = new HashMap<String, Object>(lastAgent(5));
        last.put("agentId", 7);
        draft(policy, List.of(ALWAYS, wrong, Map.of("name", "Last", "condition", "hour", "target", last)))
                .then()
                .spec(refused(400, "validation-failed"))
                .body(
                        "violations.field",
                        equalTo(List.of(
                                "rules[1].condition",
                                "rules[1].queueId",
                                "rules[1].requiredSkills[0].skillId",
                                "rules[1].requiredSkills[0].relax[0].level",
                                "rules[1].requiredSkills[0].relax[1].afterSeconds",
                                "rules[1].target.agentId",
                                "rules[2].condition",
                                "rules[2].target.agentId")))
                .body("violations[0].line", is(2))
                .body("violations[0].column", is(10))
                .body("violations[0].message", is("undefined field 'nmae'"))
                .body("violations[0].in", is("body"))
                .body("violations[1].message", is("There is no queue 4711471147."))
                .body("violations[1].line", nullValue())
                .body("violations[6].message", containsString("bool"));
        draft(policy, List.of(Map.of("name", " ", "priority", "LOW", "requiredSkills", List.of(Map.of("level", 11)))))
                .then()
                .spec(refused(400, "validation-failed"))
                .body(
                        "violations.field.sort()",
                        equalTo(List.of(
                                "rules[0].name",
                                "rules[0].requiredSkills[0].level",
                                "rules[0].requiredSkills[0].skillId")));
        draft(policy, List.of(Map.of("name", "Long", "condition", "x".repeat(2001))))
                .then()
                .spec(refused(400, "validation-failed"));
        draft(policy, IntStream.range(0, 201).mapToObj(i -> ALWAYS).toList())
                .then()
                .spec(refused(400, "validation-failed"));
        draft(policy, List.of(Map.of("name", "Priority", "priority", "EXTREME")))
                .then()
                .spec(refused(400, "bad-request"));
        assertEquals(List.of(1L), numbers(policy));
    }

    @Test
    void whatThePublishedVersionChoosesIsNotDeletedAndWhatIsGoneIsNotPublished() {
        long queue = house.queue("Gold");
        long skill = house.skill("German");
        long policy = house.policy(List.of(Map.of(
                "name", "Gold", "queueId", queue, "requiredSkills", List.of(Map.of("skillId", skill, "level", 5)))));
        house.publish(policy);
        house.admin().asks().delete(API + "/queues/{id}", queue).then().spec(refused(409, "still-referred-to"));
        house.admin().asks().delete(API + "/skills/{id}", skill).then().spec(refused(409, "still-referred-to"));

        withdraw(policy, 1).then().statusCode(200);
        house.admin().asks().delete(API + "/queues/{id}", queue).then().statusCode(204);
        house.admin().asks().delete(API + "/skills/{id}", skill).then().statusCode(204);
        house.admin()
                .asks()
                .post(path(policy) + "/versions/1/publish")
                .then()
                .spec(refused(409, "conflict"))
                .body("violations.field", equalTo(List.of("rules[0].queueId", "rules[0].requiredSkills[0].skillId")));
    }

    @Test
    void aVersionIsTriedWithATicketThatNobodyOpened() {
        long policy = house.policy(List.of(
                Map.of("name", "At night", "condition", "hour < 6"),
                Map.of("name", "Dear", "condition", "order.amount > 40 && language == 'de'", "priority", "HIGH"),
                Map.of("name", "Gold", "condition", "customer.attributes.tier == 'gold'"),
                ALWAYS));
        var customer = house.customer();
        house.admin()
                .sends(Map.of(
                        "name",
                        "Jo",
                        "email",
                        "jo@example.org",
                        "language",
                        "de",
                        "attributes",
                        Map.of("tier", "gold")))
                .put(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(200);
        var order = house.order(customer);

        test(policy, Map.of("customerId", customer.id(), "orderNumber", order.number(), "now", "2026-11-21T10:00:00Z"))
                .then()
                .statusCode(200)
                .body("rule", is("Dear"))
                .body("chooses.priority", is("HIGH"))
                .body("asked.rule", equalTo(List.of("At night", "Dear")))
                .body("asked.outcome", equalTo(List.of("NOT_HELD", "HELD")));
        test(policy, Map.of("now", "2026-11-21T18:30:00Z", "timeZone", "Asia/Tokyo"))
                .then()
                .body("rule", is("At night"));
        test(policy, Map.of("now", "2026-11-21T10:00:00Z", "customer", Map.of("name", "Jo")))
                .then()
                .statusCode(200)
                .body("rule", nullValue())
                .body("chooses", nullValue())
                .body("failure", is("Rule \"Gold\" failed: key 'tier' is not present in map."))
                .body("asked[2].outcome", is("FAILED"))
                .body("asked[2].error", is("key 'tier' is not present in map."));
        test(policy, Map.of("customerId", 4_711_471_147L)).then().spec(refused(404, "not-found"));
        test(policy, Map.of("orderNumber", "Z-1")).then().spec(refused(404, "not-found"));
        test(policy, Map.of("timeZone", "Mars/Base")).then().spec(refused(400, "validation-failed"));
    }

    @Test
    void publishingAndWithdrawingAreInTheAuditLogWithTheRules() {
        long policy = house.policy(List.of(ALWAYS));
        house.publish(policy);
        withdraw(policy, 1);
        var story = house.admin().reads("/audit?subjectType=ROUTING_POLICY&limit=10");
        assertEquals(
                List.of("ROUTING_POLICY_WITHDRAWN", "ROUTING_POLICY_PUBLISHED", "ROUTING_POLICY_CREATED"),
                story.getList("items.action"));
        assertEquals("Everything", story.getString("items[1].after.rules[0].name"));
    }

    private Response draft(long policy, List<?> rules) {
        return house.admin().sends(Map.of("rules", rules)).post(path(policy) + "/versions");
    }

    private Response version(long policy, long number) {
        return house.admin().asks().get(path(policy) + "/versions/" + number);
    }

    private Response withdraw(long policy, long number) {
        return house.admin().asks().post(path(policy) + "/versions/" + number + "/withdraw");
    }

    private Response test(long policy, Map<String, ?> ticket) {
        return house.supervisor().sends(ticket).post(path(policy) + "/versions/1/test");
    }

    private List<Long> numbers(long policy) {
        return house.admin().reads("/routing-policies/" + policy + "/versions").getList("items.number", Long.class);
    }

    private static String path(long policy) {
        return API + "/routing-policies/" + policy;
    }

    private static Map<String, Object> lastAgent(int seconds) {
        return Map.of("kind", "LAST_AGENT", "forSeconds", seconds);
    }

    private static long idOf(long policy, long number) {
        return TestDatabase.count(
                "select id from routing_policy_version where policy_id = " + policy + " and number = " + number);
    }

    private RoutingChoice route(Map<String, String> attributes) {
        return route(new Facts(
                Channel.RETURN_CASE,
                "DAMAGED",
                Priority.NORMAL,
                null,
                null,
                null,
                new Facts.Customer(1L, "Carla", "carla@example.org", attributes),
                null,
                null,
                null,
                null));
    }

    private RoutingChoice route(Facts facts) {
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        return currentOrganisation.in(organisation, () -> policies.route(() -> facts));
    }
}
