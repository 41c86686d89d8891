package org.patchbay.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.ListPages;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** The audit log is complete, visible to its organisation only, and cannot be changed unnoticed. */
@QuarkusTest
class AuditTest {

    /** Does what an erasure does to an entry that tells of no user name. */
    private static final String EMPTIED =
            "update audit_entry set actor_name = null, address = null, before_state = null,"
                    + " after_state = null, salt = null, erased = true";

    private static final ObjectMapper JSON = new ObjectMapper()
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** The entries of a new organisation until its admin is signed in. */
    private static final List<String> BEGINNING = List.of(
            "ORGANISATION_CREATED",
            "ACCOUNT_CREATED",
            "ADMIN_INVITED",
            "PASSWORD_LINK_REQUESTED",
            "PASSWORD_SET",
            "SIGN_IN_SUCCEEDED");

    @Inject
    Audit audit;

    @Inject
    CurrentOrganisation currentOrganisation;

    @Test
    void theStoryOfAnAgentIsToldWithWhoFromWhereBeforeAndAfter() {
        var house = TestOrganisation.ofNewOrganisation();
        var admin = house.admin();
        var agent = house.agent();
        admin.sends(Map.of("name", "Zoë 🎧", "title", "Returns desk", "capacity", 2))
                .put(API + "/agents/{id}", agent.id())
                .then()
                .statusCode(200);
        house.present(agent, "AVAILABLE");
        house.present(new Person(agent.id(), "", "", admin.token()), "OFFLINE");
        admin.asks().delete(API + "/agents/{id}", agent.id()).then().statusCode(204);

        var story = export(admin, "?subjectType=AGENT&subjectId=" + agent.id());
        assertEquals(List.of("AGENT_CREATED", "AGENT_UPDATED", "AGENT_PRESENCE_SET", "AGENT_DELETED"), actions(story));
        story.forEach(entry -> {
            assertEquals(admin.id(), entry.path("actorId").asLong());
            assertEquals("Administrator", entry.path("actorName").asText());
            assertEquals("127.0.0.1", entry.path("address").asText());
        });
        assertTrue(story.getFirst().path("before").isMissingNode());
        assertEquals(agent.name(), story.getFirst().at("/after/name").asText());
        assertEquals(agent.name(), story.get(1).at("/before/name").asText());
        assertEquals("Zoë 🎧", story.get(1).at("/after/name").asText());
        assertEquals("AVAILABLE", story.get(2).at("/before/presence").asText());
        assertEquals("OFFLINE", story.get(2).at("/after/presence").asText());
        assertEquals(2, story.getLast().at("/before/capacity").asInt());
        assertTrue(story.getLast().path("after").isMissingNode());
        var accounts = export(admin, "?subjectType=ACCOUNT&subjectId=" + agent.id());
        assertEquals(List.of("ACCOUNT_CREATED", "SIGN_IN_SUCCEEDED", "ACCOUNT_DELETED"), actions(accounts));
    }

