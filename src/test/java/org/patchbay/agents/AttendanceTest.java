package org.patchbay.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.House.Person;
import org.patchbay.testing.Store;
import org.patchbay.testing.StrictSettings;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.House.API;

/** Agents who are gone, where that is after seconds. */
@QuarkusTest
@TestProfile(StrictSettings.class)
class AttendanceTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private House house;

    /** Another test may have closed our address for seconds. */
    @BeforeEach
    void foundAnOrganisation() {
        await().atMost(SOON).until(() -> House.signIn("admin", House.PASSWORD).statusCode() == 200);
        house = House.ofNewOrganisation();
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
        awaitOffline(agent);
        await().until(() -> "OPEN".equals(house.status(offered)));
        assertEquals("IN_PROGRESS", house.status(held));
        assertEquals(1, house.admin().reads("/agents/{id}", agent.id()).getInt("load"));
        assertEquals(
                1,
                Store.count("select count(*) from audit_entry where action = 'AGENT_PRESENCE_SET' and actor_id is null"
                        + " and subject_id = '" + agent.id() + "'"),
                "it happens once");
    }

    @Test
    void whoIsSignedInElsewhereOrSignsInAgainStays() {
        var agent = house.availableAgent();
        var elsewhere = house.person(agent.name(), agent.username());
        agent.asks().post(API + "/auth/sign-out").then().statusCode(204);
        staysAvailableWhile(elsewhere, Duration.ofSeconds(5));
        elsewhere.asks().post(API + "/auth/sign-out").then().statusCode(204);
        var again = house.person(agent.name(), agent.username());
        staysAvailableWhile(again, Duration.ofSeconds(5));
        house.admin()
                .asks()
                .post(API + "/accounts/{id}/sign-out-everywhere", agent.id())
                .then()
                .statusCode(204);
        awaitOffline(agent);
    }

    @Test
    void whoAsksNothingForLongIsOfflineAndWhoAsksStays() {
        var started = Instant.now();
        var silent = house.agent();
        house.admin()
                .sends(Map.of("presence", "AWAY"))
                .put(API + "/agents/{id}/presence", silent.id())
                .then()
                .statusCode(200);
        var awake = house.availableAgent();
        staysAvailableWhile(awake, Duration.ofSeconds(12));
        awaitOffline(silent);
        var seen = house.admin().reads("/agents/{id}", awake.id()).getString("lastSeenAt");
        assertTrue(Instant.parse(seen).isAfter(started.plusSeconds(5)), seen);
        house.present(silent, "AVAILABLE");
        staysAvailableWhile(silent, Duration.ofSeconds(3));
    }

    @Test
    void whoNeverSignedInIsThereForLongOnASupervisorsWord() {
        var agent = house.agent();
        Store.execute(
                "delete from session where account_id = " + agent.id(),
                "delete from sign_of_life where agent_id = " + agent.id());
        house.admin()
                .sends(Map.of("presence", "AVAILABLE"))
                .put(API + "/agents/{id}/presence", agent.id())
                .then()
                .statusCode(200);
        staysAvailable(agent, Duration.ofSeconds(5));
        awaitOffline(agent);
    }

    private void awaitOffline(Person agent) {
        await().atMost(SOON).until(() -> "OFFLINE".equals(presence(agent)));
    }

    private void staysAvailableWhile(Person asking, Duration time) {
        await().pollInterval(Duration.ofMillis(200)).atMost(SOON).during(time).until(() -> "AVAILABLE"
                .equals(asking.reads("/agents/{id}", asking.id()).getString("presence")));
    }

    private void staysAvailable(Person agent, Duration time) {
        await().pollInterval(Duration.ofMillis(200)).atMost(SOON).during(time).until(() -> "AVAILABLE"
                .equals(presence(agent)));
    }

    private String presence(Person agent) {
        return house.admin().reads("/agents/{id}", agent.id()).getString("presence");
    }
}
