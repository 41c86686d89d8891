package org.patchbay.agents.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.agents.AgentsConfig;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The detection of agents who are gone. Tests move the clock and run the detector. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class AbsenceDetectorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    AbsenceDetector absenceDetector;

    @Inject
    AgentsConfig config;

    @CacheName("signs-of-life")
    Cache signsOfLife;

    private TestOrganisation house;
    private Duration almostTooLong;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        almostTooLong = config.lostAfter().minus(MINUTE);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void theOffersOfWhoSignedOutReturnAndWhatTheyHoldStays() {
        var customer = house.customer();
        var agent = house.agent(2);
        house.present(agent, "AVAILABLE");
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        house.offering(600);
        long offered = house.ticket(customer);
        await().until(() -> "OFFERED".equals(house.status(offered)));
        agent.asks().post(API + "/auth/sign-out").then().statusCode(204);
        absenceDetector.look();
        assertEquals("AVAILABLE", presence(agent), "they may sign in again");
        after(config.signedOutAfter().plus(MINUTE));
        assertEquals("OFFLINE", presence(agent));
        assertEquals("OPEN", house.status(offered));
        assertEquals("IN_PROGRESS", house.status(held));
        assertEquals(1, house.admin().reads("/agents/{id}", agent.id()).getInt("load"));
        absenceDetector.look();
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit_entry where action = 'AGENT_PRESENCE_SET' and actor_id is null"
                                + " and subject_id = '" + agent.id() + "'"),
                "it happens once");
    }

    @Test
    void whoIsSignedInElsewhereOrSignsInAgainStays() {
        var agent = house.availableAgent();
        var elsewhere = house.person(agent.name(), agent.username());
        agent.asks().post(API + "/auth/sign-out").then().statusCode(204);
        absenceDetector.look();
        after(config.signedOutAfter().plus(MINUTE));
        assertEquals("AVAILABLE", presence(agent));
        elsewhere.asks().post(API + "/auth/sign-out").then().statusCode(204);
        absenceDetector.look();
        house.person(agent.name(), agent.username());
        after(config.signedOutAfter().plus(MINUTE));
        assertEquals("AVAILABLE", presence(agent));
        house.admin()
                .asks()
                .post(API + "/accounts/{id}/sign-out-everywhere", agent.id())
                .then()
                .statusCode(204);
        absenceDetector.look();
        after(config.signedOutAfter().plus(MINUTE));
        assertEquals("OFFLINE", presence(agent));
    }

    @Test
    void whoAsksNothingForLongIsOfflineAndWhoAsksStays() {
        var silent = house.agent();
        house.admin()
                .sends(Map.of("presence", "AWAY"))
                .put(API + "/agents/{id}/presence", silent.id())
                .then()
                .statusCode(200);
        var awake = house.availableAgent();
        var before = lastSeen(awake);
        after(almostTooLong);
        assertEquals("AWAY", presence(silent));
        asks(awake);
        after(MINUTE.multipliedBy(2));
        assertEquals("OFFLINE", presence(silent));
        assertEquals("AVAILABLE", presence(awake));
        assertTrue(!lastSeen(awake).isBefore(before.plus(almostTooLong)), () -> "seen " + lastSeen(awake));
        house.present(silent, "AVAILABLE");
        absenceDetector.look();
        assertEquals("AVAILABLE", presence(silent));
    }

    @Test
    void whoNeverSignedInIsThereForLongOnASupervisorsWord() {
        var agent = house.agent();
        TestDatabase.execute(
                "delete from session where account_id = " + agent.id(),
                "delete from sign_of_life where agent_id = " + agent.id());
        house.admin()
                .sends(Map.of("presence", "AVAILABLE"))
                .put(API + "/agents/{id}/presence", agent.id())
                .then()
                .statusCode(200);
        after(almostTooLong);
        assertEquals("AVAILABLE", presence(agent));
        after(MINUTE.multipliedBy(2));
        assertEquals("OFFLINE", presence(agent));
    }

    @Test
    void whatAnOrganisationSaysOfAttendanceIsKeptWithItsVersion() {
        var agent = house.agent();
        agent.asks()
                .get(API + "/attendance")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("askAfterSeconds", is(900))
                .body("answerWithinSeconds", is(60))
                .body("$", not(hasKey("returnAfterSeconds")));
        var said = Map.of("answerWithinSeconds", 30, "returnAfterSeconds", 600);
        sets(said, "\"0\"").then().statusCode(200).header("ETag", "\"1\"").body("$", not(hasKey("askAfterSeconds")));
        sets(said, "\"0\"").then().spec(refused(412, "version-mismatch"));
        sets(Map.of("askAfterSeconds", 1, "answerWithinSeconds", 1, "returnAfterSeconds", 1), "\"1\"")
                .then()
                .spec(refused(400, "validation-failed"))
                .body(
                        "violations.field.unique()",
                        contains("answerWithinSeconds", "askAfterSeconds", "returnAfterSeconds"));
        sets(Map.of("askAfterSeconds", 600), "\"1\"")
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", contains("answerWithinSeconds"));
        agent.asks()
                .get(API + "/attendance")
                .then()
                .body("answerWithinSeconds", is(30))
                .body("returnAfterSeconds", is(600));
        house.admin().asks().get(API + "/audit?action=ATTENDANCE_SET").then().body("items.size()", is(1));
        new TestOrganisation().admin().asks().get(API + "/attendance").then().body("askAfterSeconds", is(900));
    }

    private Response sets(Map<String, Integer> said, String version) {
        return house.admin().sends(said).header("If-Match", version).put(API + "/attendance");
    }

    private void after(Duration time) {
        MovableClock.forward(time);
        absenceDetector.look();
    }

    /** A request counts as a heartbeat once in a while only. */
    private void asks(Person agent) {
        signsOfLife.invalidateAll().await().indefinitely();
        agent.reads("/me");
    }

    private String presence(Person agent) {
        return house.admin().reads("/agents/{id}", agent.id()).getString("presence");
    }

    private Instant lastSeen(Person agent) {
        return Instant.parse(house.admin().reads("/agents/{id}", agent.id()).getString("lastSeenAt"));
    }
}