    @Test
    void customersOrdersAndAssignmentsAreTold() {
        var house = TestOrganisation.ofNewOrganisation();
        var admin = house.admin();
        var customer = house.customer();
        var order = house.order(customer);
        admin.asks().delete(API + "/orders/{id}", order.id()).then().statusCode(204);
        long ticket = house.ticket(customer);
        var agent = house.availableAgent();
        house.awaitHeldBy(agent, ticket);
        var other = house.availableAgent();
        admin.sends(Map.of("agentId", other.id()))
                .post(API + "/tickets/{id}/assign", ticket)
                .then()
                .statusCode(200);
        house.signUp("New", unique("new") + "@example.org").then().statusCode(201);
        var nobody = admin.sends(Map.of("name", "Gone", "email", unique("gone") + "@example.org"))
                .post(API + "/customers")
                .jsonPath()
                .getLong("id");
        admin.asks().delete(API + "/customers/{id}", nobody).then().statusCode(204);

        var removed = export(admin, "?action=ORDER_DELETED").getFirst();
        assertEquals(order.number(), removed.at("/before/number").asText());
        assertEquals(
                0,
                new BigDecimal("49.90").compareTo(removed.at("/before/amount").decimalValue()));
        var assigned = export(admin, "?action=TICKET_ASSIGNED").getFirst();
        assertEquals(agent.id(), assigned.at("/before/agentId").asLong());
        assertEquals(other.id(), assigned.at("/after/agentId").asLong());
        assertEquals(1, export(admin, "?subjectType=TICKET").size(), "what else happens to a ticket is in its history");
        var signedUp = export(admin, "?action=CUSTOMER_SIGNED_UP").getFirst();
        assertTrue(signedUp.path("actorId").isMissingNode());
        assertEquals("127.0.0.1", signedUp.path("address").asText());
        assertEquals(
                List.of("CUSTOMER_CREATED", "CUSTOMER_DELETED"),
                actions(export(admin, "?subjectType=CUSTOMER&subjectId=" + nobody)));
        verify(admin).body("intact", equalTo(true)).body("firstBroken", nullValue());
        assertChainHolds(house);
    }

    @Test
    void whatAnOperatorDoesToAnOrganisationIsInTheOrganisationsOwnChain() {
        var house = TestOrganisation.ofNewOrganisation();
        var operator = TestOrganisation.operator();
        for (var step : List.of("suspend", "activate")) {
            operator.asks()
                    .post(API + "/organisations/{id}/{step}", idOf(house), step)
                    .then()
                    .statusCode(200);
        }

        var told = export(house.admin(), "?subjectType=ORGANISATION&actorId=" + operator.id());
        assertEquals(
                List.of("ORGANISATION_CREATED", "ORGANISATION_SUSPENDED", "ORGANISATION_ACTIVATED"), actions(told));
        assertEquals("ACTIVE", told.get(1).at("/before/status").asText());
        assertEquals("SUSPENDED", told.get(1).at("/after/status").asText());
    }

    @Test
    void signInsAreToldThoseThatFailTooAndNoPasswordIs() {
        var house = TestOrganisation.ofNewOrganisation();
        var admin = house.admin();
        var agent = house.agent();
        for (int i = 0; i < 10; i++) {
            signIn(house, agent.username(), "secret guess " + i).then().spec(refused(401, "wrong-credentials"));
        }
        for (int i = 0; i < 3; i++) {
            signIn(house, agent.username(), PASSWORD).then().spec(refused(429, "too-many-attempts"));
        }
        signIn(house, "nobody", "secret guess").then().spec(refused(401, "wrong-credentials"));

        var failed = export(admin, "?action=SIGN_IN_FAILED");
        assertEquals(11, failed.size());
        failed.forEach(entry -> {
            assertEquals("127.0.0.1", entry.path("address").asText());
            assertTrue(entry.path("actorId").isMissingNode(), "nobody showed who they are");
        });
        assertEquals(
                10,
                export(admin, "?action=SIGN_IN_FAILED&subjectId=" + agent.username())
                        .size());
        assertEquals("nobody", failed.getLast().path("subjectId").asText());
        assertEquals(
                List.of("SIGN_IN_THROTTLED"),
                actions(export(admin, "?action=SIGN_IN_THROTTLED")),
                "once, however often it is tried");
        var succeeded = export(admin, "?action=SIGN_IN_SUCCEEDED&actorId=" + agent.id());
        assertEquals(1, succeeded.size());
        var everything = text(admin, "");
        assertFalse(everything.contains("secret guess"));
        assertFalse(everything.contains(PASSWORD));
        assertFalse(everything.contains("$2"), "no hash of one either");
    }

