package org.patchbay.identity.clients;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Other systems, which sign in with a client id and a secret. */
@QuarkusTest
class ApiClientsTest {

    private final TestOrganisation house = new TestOrganisation();

    @Test
    void aClientGetsATokenForItsScopesAndCanDoNothingElse() {
        var client = client(List.of("customers:read", "orders:write"));
        var token = token(client)
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .extract()
                .jsonPath();
        assertEquals("customers:read orders:write", token.getString("scope"));
        var shop = person(client, token);

        shop.reads("/customers");
        shop.reads("/me");
        shop.sends(TestOrganisation.orderOf(house.customer(), unique("A")))
                .post(API + "/orders")
                .then()
                .statusCode(201);
        shop.asks().get(API + "/orders").then().spec(refused(403, "insufficient-scope"));
        shop.asks().get(API + "/tickets").then().spec(refused(403, "insufficient-scope"));
        shop.asks().get(API + "/me/events").then().spec(refused(403, "forbidden"));
        shop.asks().get(API + "/accounts").then().spec(refused(403, "forbidden"));
    }

    @Test
    void aTokenCanBeForFewerScopesThanTheClientHasAndNeverForMore() {
        var client = client(List.of("customers:read", "orders:read"));
        var fewer = person(
                client,
                ask(client, Map.of("scope", "orders:read"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath());
        fewer.reads("/orders");
        fewer.asks().get(API + "/customers").then().spec(refused(403, "insufficient-scope"));
        ask(client, Map.of("scope", "tickets:read"))
                .then()
                .spec(refused(400, "bad-request"))
                .body("error", equalTo("invalid_scope"));
        ask(client, Map.of("scope", "everything"))
                .then()
                .spec(refused(400, "bad-request"))
                .body("error", equalTo("invalid_scope"));
    }

    @Test
    void theSecretIsShownOnceAndStoredAsAHashAndComesByBasicToo() {
        var client = client(List.of("orders:read"));
        var secret = client.getString("clientSecret");
        long id = client.getLong("id");

        house.admin()
                .asks()
                .get(API + "/api-clients/{id}", id)
                .then()
                .statusCode(200)
                .body("clientSecret", nullValue())
                .body("lastUsedAt", nullValue());
        assertEquals(
                0, TestDatabase.count("select count(*) from api_client where secret_hash like '%" + secret + "%'"));
        given().auth()
                .preemptive()
                .basic(client.getString("clientId"), secret)
                .formParam("grant_type", "client_credentials")
                .post(API + "/auth/token")
                .then()
                .statusCode(200);
        house.admin().asks().get(API + "/api-clients/{id}", id).then().body("lastUsedAt", notNullValue());
    }

    @Test
    void aWrongSecretAnUnknownClientAndAnotherGrantAreRefusedAsTheStandardSays() {
        var client = client(List.of("orders:read"));
        ask(client, Map.of("client_secret", "wrong"))
                .then()
                .spec(refused(401, "wrong-credentials"))
                .body("error", equalTo("invalid_client"));
        ask(client, Map.of("client_id", "c-nobody"))
                .then()
                .spec(refused(401, "wrong-credentials"))
                .body("error", equalTo("invalid_client"));
        ask(client, Map.of("grant_type", "password"))
                .then()
                .spec(refused(400, "bad-request"))
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void guessingSecretsIsThrottledPerClient() {
        var client = client(List.of("orders:read"));
        for (int i = 0; i < 10; i++) {
            ask(client, Map.of("client_secret", "wrong")).then().statusCode(401);
        }
        token(client).then().spec(refused(429, "too-many-attempts")).header("Retry-After", notNullValue());
        TestDatabase.execute("delete from sign_in_failure");
    }

    @Test
    void anExpiredClientGetsNoTokenAndARevokedOnesTokenIsRefusedWithinSeconds() {
        var client = client(List.of("orders:read"));
        var shop = person(client, token(client).then().statusCode(200).extract().jsonPath());
        shop.reads("/orders");
        TestDatabase.execute("update api_client set expires_at = utc_timestamp() - interval 1 second where id = "
                + client.getLong("id"));
        token(client).then().spec(refused(401, "wrong-credentials"));

        house.admin()
                .asks()
                .delete(API + "/api-clients/{id}", client.getLong("id"))
                .then()
                .statusCode(204);
        await().untilAsserted(() -> shop.asks().get(API + "/orders").then().spec(refused(401, "unauthorized")));
        house.admin()
                .asks()
                .get(API + "/api-clients/{id}", client.getLong("id"))
                .then()
                .spec(refused(404, "not-found"));
    }

    @Test
    void aClientBelongsToItsOrganisationAlone() {
        var other = TestOrganisation.ofNewOrganisation();
        var client = client(List.of("customers:read"));
        var shop = person(client, token(client).then().statusCode(200).extract().jsonPath());
        var theirs = other.customer();
        assertFalse(house.each("/customers?limit=200").contains(theirs.id()));
        shop.asks().get(API + "/customers/{id}", theirs.id()).then().spec(refused(404, "not-found"));
        other.admin()
                .asks()
                .delete(API + "/api-clients/{id}", client.getLong("id"))
                .then()
                .spec(refused(404, "not-found"));
    }

    @Test
    void aClientIsMadeWithKnownScopesAndAnExpiryInTheFuture() {
        house.admin()
                .sends(Map.of("name", "Shop", "scopes", List.of("everything")))
                .post(API + "/api-clients")
                .then()
                .spec(refused(400, "bad-request"));
        house.admin()
                .sends(Map.of("name", "Shop", "scopes", List.of()))
                .post(API + "/api-clients")
                .then()
                .spec(refused(400, "validation-failed"));
        house.admin()
                .sends(Map.of(
                        "name",
                        "Shop",
                        "scopes",
                        List.of("orders:read"),
                        "expiresAt",
                        Instant.now().minusSeconds(1).toString()))
                .post(API + "/api-clients")
                .then()
                .spec(refused(400, "validation-failed"));
    }

    private JsonPath client(List<String> scopes) {
        return house.admin()
                .sends(Map.of("name", unique("Shop"), "scopes", scopes))
                .post(API + "/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response token(JsonPath client) {
        return ask(client, Map.of());
    }

    private static Response ask(JsonPath client, Map<String, String> different) {
        var form = new HashMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client.getString("clientId"),
                "client_secret",
                client.getString("clientSecret")));
        form.putAll(different);
        return given().formParams(form).post(API + "/auth/token");
    }

    private static Person person(JsonPath client, JsonPath token) {
        return new Person(
                client.getLong("id"),
                client.getString("name"),
                client.getString("clientId"),
                token.getString("access_token"));
    }
}
