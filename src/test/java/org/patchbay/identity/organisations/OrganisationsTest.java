package org.patchbay.identity.organisations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.commons.io.FileUtils;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.identity.Organisations;
import org.patchbay.routing.matching.SweepNow;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** The life of organisations: making, telling apart, suspending, deleting. */
@QuarkusTest
class OrganisationsTest {

    @Inject
    Organisations organisations;

    @Inject
    OrganisationPurge organisationPurge;

    @Inject
    MockMailbox mails;

    @Inject
    SweepNow sweep;

    @Inject
    CurrentOrganisation currentOrganisation;

    private Person operator;

    @BeforeEach
    void signIn() {
        operator = TestOrganisation.operator();
    }

    @Test
    void aNewOrganisationsAdminIsInvitedByMailAndMakesEverybodyElse() {
        var house = TestOrganisation.ofNewOrganisation();

        house.admin().reads("/me").getList("roles").forEach(role -> assertEquals("admin", role));
        assertEquals(1, house.each("/accounts").size(), "nobody of another organisation is there");
        var agent = house.availableAgent();
        house.awaitHeldBy(agent, house.ticket(house.customer()));
    }

    @Test
    void anInvitationWorksOnceAndTheAdminHasNoPasswordBeforeIt() {
        var slug = unique("invited");
        var email = "alex@" + slug + ".example";
        create(slug, null, email).then().statusCode(201).body("status", equalTo("ACTIVE"));

        signIn(Map.of("organisation", slug, "username", email, "password", PASSWORD))
                .then()
                .spec(refused(401, "wrong-credentials"));
        var link = TestOrganisation.linkMailedTo(email);
        setPassword(link, "short").then().spec(refused(400, "validation-failed"));
        setPassword(link, PASSWORD).then().statusCode(204);
        setPassword(link, "another long password").then().spec(refused(410, "link-expired"));
        setPassword("made up", PASSWORD).then().spec(refused(410, "link-expired"));
        signIn(Map.of("organisation", slug, "username", email, "password", PASSWORD))
                .then()
                .statusCode(200);
    }