    @Test
    void eachOrganisationHasAChainOfItsOwnAndSeesNoOther() {
        var one = TestOrganisation.ofNewOrganisation();
        var other = TestOrganisation.ofNewOrganisation();

        for (var house : List.of(one, other)) {
            var entries = export(house.admin(), "");
            assertEquals(BEGINNING, actions(entries));
            assertEquals(LongStream.rangeClosed(1, 6).boxed().toList(), numbers(entries));
            assertEquals("0".repeat(64), entries.getFirst().path("previousHash").asText());
        }
        var seen = new HashSet<>(ids(export(one.admin(), "")));
        assertTrue(Collections.disjoint(seen, ids(export(other.admin(), ""))));
        TestDatabase.execute("update audit_entry set actor_name = 'Mallory' where organisation_id = " + idOf(other));
        verify(one.admin()).body("intact", equalTo(true)).body("entries", equalTo(6));
        verify(other.admin()).body("intact", equalTo(false));
    }

    @Test
    void sixteenWritersAtOnceFormOneUnbrokenChain() throws Exception {
        var house = TestOrganisation.ofNewOrganisation();
        var admin = house.admin();
        Callable<Void> writer = () -> {
            for (int i = 0; i < 5; i++) {
                var name = unique("writer");
                admin.sends(Map.of(
                                "name",
                                name,
                                "roles",
                                List.of("supervisor"),
                                "signIn",
                                TestOrganisation.credentials(name)))
                        .post(API + "/accounts")
                        .then()
                        .statusCode(201);
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var done : threads.invokeAll(Collections.nCopies(16, writer))) {
                done.get();
            }
        }

        verify(admin).body("intact", equalTo(true)).body("entries", equalTo(86));
        assertEquals(81, export(admin, "?action=ACCOUNT_CREATED").size());
        assertChainHolds(house);
    }

    @Test
    void whatIsDoneToRowsInTheDatabaseIsNamed() {
        tampered(3, "CHANGED", "update audit_entry set actor_name = 'Mallory' where number = 3 and");
        tampered(4, "CHANGED", "update audit_entry set address = null where number = 4 and");
        tampered(3, "CHANGED", "update audit_entry set salt = null where number = 3 and");
        tampered(3, "CHANGED", "update audit_entry set erased = true where number = 3 and");
        tampered(3, "CHANGED", EMPTIED + ", action = 'AGENT_DELETED' where number = 3 and");
        tampered(2, "CHANGED", "update audit_entry set at = at + interval 1 microsecond where number = 2 and");
        tampered(3, "MISSING", "delete from audit_entry where number = 3 and");
        tampered(1, "MISSING", "delete from audit_entry where number = 1 and");
        tampered(6, "MISSING", "delete from audit_entry where number = 6 and");
        tampered(1, "MISSING", "delete from audit_entry where");
    }

    @Test
    void whatEntriesTellOfPeopleMayBeErasedAndTheChainHolds() {
        var house = TestOrganisation.ofNewOrganisation();
        TestDatabase.execute(EMPTIED + " where number in (2, 3, 6) and organisation_id = " + idOf(house));
        verify(house.admin()).body("intact", equalTo(true)).body("erased", equalTo(3));
        assertChainHolds(house);
    }

    /** Those of the release before bear no seal. */
    @Test
    void entriesWithoutASealAreVerifiedByTheirOwnHash() {
        var house = TestOrganisation.ofNewOrganisation();
        var previous = "0".repeat(64);
        for (var entry : export(house.admin(), "")) {
            ((ObjectNode) entry).put("previousHash", previous);
            previous = hash(Stream.concat(
                            Stream.of(Long.toString(idOf(house))),
                            Stream.of(
                                            "number",
                                            "at",
                                            "actorId",
                                            "actorName",
                                            "address",
                                            "action",
                                            "subjectType",
                                            "subjectId",
                                            "before",
                                            "after",
                                            "previousHash")
                                    .map(field -> text(entry, field)))
                    .toArray(String[]::new));
            TestDatabase.execute(
                    "update audit_entry set salt = null, seal = null, previous_hash = '%s', hash = '%s' where id = %d"
                            .formatted(
                                    entry.path("previousHash").asText(),
                                    previous,
                                    entry.path("id").asLong()));
        }
        TestDatabase.execute(
                "update audit_chain set last_hash = '" + previous + "' where organisation_id = " + idOf(house));
        verify(house.admin()).body("intact", equalTo(true));
        TestDatabase.execute(EMPTIED + " where number = 2 and organisation_id = " + idOf(house));
        verify(house.admin()).body("intact", equalTo(true)).body("erased", equalTo(1));
        TestDatabase.execute(
                "update audit_entry set actor_name = 'Mallory' where number = 4 and organisation_id = " + idOf(house));
        broken(house.admin(), 4, "CHANGED");
    }

