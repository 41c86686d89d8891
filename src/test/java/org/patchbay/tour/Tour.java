package org.patchbay.tour;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.Patience;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/** The README's tour, from nothing: it keeps its promises to readers. */
abstract class Tour {

    private static final String PASSWORD = "a password for tests";

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aReturnCaseReachesAFreeAgentByItselfAndIsResolved() {
        var admin = token("admin");
        var customerId = created(post(
                admin,
                "/customers",
                Map.of("name", "Carla", "email", suffix + "@example.org", "signIn", signIn("carla"))));
        created(post(
                admin,
                "/orders",
                Map.of(
                        "number",
                        "T-" + suffix,
                        "customerId",
                        customerId,
                        "product",
                        "Desk lamp",
                        "quantity",
                        1,
                        "amount",
                        49.9,
                        "currency",
                        "EUR",
                        "orderedAt",
                        "2026-11-02T09:30:00Z")));
        var agentId = created(post(admin, "/agents", Map.of("name", "Ada", "signIn", signIn("ada"))));
        var agent = token("ada-" + suffix);
        var customer = token("carla-" + suffix);

        given().auth()
                .oauth2(agent)
                .contentType(ContentType.JSON)
                .body(Map.of("presence", "AVAILABLE"))
                .put("/api/v1/agents/" + agentId + "/presence")
                .then()
                .statusCode(200);
        var ticket = created(post(
                customer, "/tickets", Map.of("orderNumber", "T-" + suffix, "reason", "DAMAGED", "note", "Cracked")));

        Patience.await().untilAsserted(() -> get(agent, "/tickets/" + ticket)
                .body("status", equalTo("IN_PROGRESS"), "agentId", is(agentId)));
        post(agent, "/tickets/" + ticket + "/resolve", Map.of("note", "Refund issued."))
                .statusCode(200)
                .body("status", equalTo("RESOLVED"), "nextSteps", contains("REOPEN", "CLOSE"));
        get(customer, "/tickets/" + ticket + "/events")
                .body("items.type", equalTo(List.of("OPENED", "ASSIGNED", "RESOLVED")))
                .body("items[2].actorName", equalTo("Ada"));
        get(agent, "/agents/" + agentId).body("load", is(0));
    }

    @Test
    void probesMetricsAndTheDescriptionOfTheApiAreThere() {
        for (var probe : List.of("live", "ready", "started")) {
            given().get("/q/health/" + probe).then().statusCode(200);
        }
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("patchbay_tickets_opened_total"))
                .body(containsString("patchbay_tickets_assigned_seconds_bucket"))
                .body(containsString("patchbay_tickets_waiting"))
                .body(containsString("patchbay_agents{presence=\"AVAILABLE\"}"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/tickets/{id}/resolve"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    private Map<String, String> signIn(String name) {
        return Map.of("username", name + "-" + suffix, "password", PASSWORD);
    }

    private static String token(String username) {
        return post(null, "/auth/token", Map.of("username", username, "password", PASSWORD))
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (token == null ? request : request.auth().oauth2(token))
                .post("/api/v1" + path)
                .then();
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1" + path).then().statusCode(200);
    }

    private static int created(ValidatableResponse response) {
        return response.statusCode(201).extract().path("id");
    }
}
