package org.patchbay.shared.limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** A caller with too many requests waits, and no other does. A proxy tells the addresses. */
@QuarkusTest
@TestProfile(RateLimitsTest.LowLimits.class)
@ExtendWith(MovableClock.class)
class RateLimitsTest {

    private static final int ACCOUNT_BURST = 30;
    private static final int CLIENT_BURST = 40;
    private static final int ADDRESS_BURST = 300;
    private static final int SIGN_UPS = 5;

    /** Enough from one address to set the tests up. */
    public static class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<String, String>();
            settings.put("patchbay.rate-limits.account.burst", Integer.toString(ACCOUNT_BURST));
            settings.put("patchbay.rate-limits.account.per-minute", "60");
            settings.put("patchbay.rate-limits.client.burst", Integer.toString(CLIENT_BURST));
            settings.put("patchbay.rate-limits.client.per-minute", "60");
            settings.put("patchbay.rate-limits.address.burst", Integer.toString(ADDRESS_BURST));
            settings.put("patchbay.rate-limits.address.per-minute", "12");
            settings.put("patchbay.rate-limits.sign-ups-per-hour", Integer.toString(SIGN_UPS));
            settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            return settings;
        }
    }

    @TestHTTPResource(API)
    URI api;

    /** Nothing is forgiven while a test asks. */
    @BeforeEach
    void stopTheClock() {
        MovableClock.stop();
    }

    @Test
    void anAccountThatAsksTooMuchWaitsAndNoOtherDoes() {
        var house = TestOrganisation.ofNewOrganisation();
        var elsewhere = TestOrganisation.ofNewOrganisation().agent();
        var agent = house.agent();
        var other = house.agent();
        long before = limited("account");

        assertTrue(
                asksUntilRefused(() -> agent.asks().get(API + "/me")) >= ACCOUNT_BURST - 2, "but for the setting up");
        agent.asks()
                .get(API + "/tickets?nonsense=1")
                .then()
                .spec(refused(429, "too-many-requests"))
                .header("Retry-After", "1");
        agent.asks().get(API + "/accounts").then().spec(refused(403, "forbidden"));

        other.asks().get(API + "/me").then().statusCode(200);
        elsewhere.asks().get(API + "/me").then().statusCode(200);
        assertTrue(limited("account") > before);
        MovableClock.forward(Duration.ofSeconds(1));
        agent.asks().get(API + "/me").then().statusCode(200);
    }

    @Test
    void anApiClientHasALimitOfItsOwn() {
        var house = TestOrganisation.ofNewOrganisation();
        var shop = house.integration();
        var other = house.integration();
        long before = limited("client");

        assertTrue(asksUntilRefused(() -> shop.asks().get(API + "/me")) >= CLIENT_BURST);
        shop.asks().get(API + "/orders").then().spec(refused(429, "too-many-requests"));
        shop.asks().get(API + "/skills?nonsense=1").then().spec(refused(429, "too-many-requests"));

        other.asks().get(API + "/me").then().statusCode(200);
        house.admin().asks().get(API + "/me").then().statusCode(200);
        assertTrue(limited("client") > before);
        MovableClock.forward(Duration.ofSeconds(1));
        shop.asks().get(API + "/me").then().statusCode(200);
    }

    @Test
    void anAddressIsLimitedWhateverIsAskedAndHoweverItIsSpelled() {
        var agent = TestOrganisation.ofNewOrganisation().agent();
        long before = limited("address");
        assertTrue(asksUntilRefused(() -> from("203.0.113.7").get(API + "/me")) >= ADDRESS_BURST);

        for (var path : List.of("/auth/token", "/auth/sign-up", "/auth/forgot-password", "/auth/refresh", "/nowhere")) {
            from("203.0.113.7")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(API + path)
                    .then()
                    .spec(refused(429, "too-many-requests"))
                    .header("Retry-After", "5");
        }
        for (var path : List.of("/api/./v1/me", "/api/v1/../v1/me", "/%61pi/v1/me", "//api/v1/me", "/api//v1/me")) {
            int status = from("203.0.113.7").urlEncodingEnabled(false).get(path).statusCode();
            assertTrue(status == 429 || status == 404, path + " is answered with " + status);
        }
        from("203.0.113.7")
                .header("Origin", "https://elsewhere.example")
                .cookie("patchbay-access", agent.token())
                .contentType(ContentType.JSON)
                .body("{")
                .post(API + "/customers")
                .then()
                .spec(refused(429, "too-many-requests"));
        from("203.0.113.7")
                .header("Authorization", "Bearer " + agent.token())
                .get(API + "/me")
                .then()
                .spec(refused(429, "too-many-requests"));

        agent.asks().get(API + "/me").then().statusCode(200);
        from("203.0.113.7").get("/q/health/live").then().statusCode(200);
        from("203.0.113.7").get("/q/health/ready").then().statusCode(200);
        assertTrue(limited("address") > before);
        MovableClock.forward(Duration.ofSeconds(5));
        from("203.0.113.7").get(API + "/me").then().spec(refused(401, "unauthorized"));
    }

    @Test
    void aNetworkOfVersion6IsOneAddress() {
        asksUntilRefused(() -> from("2001:db8::1").get(API + "/me"));
        from("2001:db8::2:3").get(API + "/me").then().spec(refused(429, "too-many-requests"));
        from("2001:db8:0:1::1").get(API + "/me").then().spec(refused(401, "unauthorized"));
    }

    @Test
    void aConnectionIsGoodForTheNextRequestAfterABodyThatNobodyRead() throws Exception {
        asksUntilRefused(() -> from("203.0.113.9").get(API + "/me"));
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var large = HttpRequest.newBuilder(URI.create(api + "/customers"))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .POST(BodyPublishers.ofString("GET /".repeat(200_000)))
                    .build();
            var next = HttpRequest.newBuilder(URI.create(api + "/me"))
                    .header("X-Forwarded-For", "203.0.113.10")
                    .build();
            for (int i = 0; i < 3; i++) {
                assertEquals(429, http.send(large, BodyHandlers.ofString()).statusCode());
                assertEquals(401, http.send(next, BodyHandlers.ofString()).statusCode());
            }
        }
    }

    @Test
    void fewSignUpFromOneAddress() {
        long before = limited("sign-up");
        for (int i = 0; i < SIGN_UPS; i++) {
            from("198.51.100.1")
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", ""))
                    .post(API + "/auth/sign-up")
                    .then()
                    .spec(refused(400, "validation-failed"));
        }
        for (int i = 0; i < SIGN_UPS; i++) {
            signUp("198.51.100.1").then().statusCode(202);
        }
        signUp("198.51.100.1").then().spec(refused(429, "too-many-requests")).header("Retry-After", "720");
        signUp("198.51.100.2").then().statusCode(202);
        assertEquals(before + 1, limited("sign-up"));
    }

    private static Response signUp(String address) {
        return from(address)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Carla", "email", unique("carla") + "@example.org"))
                .post(API + "/auth/sign-up");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    /** @return the number of answered requests */
    private static int asksUntilRefused(Supplier<Response> ask) {
        for (int asked = 0; asked < 2_000; asked++) {
            if (ask.get().statusCode() == 429) {
                return asked;
            }
        }
        throw new AssertionError("never refused");
    }

    private static long limited(String kind) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("patchbay_requests_limited_total{kind=\"" + kind + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