    @Test
    void anEntryThatIsHashedAnewIsNoticedByTheNextOrByTheEnd() {
        var middle = TestOrganisation.ofNewOrganisation();
        rewrite(middle, 3);
        broken(middle.admin(), 4, "PREDECESSOR_CHANGED");

        var last = TestOrganisation.ofNewOrganisation();
        rewrite(last, 6);
        broken(last.admin(), 6, "END_CHANGED");

        var more = TestOrganisation.ofNewOrganisation();
        TestDatabase.execute(
                "insert into audit_entry (organisation_id, number, at, action, subject_type, previous_hash, hash)"
                        + " select organisation_id, 7, at, action, subject_type, hash, hash from audit_entry"
                        + " where number = 6 and organisation_id = " + idOf(more));
        broken(more.admin(), 7, "ADDED");
    }

    @Test
    void filtersNarrowTheListAndTheExportAlike() {
        var house = TestOrganisation.ofNewOrganisation();
        var admin = house.admin();
        house.agent();
        var created = export(admin, "?action=AGENT_CREATED").getFirst();
        var at = created.path("at").asText();
        for (var filter : List.of(
                "",
                "action=ACCOUNT_CREATED",
                "actorId=" + admin.id(),
                "subjectType=ACCOUNT&actorId=" + admin.id(),
                "from=" + at,
                "to=" + at,
                "from=" + at + "&action=SIGN_IN_FAILED")) {
            var exported = ids(export(admin, filter.isEmpty() ? "" : "?" + filter));
            var listed = ListPages.of(admin, "/audit?limit=2&" + filter).stream()
                    .flatMap(List::stream)
                    .toList();
            assertEquals(exported, listed.reversed(), filter);
        }
        assertEquals(
                List.of("ACCOUNT_CREATED", "AGENT_CREATED", "SIGN_IN_SUCCEEDED"),
                actions(export(
                        admin,
                        "?from="
                                + export(admin, "?action=ACCOUNT_CREATED")
                                        .getLast()
                                        .path("at")
                                        .asText())));
        assertEquals(0, export(admin, "?from=" + at + "&to=" + at).size());
        admin.asks().get(API + "/audit?action=NOTHING").then().spec(refused(400, "bad-request"));
        admin.asks().get(API + "/audit?after=nonsense").then().spec(refused(400, "bad-cursor"));
    }

