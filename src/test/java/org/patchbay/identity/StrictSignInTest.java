package org.patchbay.identity;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.House;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.Store;
import org.patchbay.testing.StrictSettings;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

import static io.restassured.RestAssured.given;
import static org.patchbay.testing.House.API;
import static org.patchbay.testing.House.PASSWORD;
import static org.patchbay.testing.House.credentials;
import static org.patchbay.testing.House.refused;
import static org.patchbay.testing.House.signIn;
import static org.patchbay.testing.House.unique;

/** Sign-in where sign-up is off and addresses are closed early. */
@QuarkusTest
@TestProfile(StrictSettings.class)
@ExtendWith(MovableClock.class)
class StrictSignInTest {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final House house = new House();

    /** All tests come from one address. */
    @AfterEach
    void openOurAddress() {
        Store.execute("delete from sign_in_failure");
    }

    @Test
    void nobodySignsUpWhereItIsSwitchedOff() {
        var name = unique("carla");
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Carla", "email", name + "@example.org", "signIn", credentials(name)))
                .post(API + "/auth/sign-up")
                .then()
                .spec(refused(403, "sign-up-disabled"));
        signIn(name, PASSWORD).then().spec(refused(401, "wrong-credentials"));
    }

    @Test
    void anAddressThatGuessesIsClosedForAllAccountsUntilTheTimeIsOver() {
        MovableClock.stop();
        var agent = house.agent();
        for (int i = 0; i < StrictSettings.MOST_FAILURES_PER_ADDRESS; i++) {
            signIn(unique("nobody"), "a guess at random").then().spec(refused(401, "wrong-credentials"));
        }
        signIn(agent.username(), PASSWORD)
                .then()
                .spec(refused(429, "too-many-attempts"))
                .header("Retry-After", "900");
        MovableClock.forward(WINDOW);
        signIn(agent.username(), PASSWORD).then().spec(refused(429, "too-many-attempts"));
        MovableClock.forward(Duration.ofSeconds(1));
        signIn(agent.username(), PASSWORD).then().statusCode(200);
    }
}
