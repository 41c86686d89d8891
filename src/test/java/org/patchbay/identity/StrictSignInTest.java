package org.patchbay.identity;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.StrictSettings;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;
import static org.patchbay.testing.House.API;
import static org.patchbay.testing.House.PASSWORD;
import static org.patchbay.testing.House.credentials;
import static org.patchbay.testing.House.refused;
import static org.patchbay.testing.House.signIn;
import static org.patchbay.testing.House.unique;

/** Sign-in where sign-up is off and addresses are closed early. */
@QuarkusTest
@TestProfile(StrictSettings.class)
class StrictSignInTest {

    private final House house = new House();

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
        var agent = house.agent();
        await().until(() -> signIn(unique("nobody"), "a guess at random").statusCode() == 429);
        signIn(agent.username(), PASSWORD)
                .then()
                .spec(refused(429, "too-many-attempts"))
                .header("Retry-After", matchesPattern("[1-8]"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> signIn(agent.username(), PASSWORD).statusCode() == 200);
    }
}
