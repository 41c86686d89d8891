package org.patchbay.customers.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** People talk without an account of their own, where the organisation admits them. */
@QuarkusTest
class VisitorsTest {

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aVisitorTalksWithAnAgentAndIsKnownAgain() {
        admit(true);
        var agent = house.availableAgent();
        var cookies = comesIn(Map.of("name", "Carla"))
                .then()
                .statusCode(204)
                .extract()
                .cookies();
        browser(cookies).get(API + "/me").then().body("name", is("Carla"), "roles", contains("customer"));
        long conversation = browser(cookies)
                .contentType("application/json")
                .body(Map.of("text", "Do you ship to Graz?"))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        house.awaitHeldBy(agent, conversation);
        agent.sends(Map.of("text", "We do.", "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201);
        var again = browser(cookies)
                .post(API + "/auth/session/refresh")
                .then()
                .statusCode(200)
                .extract()
                .cookies();
        browser(again)
                .get(API + "/conversations/{id}/messages", conversation)
                .then()
                .body("items.text", contains("Do you ship to Graz?", "We do."));
        long customer = agent.reads("/tickets/{id}", conversation).getLong("customerId");
        house.admin()
                .asks()
                .get(API + "/customers/{id}", customer)
                .then()
                .body("name", is("Carla"), "email", nullValue(), "signIn", is(true));
        // Another visitor is somebody else.
        var other = comesIn(Map.of()).then().statusCode(204).extract().cookies();
        browser(other).get(API + "/me").then().body("name", startsWith("Visitor "));
        browser(other)
                .get(API + "/conversations/{id}/messages", conversation)
                .then()
                .spec(refused(404, "not-found"));
    }

    @Test
    void nobodyComesInWhereNoneAreAdmitted() {
        comesIn(Map.of()).then().spec(refused(403, "sign-up-disabled"));
        admit(true);
        assertEquals(true, offered());
        comesIn(Map.of()).then().statusCode(204);
        admit(false);
        assertEquals(false, offered());
        comesIn(Map.of()).then().spec(refused(403, "sign-up-disabled"));
        assertEquals(
                1,
                TestDatabase.count("select count(*) from account where username like 'visitor-%'"
                        + " and organisation_id = (select id from organisation where slug = '" + house.organisation()
                        + "')"));
    }

    @Test
    void onlyOurPagesLetVisitorsIn() {
        admit(true);
        for (var site : List.of("cross-site", "same-site", "none")) {
            given().header("Sec-Fetch-Site", site)
                    .contentType("application/json")
                    .body(Map.of("organisation", house.organisation()))
                    .post(API + "/auth/visitors")
                    .then()
                    .spec(refused(403, "foreign-origin"));
        }
        comesIn(Map.of("name", "x".repeat(201))).then().spec(refused(400, "validation-failed"));
    }

    private void admit(boolean visitors) {
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        house.admin()
                .sends(Map.of("origins", List.of("https://shop.example"), "visitors", visitors))
                .put(API + "/organisations/{id}/widget", organisation)
                .then()
                .statusCode(200)
                .body("visitors", is(visitors));
    }

    private boolean offered() {
        return given().get(API + "/auth/options?organisation=" + house.organisation())
                .path("visitors");
    }

    private Response comesIn(Map<String, ?> request) {
        var whole = new HashMap<String, Object>(request);
        whole.put("organisation", house.organisation());
        return browser(Map.of()).contentType("application/json").body(whole).post(API + "/auth/visitors");
    }

    private static RequestSpecification browser(Map<String, String> cookies) {
        return given().header("Sec-Fetch-Site", "same-origin").cookies(cookies);
    }
}
