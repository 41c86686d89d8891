package org.patchbay.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.StrictSettings;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.signIn;
import static org.patchbay.testing.TestOrganisation.unique;

/** Sign-in with sign-up switched off and low limits for guesses. A proxy tells the addresses. */
@QuarkusTest
@TestProfile(StrictSettings.class)
@ExtendWith(MovableClock.class)
class StrictSignInTest {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static final String DEVICE = "patchbay-device";

    private final TestOrganisation house = new TestOrganisation();

    /** All tests come from one address, those of other classes, too. */
    @BeforeEach
    @AfterEach
    void openOurAddress() {
        TestDatabase.execute("delete from sign_in_failure");
    }

    @Test
    void nobodySignsUpWhereItIsSwitchedOff() {
        var name = unique("carla");
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Carla", "email", name + "@example.org"))
                .post(API + "/auth/sign-up")
                .then()
                .spec(refused(403, "sign-up-disabled"));
        given().contentType(ContentType.JSON)
                .body(Map.of("token", "made up", "password", PASSWORD))
                .post(API + "/auth/sign-up/confirm")
                .then()
                .spec(refused(403, "sign-up-disabled"));
    }

    @Test
    void aStrangerWhoGuessesClosesTheAccountForThemselvesAlone() {
        var owner = TestOrganisation.ofNewOrganisation().admin();
        guess(owner, "203.0.113.1", StrictSettings.MOST_FAILURES);
        from("203.0.113.1", owner, PASSWORD).then().spec(refused(429, "too-many-attempts"));
        from("203.0.113.2", owner, PASSWORD).then().statusCode(200);
        from("203.0.113.1", owner, PASSWORD).then().spec(refused(429, "too-many-attempts"));
    }

    @Test
    void aNetworkOfVersion6IsOneStranger() {
        var owner = TestOrganisation.ofNewOrganisation().admin();
        for (int i = 0; i < StrictSettings.MOST_FAILURES; i++) {
            guess(owner, "2001:db8:0:0:0:0:0:" + i, 1);
        }
        from("2001:db8:0:0:0:0:0:9", owner, PASSWORD).then().spec(refused(429, "too-many-attempts"));
        from("2001:db8:0:1:0:0:0:9", owner, PASSWORD).then().statusCode(200);
    }

    @Test
    void whatManyStrangersGuessTogetherSlowsStrangersAndNoDeviceOfTheOwner() {
        var owner = TestOrganisation.ofNewOrganisation().admin();
        var device = deviceOf(atPage(owner, PASSWORD, null));
        guessTogether(owner);
        from("203.0.113.99", owner, PASSWORD).then().spec(refused(429, "too-many-attempts"));
        var renewed = atPage(owner, PASSWORD, device);
        renewed.then().statusCode(200);

        for (int i = 0; i < StrictSettings.MOST_FAILURES; i++) {
            atPage(owner, "a guess at random", device).then().spec(refused(401, "wrong-credentials"));
        }
        atPage(owner, PASSWORD, device).then().spec(refused(429, "too-many-attempts"));
        atPage(owner, PASSWORD, deviceOf(renewed)).then().statusCode(200);
    }

    @Test
    void aDeviceIsKnownToItsOwnersAccountOnlyAndNobodyMakesOne() {
        var owner = TestOrganisation.ofNewOrganisation().admin();
        var other = deviceOf(atPage(TestOrganisation.ofNewOrganisation().admin(), PASSWORD, null));
        guessTogether(owner);
        for (var device : List.of(other, "made.up", "nonsense", ".")) {
            atPage(owner, PASSWORD, device).then().spec(refused(429, "too-many-attempts"));
        }
    }

    @Test
    void aLinkByMailLetsTheOwnerInWhateverStrangersDo() {
        var owner = TestOrganisation.ofNewOrganisation().admin();
        guess(owner, "203.0.113.50", StrictSettings.MOST_FAILURES);
        guessTogether(owner);
        from("203.0.113.50", owner, PASSWORD).then().spec(refused(429, "too-many-attempts"));
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", organisationOf(owner), "email", owner.username()))
                .post(API + "/auth/forgot-password")
                .then()
                .statusCode(202);
        var set = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "token", TestOrganisation.linkMailedTo(owner.username()), "password", "a new password for me"))
                .post(API + "/auth/password");
        set.then().statusCode(204);
        from("203.0.113.50", owner, "a new password for me").then().statusCode(200);

        guessTogether(owner);
        atPage(owner, "a new password for me", deviceOf(set)).then().statusCode(200);
    }

    @Test
    void strangersCloseNoApiClient() {
        var house = TestOrganisation.ofNewOrganisation();
        var shop = house.admin()
                .sends(Map.of("name", "Shop", "scopes", List.of("orders:read")))
                .post(API + "/api-clients")
                .jsonPath();
        var id = shop.getString("clientId");
        for (int i = 0; i < StrictSettings.MOST_FAILURES; i++) {
            client("203.0.113.1", id, "a guess").then().statusCode(401);
        }
        client("203.0.113.1", id, shop.getString("clientSecret")).then().statusCode(429);
        client("203.0.113.2", id, shop.getString("clientSecret")).then().statusCode(200);
    }

    /** Lets as many strangers guess as it takes, none of whom is closed out alone. */
    private static void guessTogether(Person owner) {
        for (int i = 0; i < StrictSettings.MOST_FAILURES_PER_ACCOUNT; i++) {
            var answer = from("198.51.100." + i, owner, "a guess at random").statusCode();
            assertTrue(answer == 401 || answer == 429, "answered " + answer);
        }
    }

    private static void guess(Person owner, String address, int times) {
        for (int i = 0; i < times; i++) {
            from(address, owner, "a guess at random").then().spec(refused(401, "wrong-credentials"));
        }
    }

    private static Response from(String address, Person owner, String password) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(credentialsOf(owner, password))
                .post(API + "/auth/token");
    }

    private static Response atPage(Person owner, String password, @Nullable String device) {
        var page = given().header("Sec-Fetch-Site", "same-origin").header("X-Forwarded-For", "203.0.113.99");
        return (device == null ? page : page.cookie(DEVICE, device))
                .contentType(ContentType.JSON)
                .body(credentialsOf(owner, password))
                .post(API + "/auth/session");
    }

    private static Response client(String address, String id, String secret) {
        return given().header("X-Forwarded-For", address)
                .auth()
                .preemptive()
                .basic(id, secret)
                .formParam("grant_type", "client_credentials")
                .post(API + "/auth/token");
    }

    private static Map<String, String> credentialsOf(Person owner, String password) {
        return Map.of("organisation", organisationOf(owner), "username", owner.username(), "password", password);
    }

    /** Its slug stands in the address of its first admin. */
    private static String organisationOf(Person owner) {
        return owner.username().replaceAll(".*@|\\.example", "");
    }

    private static String deviceOf(Response answer) {
        return answer.cookie(DEVICE);
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
