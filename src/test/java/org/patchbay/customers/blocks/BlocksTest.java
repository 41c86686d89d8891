package org.patchbay.customers.blocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Staff keeps customers out, who are not told why, and lets them in again. */
@QuarkusTest
class BlocksTest {

    private static final String REASON = "Threatened Ada";

    private TestOrganisation house;
    private Person admin;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aBlockedCustomerNeitherStaysNorComesInAndTheirChatEnds() {
        var customer = house.customer();
        var agent = house.availableAgent();
        long chat = customer.sends(Map.of("text", "I know where you live"))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        house.awaitHeldBy(agent, chat);
        long other = house.ticket(customer);
        block(agent, customer.id(), Map.of("reason", REASON))
                .then()
                .statusCode(200)
                .body("reason", is(REASON), "blockedByName", is(agent.name()), "until", nullValue(), "networks", is(0));
        admin.asks().get(API + "/tickets/{id}", chat).then().body("status", is("CANCELLED"));
        admin.asks().get(API + "/tickets/{id}", other).then().body("status", not("CANCELLED"));
        Patience.await()
                .until(
                        () -> customer.sends(Map.of("text", "Hello?"))
                                .post(API + "/conversations/{id}/messages", chat)
                                .statusCode(),
                        equalTo(401));
        signIn(customer).then().spec(refused(403, "blocked")).body(not(containsString(REASON)));
        // Those who are seen by nobody here are blocked by nobody here.
        var foreign = TestOrganisation.ofNewOrganisation();
        block(foreign.admin(), customer.id(), Map.of("reason", "x")).then().spec(refused(404, "not-found"));

        var supervisor = house.supervisor();
        supervisor
                .asks()
                .get(API + "/customers/blocks")
                .then()
                .body("items.customerId", contains(Math.toIntExact(customer.id())), "items.reason", contains(REASON));
        supervisor
                .asks()
                .delete(API + "/customers/{id}/block", customer.id())
                .then()
                .statusCode(204);
        supervisor
                .asks()
                .get(API + "/customers/{id}/block", customer.id())
                .then()
                .spec(refused(404, "not-found"));
        signIn(customer).then().statusCode(200);
        admin.asks()
                .get(API + "/audit?subjectId={id}", customer.id())
                .then()
                .body("items.action", hasItems("CUSTOMER_BLOCKED", "CUSTOMER_UNBLOCKED"));
    }

    @Test
    void aBlockEndsByItself() {
        var customer = house.customer();
        block(
                        admin,
                        customer.id(),
                        Map.of(
                                "reason",
                                REASON,
                                "until",
                                Instant.now().minusSeconds(5).toString()))
                .then()
                .spec(refused(400, "validation-failed"));
        var until = Instant.now().plus(Duration.ofHours(1)).toString();
        block(admin, customer.id(), Map.of("reason", REASON, "until", until))
                .then()
                .statusCode(200);
        signIn(customer).then().spec(refused(403, "blocked"));
        TestDatabase.execute("update customer_block set ends_at = utc_timestamp(6) - interval 1 second"
                + " where customer_id = " + customer.id());
        signIn(customer).then().statusCode(200);
    }

    @Test
    void visitorsFromTheNetworkOfABlockedOneAreKeptOut() {
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        admin.sends(Map.of("origins", List.of(), "visitors", true))
                .put(API + "/organisations/{id}/widget", organisation)
                .then()
                .statusCode(200);
        var visitor = visit().then().statusCode(204).extract().cookies();
        long ticket = browser(visitor)
                .contentType("application/json")
                .body(Map.of("text", "Buy our pills"))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        long customer = admin.reads("/tickets/{id}", ticket).getLong("customerId");
        block(admin, customer, Map.of("reason", REASON)).then().statusCode(200);
        browser(visitor).post(API + "/auth/session/refresh").then().statusCode(401);
        var again = visit().then().statusCode(204).extract().cookies();
        long second = browser(again)
                .contentType("application/json")
                .body(Map.of("text", "Buy more pills"))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        long same = admin.reads("/tickets/{id}", second).getLong("customerId");
        block(admin, same, Map.of("reason", REASON, "networks", true)).then().body("networks", is(1));
        visit().then().spec(refused(403, "blocked"));
        admin.asks().delete(API + "/customers/{id}/block", same).then().statusCode(204);
        visit().then().statusCode(204);
    }

    private static Response block(Person by, long customer, Map<String, ?> block) {
        return by.sends(block).put(API + "/customers/{id}/block", customer);
    }

    private Response signIn(Person customer) {
        return given().contentType("application/json")
                .body(Map.of(
                        "organisation",
                        house.organisation(),
                        "username",
                        customer.username(),
                        "password",
                        TestOrganisation.PASSWORD))
                .post(API + "/auth/token");
    }

    private Response visit() {
        return browser(Map.of())
                .contentType("application/json")
                .body(Map.of("organisation", house.organisation()))
                .post(API + "/auth/visitors");
    }

    private static RequestSpecification browser(Map<String, String> cookies) {
        return given().header("Sec-Fetch-Site", "same-origin").cookies(cookies);
    }
}