    @Test
    void ofManyWhoUseOneLinkAtTheSameMomentOneSetsThePassword() throws Exception {
        var house = TestOrganisation.ofNewOrganisation();
        forgot(house.organisation(), house.admin().username()).then().statusCode(202);
        var link = TestOrganisation.linkMailedTo(house.admin().username());
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> setPassword(link, "a password of number " + i).statusCode())
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertEquals(1, statuses.stream().filter(status -> status == 204).count());
            assertEquals(7, statuses.stream().filter(status -> status == 410).count());
        }
    }

    @Test
    void aSignInThatComesByNoHostNameMeansTheFirstOrganisation() throws Exception {
        var body = "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST " + API + "/auth/token HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertTrue(status.contains(" 200 "), status);
        }
    }

    @Test
    void theOperatorInvitesAnotherAdminAndSendsTheLinkAgain() {
        var house = TestOrganisation.ofNewOrganisation();
        long id = idOf(house.organisation());
        var email = "bea@" + house.organisation() + ".example";
        invite(id, email).then().statusCode(202);
        var first = TestOrganisation.linkMailedTo(email);
        invite(id, email).then().statusCode(202);

        assertEquals(2, mails.getMailsSentTo(email).size());
        setPassword(first, PASSWORD).then().statusCode(204);
        house.person("Bea", email).reads("/accounts");
        setPassword(TestOrganisation.linkMailedTo(email), "another long password")
                .then()
                .spec(refused(410, "link-expired"));
        invite(Long.MAX_VALUE, email).then().spec(refused(404, "not-found"));
    }

    @Test
    void theSameUserNameAndOrderNumberServeTwoOrganisations() {
        var one = TestOrganisation.ofNewOrganisation();
        var other = TestOrganisation.ofNewOrganisation();
        for (var house : List.of(one, other)) {
            house.admin()
                    .sends(Map.of(
                            "name",
                            "Sam",
                            "roles",
                            List.of("supervisor"),
                            "signIn",
                            TestOrganisation.credentials("sam")))
                    .post(API + "/accounts")
                    .then()
                    .statusCode(201);
            var customer = house.customer();
            house.admin()
                    .sends(TestOrganisation.orderOf(customer, "A-1"))
                    .post(API + "/orders")
                    .then()
                    .statusCode(201);
        }
        assertFalse(one.person("Sam", "sam").id() == other.person("Sam", "sam").id());
        assertEquals(1, one.each("/orders").size());
    }

    @Test
    void aSignInMeansTheOrganisationThatItNamesOrTheHostNamesOrTheAddressIsKnownIn() {
        var slug = unique("meant");
        var email = "ann@" + slug + ".example";
        var host = "help." + slug + ".example";
        create(slug, host, email).then().statusCode(201);
        TestOrganisation.acceptInvitation(email);

        signIn(Map.of("organisation", slug, "username", email, "password", PASSWORD))
                .then()
                .statusCode(200);
        signIn(Map.of("username", email, "password", PASSWORD)).then().statusCode(200);
        given().header("Host", host.toUpperCase(java.util.Locale.ROOT))
                .contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", PASSWORD))
                .post(API + "/auth/token")
                .then()
                .statusCode(200);
        signIn(Map.of("organisation", "default", "username", email, "password", PASSWORD))
                .then()
                .spec(refused(401, "wrong-credentials"));
        signIn(Map.of("organisation", "nobody-has-this", "username", email, "password", PASSWORD))
                .then()
                .spec(refused(401, "wrong-credentials"));

        var second = unique("meant");
        create(second, null, email).then().statusCode(201);
        signIn(Map.of("username", email, "password", PASSWORD)).then().statusCode(200);
        TestOrganisation.acceptInvitation(email);
        signIn(Map.of("username", email, "password", PASSWORD)).then().spec(refused(401, "wrong-credentials"));
    }

    @Test
    void aForgottenPasswordIsSetByMailAndStrangersLearnNothing() {
        var house = TestOrganisation.ofNewOrganisation();
        var email = house.admin().username();
        forgot(house.organisation(), email).then().statusCode(202);
        setPassword(TestOrganisation.linkMailedTo(email), "a new password for me")
                .then()
                .statusCode(204);
        signIn(Map.of("organisation", house.organisation(), "username", email, "password", PASSWORD))
                .then()
                .spec(refused(401, "wrong-credentials"));
        signIn(Map.of("organisation", house.organisation(), "username", email, "password", "a new password for me"))
                .then()
                .statusCode(200);

        var nobody = unique("nobody") + "@example.org";
        forgot(house.organisation(), nobody).then().statusCode(202);
        assertTrue(mails.getMailsSentTo(nobody).isEmpty());
    }

    @Test
    void theFirstOrganisationsAreAuditedByWhoeverMadeThem() throws Exception {
        for (var slug : List.of("default", "operators")) {
            assertEquals(1, createdEntries(slug), slug);
        }
        var slug = unique("first");
        Callable<Long> replica =
                () -> currentOrganisation.in(Organisations.UNKNOWN, () -> organisations.ensure(slug, "First"));
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var id : threads.invokeAll(Collections.nCopies(8, replica))) {
                assertEquals(id.get(), idOf(slug));
            }
        }
        assertEquals(1, createdEntries(slug));
    }

    private static long createdEntries(String slug) {
        return TestDatabase.count(
                "select count(*) from audit_entry where action = 'ORGANISATION_CREATED' and actor_id is null"
                        + " and organisation_id = " + idOf(slug));
    }

    @Test
    void inASuspendedOrganisationNobodyActsAndNothingIsAssignedUntilItIsActiveAgain() {
        var house = TestOrganisation.ofNewOrganisation();
        long id = idOf(house.organisation());
        var customer = house.customer();
        var agent = house.agent();
        long ticket = house.ticket(customer);
        operator.asks()
                .post(API + "/organisations/{id}/suspend", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"));
        TestDatabase.execute("update agent set presence = 'AVAILABLE' where id = " + agent.id());

        signIn(Map.of("organisation", house.organisation(), "username", agent.username(), "password", PASSWORD))
                .then()
                .spec(refused(403, "organisation-suspended"));
        signIn(Map.of("organisation", house.organisation(), "username", agent.username(), "password", "wrong"))
                .then()
                .spec(refused(401, "wrong-credentials"));
        await().untilAsserted(() -> agent.asks().get(API + "/me").then().spec(refused(403, "organisation-suspended")));
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "name", "Late", "email", "late@example.org"))
                .post(API + "/auth/sign-up")
                .then()
                .spec(refused(403, "organisation-suspended"));
        assertEquals(
                List.of("{\"why\":\"ORGANISATION_SUSPENDED\"}", "{\"why\":\"WRONG_CREDENTIALS\"}"),
                TestDatabase.list(
                        "select after_state from audit_entry where action = 'SIGN_IN_FAILED' and organisation_id = "
                                + id + " order by number",
                        row -> row.getString(1)));
        assertEquals(1, TestDatabase.count("select count(*) from ticket where status = 'OPEN' and id = " + ticket));

        operator.asks().post(API + "/organisations/{id}/activate", id).then().statusCode(200);
        sweep.sweep();
        await().until(() ->
                TestDatabase.count("select count(*) from ticket where status = 'IN_PROGRESS' and id = " + ticket) == 1);
    }

    @Test
    void aDeletedOrganisationComesBackWithinItsGraceAndIsRemovedWithEveryRowAfterIt() throws IOException {
        var house = TestOrganisation.ofNewOrganisation();
        var stays = TestOrganisation.ofNewOrganisation();
        long id = idOf(house.organisation());
        for (var each : List.of(house, stays)) {
            var agent = each.availableAgent();
            each.awaitHeldBy(agent, each.ticket(each.customer()));
            long french = each.skill("French");
            each.skilled(agent, french, 8);
            each.publish(each.policy(List.of(
                    Map.of("name", "French", "requiredSkills", List.of(Map.of("skillId", french, "level", 5))))));
            long calls = each.queue("Calls");
            each.queue("Returns", Map.of("overflowQueueId", calls));
            each.serve(calls, agent);
            long older = each.group("Older", null);
            long younger = each.group("Younger", null);
            each.member(older, agent, "GROUP");
            each.customerOf(younger);
            long hours = each.businessHours();
            TestDatabase.execute(
                    "insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts) select"
                            + " organisation_id, 'any', 1, 1, '2999-01-01', '2999-01-01', 0 from business_hours"
                            + " where id = "
                            + hours,
                    "insert into queue (organisation_id, name, distribution, priority, wrap_up_seconds, is_default,"
                            + " created_at, version, business_hours_id) select organisation_id, 'Open by hours',"
                            + " 'LONGEST_IDLE', 5, 0, false, utc_timestamp(), 0, id from business_hours where id = "
                            + hours);
            each.admin()
                    .sends(Map.of("name", "Older", "parentId", younger))
                    .put(API + "/groups/{id}", older)
                    .then()
                    .statusCode(200);
        }
        delete(id).then().statusCode(200).body("status", equalTo("DELETED")).body("purgeAfter", not(nullValue()));
        organisationPurge.purge();
        operator.asks()
                .post(API + "/organisations/{id}/activate", id)
                .then()
                .statusCode(200)
                .body("purgeAfter", nullValue());
        var folder = ConfigProvider.getConfig().getValue("patchbay.attachments.folder", Path.class);
        FileUtils.deleteDirectory(folder.resolve(Long.toString(id)).toFile());
        house.agent()
                .asks()
                .contentType("text/plain")
                .body("a file")
                .post(API + "/attachments")
                .then()
                .statusCode(201);
        assertEquals(1, files(folder.resolve(Long.toString(id))));
        var before = rows(idOf(stays.organisation()));
        assertTrue(TestDatabase.count("select last_number from audit_chain where organisation_id = " + id) > 5);

        delete(id).then().statusCode(200);
        TestDatabase.execute(
                "update organisation set purge_after = utc_timestamp() - interval 1 second where id = " + id);
        organisationPurge.purge();

        assertEquals(0, sum(rows(id)), "rows of the removed one");
        assertEquals(0, files(folder.resolve(Long.toString(id))));
        // More rows may have come meanwhile, for its floor goes on.
        rows(idOf(stays.organisation()))
                .forEach((table, count) -> assertTrue(
                        count >= before.get(table),
                        "%s of another: %d, before %d".formatted(table, count, before.get(table))));
        operator.asks().get(API + "/organisations/{id}", id).then().spec(refused(404, "not-found"));
    }

    private static long files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void theOperatorsChangeWhatOrganisationsAreCalledAndNotTheirOwn() {
        var slug = unique("named");
        var created = create(slug, null, "x@" + slug + ".example")
                .then()
                .statusCode(201)
                .extract();
        var tag = created.header("ETag");
        long id = created.jsonPath().getLong("id");
        operator.sends(Map.of("name", "Renamed"))
                .header("If-Match", tag)
                .put(API + "/organisations/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"));
        operator.sends(Map.of("name", "Again"))
                .header("If-Match", tag)
                .put(API + "/organisations/{id}", id)
                .then()
                .spec(refused(412, "version-mismatch"));
        create(slug, null, "y@" + slug + ".example").then().spec(refused(409, "already-exists"));
        delete(idOf("operators")).then().spec(refused(409, "conflict"));
    }

    private Response create(String slug, String host, String email) {
        var request = new java.util.HashMap<String, Object>(
                Map.of("slug", slug, "name", slug, "admin", Map.of("name", "Alex Admin", "email", email)));
        if (host != null) {
            request.put("hostName", host);
        }
        return operator.sends(request).post(API + "/organisations");
    }

    private Response invite(long id, String email) {
        return operator.sends(Map.of("name", "Bea", "email", email)).post(API + "/organisations/{id}/admins", id);
    }

    private Response delete(long id) {
        return operator.asks().delete(API + "/organisations/{id}", id);
    }

    private static Response signIn(Map<String, String> request) {
        return given().contentType(ContentType.JSON).body(request).post(API + "/auth/token");
    }

    private static Response setPassword(String link, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", link, "password", password))
                .post(API + "/auth/password");
    }

    private static Response forgot(String organisation, String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("organisation", organisation, "email", email))
                .post(API + "/auth/forgot-password");
    }

    private static long idOf(String slug) {
        return TestDatabase.count("select id from organisation where slug = '" + slug + "'");
    }

    /** The number of rows in each table that belongs to organisations. */
    private static Map<String, Long> rows(long organisation) {
        return TestDatabase.list(
                        "select table_name from information_schema.columns where table_schema = database()"
                                + " and column_name = 'organisation_id'",
                        row -> row.getString(1))
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> TestDatabase.count(
                                "select count(*) from `" + table + "` where organisation_id = " + organisation)));
    }

    private static long sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
