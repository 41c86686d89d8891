package org.patchbay.identity.sessions;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Device;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;

/** The length of sessions, and their end. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class SessionsTest {

    private static final String NEW_PASSWORD = "a new password for me";
    private static final int AT_ONCE = 8;
    private static final int MAX_SESSIONS = 50;
    private static final Duration WITHIN_GRACE = Duration.ofSeconds(9);
    private static final Duration BEYOND_GRACE = Duration.ofSeconds(11);
    private static final String REUSED = "select count(*) from audit_entry where action = 'REFRESH_TOKEN_REUSED'";

    @Inject
    Sessions sessions;

    @Inject
    Accounts accounts;

    @Inject
    CurrentOrganisation currentOrganisation;

    private final TestOrganisation house = new TestOrganisation();

    /** The tokens of a session. */
    private record Signed(String access, String refresh) {

        static Signed of(Response answer) {
            var json = answer.then().statusCode(200).extract().jsonPath();
            return new Signed(json.getString("accessToken"), json.getString("refreshToken"));
        }

        RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + access);
        }

        long session() {
            return asks().get(API + "/me/sessions").jsonPath().getLong("items.find { it.current }.id");
        }
    }

    @Test
    void aRefreshTokenGetsANewPair() {
        var first = signIn(house.agent());
        var second = Signed.of(refresh(first));
        second.asks().get(API + "/me").then().statusCode(200);
        var third = Signed.of(refresh(second));
        third.asks().get(API + "/me").then().statusCode(200);
        assertEquals(first.session(), third.session());
    }

    @Test
    void anOldRefreshTokenEndsItsSessionHoweverOldItIs() {
        for (int rotations : List.of(1, 3)) {
            var agent = house.agent();
            var other = signIn(agent);
            var stolen = signIn(agent);
            var newest = stolen;
            for (int i = 0; i < rotations; i++) {
                newest = Signed.of(refresh(newest));
            }
            if (rotations == 1) {
                MovableClock.forward(BEYOND_GRACE);
            }
            refresh(stolen).then().spec(refused(401, "session-ended"));
            refresh(newest).then().spec(refused(401, "session-ended"));
            awaitRefused(newest);
            Signed.of(refresh(other)).asks().get(API + "/me").then().statusCode(200);
        }
    }

    @Test
    void whoLostTheAnswerAsksAgainAndIsToldTheSame() {
        MovableClock.stop();
        var signed = signIn(house.agent());
        var lost = Signed.of(refresh(signed));
        MovableClock.forward(WITHIN_GRACE);
        var again = Signed.of(refresh(signed));
        assertEquals(lost.refresh(), again.refresh());
        assertEquals(signed.session(), again.session());
        Signed.of(refresh(again));
    }

    @Test
    void programsThatRefreshAtTheSameMomentStaySignedInOnOneChain() throws Exception {
        MovableClock.stop();
        long reusedBefore = TestDatabase.count(REUSED);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int round = 0; round < 5; round++) {
                var signed = signIn(house.agent());
                var start = new CyclicBarrier(AT_ONCE);
                Callable<Response> attempt = () -> {
                    start.await();
                    return refresh(signed);
                };
                var answers = threads.invokeAll(Collections.nCopies(AT_ONCE, attempt)).stream()
                        .map(Future::resultNow)
                        .map(Signed::of)
                        .toList();
                assertEquals(1, answers.stream().map(Signed::refresh).distinct().count());
                var next = Signed.of(refresh(answers.getLast()));
                refresh(signed).then().spec(refused(401, "session-ended"));
                refresh(next).then().spec(refused(401, "session-ended"));
                assertEquals(round + 1, TestDatabase.count(REUSED) - reusedBefore);
            }
        }
    }

    @Test
    void garbageRefreshesNothingAndEndsNothing() {
        var signed = signIn(house.agent());
        var family = signed.refresh().substring(0, signed.refresh().indexOf('.'));
        for (var token : List.of("", ".", family, "x." + signed.refresh(), signed.access())) {
            var answer = given().contentType(ContentType.JSON)
                    .body(Map.of("refreshToken", token))
                    .post(API + "/auth/refresh");
            if (token.length() > 200) {
                answer.then().spec(refused(400, "validation-failed"));
            } else {
                answer.then().spec(refused(401, "session-ended"));
            }
        }
        Signed.of(refresh(signed));
    }

    @Test
    void anExpiredSessionIsNotContinuedAndIsForgotten() {
        var agent = house.agent();
        var late = signIn(agent);
        var later = signIn(agent);
        expire(late);
        refresh(late).then().spec(refused(401, "session-ended"));
        long id = expire(later);
        sessions.forget();
        assertEquals(0, TestDatabase.count("select count(*) from session where id = " + id));
    }

    @Test
    void eachRefreshExtendsTheSession() {
        var signed = signIn(house.agent());
        long id = signed.session();
        TestDatabase.execute("update session set expires_at = utc_timestamp() + interval 1 hour where id = " + id);
        refresh(signed).then().statusCode(200).body("refreshExpiresIn", is(30 * 24 * 3600));
        assertEquals(
                1,
                TestDatabase.count("select count(*) from session where expires_at > utc_timestamp() + interval 29 day"
                        + " and id = " + id));
    }

    @Test
    void signingOutEndsThisSessionWithinSecondsAndNoOther() {
        var agent = house.agent();
        var one = signIn(agent);
        var other = signIn(agent);
        one.asks().get(API + "/me").then().statusCode(200);
        one.asks().post(API + "/auth/sign-out").then().statusCode(204);
        refresh(one).then().spec(refused(401, "session-ended"));
        awaitRefused(one);
        other.asks().get(API + "/me").then().statusCode(200);
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfTheAccount() {
        var agent = house.agent();
        var colleague = signIn(house.agent());
        var one = signIn(agent);
        var other = signIn(agent);
        one.asks().post(API + "/auth/sign-out-everywhere").then().statusCode(204);
        for (var each : List.of(one, other)) {
            refresh(each).then().spec(refused(401, "session-ended"));
            awaitRefused(each);
        }
        Signed.of(refresh(colleague));
    }

    @Test
    void anAdminEndsAllSessionsOfAnAccount() {
        var supervisor = house.supervisor();
        var signed = signIn(supervisor);
        var path = API + "/accounts/{id}/sign-out-everywhere";
        house.admin().asks().post(path, supervisor.id()).then().statusCode(204);
        refresh(signed).then().spec(refused(401, "session-ended"));
        awaitRefused(signed);
        house.admin().asks().post(path, Long.MAX_VALUE).then().spec(refused(404, "not-found"));
    }

    @Test
    void peopleSeeTheirSessionsAndEndAnyOfThem() {
        var agent = house.agent();
        var phone = Signed.of(given().header("User-Agent", "Phone/" + "1".repeat(300))
                .contentType(ContentType.JSON)
                .body(credentials(house, agent, PASSWORD))
                .post(API + "/auth/token"));
        var desk = signIn(agent);
        desk.asks()
                .get(API + "/me/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.findAll { it.current }", hasSize(1))
                .body("items[1].userAgent", is("Phone/" + "1".repeat(194)))
                .body("items[1].address", not(nullValue()))
                .body("items[1].createdAt", not(nullValue()))
                .body("items[1].lastUsedAt", not(nullValue()));
        long id = phone.session();
        desk.asks().delete(API + "/me/sessions/{id}", id).then().statusCode(204);
        desk.asks().delete(API + "/me/sessions/{id}", id).then().spec(refused(404, "not-found"));
        refresh(phone).then().spec(refused(401, "session-ended"));
        awaitRefused(phone);
    }

    @Test
    void oneSessionTooManyEndsTheOneThatWasUsedLeastRecently() {
        var agent = house.agent();
        TestDatabase.execute("delete from session where account_id = " + agent.id());
        var oldest = signIn(agent);
        var unused = signIn(agent);
        for (int i = 2; i < MAX_SESSIONS; i++) {
            signIn(agent);
        }
        var used = Signed.of(refresh(oldest));
        var newest = signIn(agent);

        refresh(unused).then().spec(refused(401, "session-ended"));
        awaitRefused(unused);
        Signed.of(refresh(used));
        Signed.of(refresh(newest));
        assertEquals(MAX_SESSIONS, TestDatabase.count("select count(*) from session where account_id = " + agent.id()));
    }

    @Test
    void whereThePasswordChangesMeanwhileNoSessionBeginsAndNoneIsAudited() {
        var own = TestOrganisation.ofNewOrganisation();
        var agent = own.agent();
        currentOrganisation.in(
                TestDatabase.count("select id from organisation where slug = '" + own.organisation() + "'"), () -> {
                    var verified = accounts.byUsername(agent.username()).orElseThrow();
                    verified.passwordHash = "the one before";
                    assertThrows(
                            HttpProblem.class, () -> sessions.begin(verified, new Device("127.0.0.1", "Desk", null)));
                });
        var of = "select count(*) from audit_entry where action = 'SIGN_IN_SUCCEEDED' and subject_id = ";
        assertEquals(1, TestDatabase.count(of + agent.id()), "when the house was set up");
        assertEquals(1, TestDatabase.count("select count(*) from session where account_id = " + agent.id()));
    }

    @Test
    void nobodyMakesUpTheAddressTheyComeFrom() {
        var agent = house.agent();
        var signed = Signed.of(given().header("X-Forwarded-For", "203.0.113.7")
                .contentType(ContentType.JSON)
                .body(credentials(house, agent, PASSWORD))
                .post(API + "/auth/token"));
        signed.asks().get(API + "/me/sessions").then().body("items.find { it.current }.address", is("127.0.0.1"));
    }

    @Test
    void sessionsOfOthersAreLikeUnknownOnes() {
        var foreign = TestOrganisation.ofNewOrganisation();
        var owner = house.agent();
        var signed = signIn(owner);
        long id = signed.session();
        long account = signed.asks().get(API + "/me").jsonPath().getLong("id");
        for (var stranger : List.of(house.agent(), house.admin(), foreign.admin(), TestOrganisation.operator())) {
            stranger.asks().delete(API + "/me/sessions/{id}", id).then().spec(refused(404, "not-found"));
        }
        foreign.admin()
                .asks()
                .post(API + "/accounts/{id}/sign-out-everywhere", account)
                .then()
                .spec(refused(404, "not-found"));
        Signed.of(refresh(signed)).asks().get(API + "/me").then().statusCode(200);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var agent = house.agent();
        var here = signIn(agent);
        var elsewhere = signIn(agent);
        changePassword(here, "not the password", NEW_PASSWORD).then().spec(refused(403, "wrong-password"));
        changePassword(here, PASSWORD, "too short").then().spec(refused(400, "validation-failed"));
        changePassword(here, PASSWORD, NEW_PASSWORD).then().statusCode(204);
        refresh(elsewhere).then().spec(refused(401, "session-ended"));
        awaitRefused(elsewhere);
        Signed.of(refresh(here)).asks().get(API + "/me").then().statusCode(200);
        signIn(house, agent, PASSWORD).then().spec(refused(401, "wrong-credentials"));
        signIn(house, agent, NEW_PASSWORD).then().statusCode(200);
    }

    @Test
    void whoHoldsASessionCannotGuessThePassword() {
        var own = TestOrganisation.ofNewOrganisation();
        var signed = Signed.of(signIn(own, own.agent(), PASSWORD));
        for (int i = 0; i < 10; i++) {
            changePassword(signed, "a guess at random", NEW_PASSWORD).then().spec(refused(403, "wrong-password"));
        }
        changePassword(signed, PASSWORD, NEW_PASSWORD).then().spec(refused(429, "too-many-attempts"));
    }

    @Test
    void aPasswordSetByMailEndsAllSessions() {
        var own = TestOrganisation.ofNewOrganisation();
        var admin = own.admin();
        var signed = Signed.of(signIn(own, admin, PASSWORD));
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", own.organisation(), "email", admin.username()))
                .post(API + "/auth/forgot-password")
                .then()
                .statusCode(202);
        TestOrganisation.acceptInvitation(admin.username());
        refresh(signed).then().spec(refused(401, "session-ended"));
        awaitRefused(signed);
    }

    @Test
    void aSuspensionHoldsARefreshBackAndARemovedAccountHasNone() {
        var own = TestOrganisation.ofNewOrganisation();
        var supervisor = own.supervisor();
        var signed = Signed.of(signIn(own, supervisor, PASSWORD));
        long id = TestDatabase.count("select id from organisation where slug = '" + own.organisation() + "'");
        var operator = TestOrganisation.operator();
        operator.asks().post(API + "/organisations/{id}/suspend", id).then().statusCode(200);
        refresh(signed).then().spec(refused(403, "organisation-suspended"));
        operator.asks().post(API + "/organisations/{id}/activate", id).then().statusCode(200);
        var next = Signed.of(refresh(signed));
        await().until(() -> own.admin()
                        .asks()
                        .delete(API + "/accounts/{id}", supervisor.id())
                        .statusCode()
                == 204);
        refresh(next).then().spec(refused(401, "session-ended"));
    }

    @Test
    void refreshTokensAreNotInTheDatabase() {
        var signed = signIn(house.agent());
        for (var part : signed.refresh().split("\\.")) {
            assertEquals(
                    0,
                    TestDatabase.count(
                            "select count(*) from session where '" + part + "' in (family_hash, secret_hash)"));
        }
    }

    private Signed signIn(Person person) {
        return Signed.of(signIn(house, person, PASSWORD));
    }

    private static Response signIn(TestOrganisation house, Person person, String password) {
        return given().contentType(ContentType.JSON)
                .body(credentials(house, person, password))
                .post(API + "/auth/token");
    }

    private static Map<String, String> credentials(TestOrganisation house, Person person, String password) {
        return new HashMap<>(
                Map.of("organisation", house.organisation(), "username", person.username(), "password", password));
    }

    private static Response refresh(Signed signed) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", signed.refresh()))
                .post(API + "/auth/refresh");
    }

    private static Response changePassword(Signed signed, String current, String replacement) {
        return signed.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", current, "newPassword", replacement))
                .put(API + "/me/password");
    }

    private static long expire(Signed signed) {
        long id = signed.session();
        TestDatabase.execute("update session set expires_at = utc_timestamp() - interval 1 second where id = " + id);
        return id;
    }

    private static void awaitRefused(Signed signed) {
        await().until(() -> signed.asks().get(API + "/me").statusCode() == 401);
        signed.asks().get(API + "/me").then().spec(refused(401, "unauthorized"));
    }
}