    @Test
    void aLongChainIsExportedAndVerifiedInParts() {
        var house = TestOrganisation.ofNewOrganisation();
        currentOrganisation.in(
                idOf(house), () -> QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, 1194)
                        .forEach(
                                i -> audit.record(Action.AGENT_UPDATED, i, Map.of("name", "a"), Map.of("name", "b")))));

        verify(house.admin()).body("intact", equalTo(true)).body("entries", equalTo(1200));
        assertChainHolds(house);
        var system = export(house.admin(), "?action=AGENT_UPDATED").getFirst();
        assertTrue(system.path("actorId").isMissingNode());
        assertTrue(system.path("address").isMissingNode());
        TestDatabase.execute("delete from audit_entry where number = 501 and organisation_id = " + idOf(house));
        broken(house.admin(), 501, "MISSING");
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        var house = TestOrganisation.ofNewOrganisation();
        var admin = house.admin();
        var email = unique("taken") + "@example.org";
        admin.sends(Map.of("name", "First", "email", email))
                .post(API + "/customers")
                .then()
                .statusCode(201);
        var before = ids(export(admin, ""));

        admin.sends(Map.of("name", "Second", "email", email, "signIn", TestOrganisation.credentials(unique("second"))))
                .post(API + "/customers")
                .then()
                .spec(refused(409, "already-exists"));

        assertEquals(before, ids(export(admin, "")), "nor of the account that was made first");
        verify(admin).body("intact", equalTo(true));
    }

    private static void tampered(long number, String reason, String sqlUpToOrganisation) {
        var house = TestOrganisation.ofNewOrganisation();
        TestDatabase.execute(sqlUpToOrganisation + " organisation_id = " + idOf(house));
        broken(house.admin(), number, reason);
    }

    private static void broken(Person admin, long number, String reason) {
        verify(admin)
                .body("intact", equalTo(false))
                .body("firstBroken.number", equalTo((int) number))
                .body("firstBroken.reason", equalTo(reason));
    }

    /** Rewrites an entry, as an attacker who can write single rows would. */
    private static void rewrite(TestOrganisation house, long number) {
        var entry = (ObjectNode) export(house.admin(), "").get((int) number - 1);
        entry.put("actorName", "Mallory");
        entry.put("seal", seal(entry));
        TestDatabase.execute("update audit_entry set actor_name = 'Mallory', seal = '" + seal(entry) + "', hash = '"
                + outsidersHash(idOf(house), entry) + "' where number = " + number + " and organisation_id = "
                + idOf(house));
    }

    /** Recomputes the chain from its export alone, by the published definition of the hash. */
    private static void assertChainHolds(TestOrganisation house) {
        long number = 0;
        var previous = "0".repeat(64);
        for (var entry : export(house.admin(), "")) {
            assertEquals(++number, entry.path("number").asLong());
            assertEquals(previous, entry.path("previousHash").asText());
            previous = entry.path("hash").asText();
            assertEquals(outsidersHash(idOf(house), entry), previous, entry.toString());
        }
    }

    private static String outsidersHash(long organisation, JsonNode entry) {
        boolean named = entry.path("subjectType").asText().equals("USERNAME");
        if (!entry.path("erased").asBoolean()) {
            assertEquals(seal(entry), entry.path("seal").asText(), entry.toString());
        }
        return hash(
                Long.toString(organisation),
                text(entry, "number"),
                text(entry, "at"),
                text(entry, "actorId"),
                text(entry, "action"),
                text(entry, "subjectType"),
                named ? "-" : text(entry, "subjectId"),
                text(entry, "seal"),
                text(entry, "previousHash"));
    }

    private static String seal(JsonNode entry) {
        return hash(
                text(entry, "salt"),
                text(entry, "actorName"),
                text(entry, "address"),
                entry.path("subjectType").asText().equals("USERNAME") ? text(entry, "subjectId") : "-",
                text(entry, "before"),
                text(entry, "after"));
    }

    private static String text(JsonNode entry, String name) {
        var field = entry.path(name);
        return field.isMissingNode() ? "-" : field.isContainerNode() ? field.toString() : field.asText();
    }

    private static String hash(String... fields) {
        return RandomSecrets.hash(Stream.of(fields)
                .map(text -> text.equals("-") ? text : text.getBytes(StandardCharsets.UTF_8).length + ":" + text)
                .collect(Collectors.joining()));
    }

    private static Response signIn(TestOrganisation house, String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "username", username, "password", password))
                .post(API + "/auth/token");
    }

    private static ValidatableResponse verify(Person admin) {
        return admin.asks().post(API + "/audit/verify").then().statusCode(200);
    }

    private static List<JsonNode> export(Person admin, String filter) {
        return text(admin, filter).lines().map(AuditTest::json).toList();
    }

    private static String text(Person admin, String filter) {
        var answer = admin.asks().get(API + "/audit/export" + filter);
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private static List<String> actions(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("action").asText()).toList();
    }

    private static List<Long> numbers(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("number").asLong()).toList();
    }

    private static List<Long> ids(List<JsonNode> entries) {
        return new ArrayList<>(
                entries.stream().map(entry -> entry.path("id").asLong()).toList());
    }

    private static long idOf(TestOrganisation house) {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }
}
