package org.patchbay.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.patchbay.shared.web.RequestPipeline;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/**
 * A request with many faults is told that of whichever stands first in {@link RequestPipeline}. One fault after the
 * other is mended. {@link RateLimitsTest} has what an address or an account asks too much.
 */
@QuarkusTest
class RequestOrderTest {

    private static final String MALFORMED = "{\"name\":";
    private static final String TOO_LARGE = "x".repeat((8 << 20) + 1);
    private static final String ELSEWHERE = "https://elsewhere.example";
    private static final String CUSTOMERS = API + "/customers?nonsense=1";

    private final TestOrganisation house = new TestOrganisation();
    private final List<Executable> told = new ArrayList<>();

    @Test
    void theFirstFaultIsTold() {
        var admin = house.admin();
        told("a change by a page of others", 403, "foreign-origin", () -> nonsense(MALFORMED)
                .cookie("patchbay-access", admin.token())
                .header("Origin", ELSEWHERE));
        told("a request from elsewhere", 403, "forbidden", () -> nonsense(MALFORMED)
                .header("Origin", ELSEWHERE));
        told("a body that says it is too long", 413, "content-too-large", () -> nonsense(TOO_LARGE));
        told("no content type", 415, "unsupported-media-type", () -> nonsense(MALFORMED));
        told("no token", 401, "unauthorized", () -> given().contentType(ContentType.JSON)
                .body(MALFORMED));
        told("a wrong token", 401, "unauthorized", () -> given().header("Authorization", "Bearer nonsense")
                .contentType(ContentType.JSON)
                .body(MALFORMED));
        told("a role that may not", 403, "forbidden", () -> house.customer()
                .asks()
                .contentType(ContentType.JSON)
                .body(MALFORMED));
        told("a closed scope", 403, "insufficient-scope", () -> house.integration(List.of("orders:read"))
                .asks()
                .contentType(ContentType.JSON)
                .body(MALFORMED));
        told("an unknown parameter", 400, "bad-request", () -> admin.asks()
                .contentType(ContentType.JSON)
                .body(MALFORMED));
        assertAll(told);
    }

    @Test
    void whereTheAddressIsRightTheBodyIsLookedAt() {
        var admin = house.admin();
        admin.asks()
                .contentType(ContentType.TEXT)
                .body(MALFORMED)
                .post(API + "/customers")
                .then()
                .spec(refused(415, "unsupported-media-type"));
        admin.asks()
                .contentType(ContentType.JSON)
                .body(MALFORMED)
                .post(API + "/customers")
                .then()
                .spec(refused(400, "bad-request"))
                .body("detail", containsString("line"));
        admin.sends(Map.of("name", "", "email", "nobody"))
                .post(API + "/customers")
                .then()
                .spec(refused(400, "validation-failed"));
    }

    @Test
    void whatIsNotThereIsNotThereWhoeverAsks() {
        given().get(API + "/nowhere?nonsense=1").then().spec(refused(404, "not-found"));
        house.admin().asks().get(API + "/nowhere?nonsense=1").then().spec(refused(404, "not-found"));
    }

    /** Of a content type that is none. */
    private static RequestSpecification nonsense(String body) {
        return given().config(config().encoderConfig(encoderConfig().encodeContentTypeAs("nonsense", ContentType.TEXT)))
                .contentType("nonsense")
                .body(body);
    }

    private void told(String what, int status, String type, Supplier<RequestSpecification> asks) {
        told.add(
                () -> assertDoesNotThrow(() -> asks.get().post(CUSTOMERS).then().spec(refused(status, type)), what));
    }
}
