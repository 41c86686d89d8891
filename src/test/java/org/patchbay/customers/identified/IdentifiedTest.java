package org.patchbay.customers.identified;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** A shop's customers come in by the word of its server, and find what was theirs. */
@QuarkusTest
class IdentifiedTest {

    private static final String SHARED_CODE = "quokka";

    private TestOrganisation house;
    private Person admin;
    private long organisation;
    private String secret;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        admin.sends(Map.of("origins", List.of("https://shop.example"), "visitors", true))
                .put(API + "/organisations/{id}/widget", organisation)
                .then()
                .statusCode(200);
        secret = newSecret();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aVisitorBecomesTheCustomerAndFindsEverythingOnAnotherDevice() {
        var agent = house.availableAgent();
        var laptop = visits(SHARED_CODE);
        long first = says(laptop, "Do you ship to Graz?");
        house.awaitHeldBy(agent, first);
        long customer = agent.reads("/tickets/{id}", first).getLong("customerId");
        var claims = Map.of("sub", "4711", "name", "Carla Customer", "email", "Carla@Example.org", "locale", "de_AT");
        var known = identified(laptop, claims).then().statusCode(204).extract().cookies();
        browser(known).get(API + "/conversations").then().body("items.id", contains(Math.toIntExact(first)));
        agent.asks()
                .get(API + "/customers/{id}", customer)
                .then()
                .body("name", is("Carla Customer"), "email", is("carla@example.org"), "language", is("de-AT"))
                .body("externalId", is("4711"), "identifiedAt", notNullValue(), "joinedTo", nullValue());

        var phone = visits("Somebody");
        long second = says(phone, "It is me again");
        long visitor = admin.reads("/tickets/{id}", second).getLong("customerId");
        assertNotEquals(customer, visitor);
        var again = identified(phone, claims).then().statusCode(204).extract().cookies();
        browser(again)
                .get(API + "/conversations")
                .then()
                .body("items.id", containsInAnyOrder(Math.toIntExact(first), Math.toIntExact(second)));
        assertEquals(customer, admin.reads("/tickets/{id}", second).getLong("customerId"));
        admin.asks()
                .get(API + "/conversations?customerId={id}", customer)
                .then()
                .body("items.id", containsInAnyOrder(Math.toIntExact(first), Math.toIntExact(second)));
        writes(again, second, "And from here").then().statusCode(201);
        browser(again)
                .get(API + "/conversations/{id}/messages", second)
                .then()
                .body("items.text", contains("It is me again", "And from here"));
        admin.asks()
                .get(API + "/tickets?text=Carla")
                .then()
                .body("items.id", containsInAnyOrder(Math.toIntExact(first), Math.toIntExact(second)));
        admin.asks().get(API + "/customers/{id}", visitor).then().body("joinedTo", is(Math.toIntExact(customer)));
        admin.sends(Map.of("name", "Other", "email", "other@example.org"))
                .put(API + "/customers/{id}", visitor)
                .then()
                .spec(refused(409, "conflict"));
        admin.asks().get(API + "/customers?text=4711").then().body("items.id", contains(Math.toIntExact(customer)));
        // The session of the visitor is over, and who is themselves already keeps theirs.
        browser(phone).post(API + "/auth/session/refresh").then().statusCode(401);
        assertEquals(
                Map.of(),
                identified(again, claims).then().statusCode(204).extract().cookies());
        assertNothingIsLeft(customer, visitor);
    }

    private void assertNothingIsLeft(long customer, long visitor) {
        admin.sends(Map.of("cancelTickets", true))
                .post(API + "/customers/{id}/erasure", customer)
                .then()
                .statusCode(202);
        for (long erased : List.of(customer, visitor)) {
            Patience.await()
                    .until(() -> admin.reads("/customers/{id}/erasure", erased).getString("state"), is("DONE"));
        }
        for (var column : List.of("message.author_name", "participant.name", "event.actor_name", "customer.name")) {
            var parts = column.split("\\.");
            assertEquals(
                    0,
                    TestDatabase.count("select count(*) from " + parts[0] + " where organisation_id = " + organisation
                            + " and " + parts[1] + " in ('Somebody', '" + SHARED_CODE + "', 'Carla Customer')"),
                    column);
        }
    }

    @Test
    void whateverIsWrongWithAWordTheAnswerIsTheSame() {
        var foreign = TestOrganisation.ofNewOrganisation();
        long other = TestDatabase.count("select id from organisation where slug = '" + foreign.organisation() + "'");
        var foreignSecret = newSecret(foreign.admin(), other);
        var refused = new LinkedHashMap<String, String>();
        refused.put("expired", signed(secret, Map.of("sub", "1", "exp", in(Duration.ofSeconds(-70)))));
        refused.put("too long", signed(secret, Map.of("sub", "1", "exp", in(Duration.ofHours(26)))));
        refused.put("endless", signed(secret, Map.of("sub", "1", "iat", in(Duration.ZERO))));
        refused.put("nobody", signed(secret, Map.of("name", "Carla", "exp", in(Duration.ofMinutes(5)))));
        refused.put("a number", signed(secret, Map.of("sub", 1, "exp", in(Duration.ofMinutes(5)))));
        refused.put("of spaces", signed(secret, Map.of("sub", "1 ", "exp", in(Duration.ofMinutes(5)))));
        refused.put("too long an id", signed(secret, Map.of("sub", "1".repeat(191), "exp", in(Duration.ofMinutes(5)))));
        refused.put(
                "not yet",
                signed(secret, Map.of("sub", "1", "nbf", in(Duration.ofMinutes(3)), "exp", in(Duration.ofMinutes(5)))));
        refused.put(
                "elsewhere",
                signed(secret, Map.of("sub", "1", "aud", foreign.organisation(), "exp", in(Duration.ofMinutes(5)))));
        refused.put("another's secret", signed(foreignSecret, good("1")));
        refused.put("unsigned", encoded(Map.of("alg", "none")) + "." + encoded(good("1")) + ".");
        refused.put("cut", signed(secret, good("1")).substring(0, 40));
        refused.put("no token", "Carla");
        refused.put("changed", changed(signed(secret, good("1"))));
        var answers = refused.values().stream()
                .map(token -> come(Map.of(), token)
                        .then()
                        .spec(refused(401, "unauthorized"))
                        .extract()
                        .body()
                        .asString())
                .collect(Collectors.toSet());
        assertEquals(1, answers.size(), "all refusals are alike");
        assertEquals(0, TestDatabase.count("select count(*) from customer where organisation_id = " + organisation));
        var fine = Map.of("sub", "1", "aud", List.of("shop", house.organisation()), "exp", in(Duration.ofSeconds(-50)));
        come(Map.of(), signed(secret, fine)).then().statusCode(204);
    }

    @Test
    void anAddressTakesNobodyOver() {
        var known = admin.sends(Map.of("name", "Carla", "email", "carla@example.org"))
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var claims = new HashMap<String, Object>(good("4711"));
        claims.put("email", "carla@example.org");
        claims.put("email_verified", true);
        var cookies = come(Map.of(), signed(secret, claims))
                .then()
                .statusCode(204)
                .extract()
                .cookies();
        long ticket = says(cookies, "Hello");
        assertNotEquals(
                known.getLong("id"), admin.reads("/tickets/{id}", ticket).getLong("customerId"));
        // The owner of the address signs up as ever.
        claims.put("sub", "4712");
        claims.put("email", "ada@example.org");
        come(Map.of(), signed(secret, claims)).then().statusCode(204);
        house.signUp("Ada", "ada@example.org").then().statusCode(201);
    }

    /** Staff who correct a name send back what the shop told, and write down what somebody says in a chat. */
    @Test
    void whatStaffWriteOfThemIsNoClaimEither() {
        var claims = new HashMap<String, Object>(good("4711"));
        claims.put("email", "ada@example.org");
        var cookies = come(Map.of(), signed(secret, claims))
                .then()
                .statusCode(204)
                .extract()
                .cookies();
        long identified = admin.reads("/tickets/{id}", says(cookies, "Hello")).getLong("customerId");
        long visitor =
                admin.reads("/tickets/{id}", says(visits("Ben"), "Hello")).getLong("customerId");
        admin.sends(Map.of("name", "Ada", "email", "ada@example.org"))
                .put(API + "/customers/{id}", identified)
                .then()
                .statusCode(200)
                .body("email", is("ada@example.org"), "emails", empty());
        admin.sends(Map.of("name", "Ben", "emails", List.of(Map.of("address", "ben@example.org"))))
                .put(API + "/customers/{id}", visitor)
                .then()
                .statusCode(200)
                .body("email", is("ben@example.org"));
        for (var owner : List.of("ada@example.org", "ben@example.org")) {
            house.signUp("Owner", owner).then().statusCode(201);
            house.person("Owner", owner)
                    .asks()
                    .get(API + "/conversations")
                    .then()
                    .body("items", empty());
        }
        admin.asks().get(API + "/customers/{id}", visitor).then().body("emails", empty());
        browser(cookies).get(API + "/conversations").then().body("items.size()", is(1));
    }

    @Test
    void theShopsWordLeadsToTheCustomerToWhomItsIdWasGivenAndIsTheShopsThen() {
        var known = admin.sends(Map.of("name", "Carla", "email", "carla@example.org"))
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        admin.sends(Map.of("externalId", "4711"))
                .put(API + "/customers/{id}/external-id", known.getLong("id"))
                .then()
                .statusCode(200);
        admin.sends(TestOrganisation.orderOf(new Person(known.getLong("id"), "", "", ""), "A-1"))
                .post(API + "/orders")
                .then()
                .statusCode(201);
        var cookies = come(Map.of(), signed(secret, good("4711")))
                .then()
                .statusCode(204)
                .extract()
                .cookies();
        browser(cookies).get(API + "/orders").then().body("items.number", contains("A-1"));
        admin.sends(Map.of("externalId", "4712"))
                .put(API + "/customers/{id}/external-id", known.getLong("id"))
                .then()
                .spec(refused(409, "conflict"));
        admin.asks()
                .delete(API + "/customers/{id}/external-id", known.getLong("id"))
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void staffAreNobodysCustomers() {
        var both = house.customer();
        TestDatabase.execute(
                "update customer set external_id = 'staff' where id = " + both.id(),
                "update account set roles = 'customer,admin' where id = " + both.account());
        come(Map.of(), signed(secret, good("staff"))).then().spec(refused(401, "unauthorized"));
    }

    @Test
    void theNextCustomerInABrowserTakesNothingAlong() {
        var first = come(Map.of(), signed(secret, good("1")))
                .then()
                .statusCode(204)
                .extract()
                .cookies();
        says(first, "Mine");
        var second = come(first, signed(secret, good("2")))
                .then()
                .statusCode(204)
                .extract()
                .cookies();
        browser(second).get(API + "/conversations").then().body("items.size()", is(0));
        browser(first).post(API + "/auth/session/refresh").then().statusCode(401);
        var back = come(second, signed(secret, good("1")))
                .then()
                .statusCode(204)
                .extract()
                .cookies();
        browser(back).get(API + "/conversations").then().body("items.size()", is(1));
    }

    @Test
    void twoKeysAreGoodUntilTheOlderOneIsDeleted() {
        var second = newSecret();
        keys().body("size()", is(2), "algorithm", contains("HS256", "HS256"))
                .body("[0]", not(hasKey("secret")), "[0].beginning", is(secret.substring(0, 4)));
        admin.sends(Map.of("algorithm", "HS256"))
                .post(API + "/organisations/{id}/identity-keys", organisation)
                .then()
                .spec(refused(409, "conflict"));
        come(Map.of(), signed(secret, good("1"))).then().statusCode(204);
        come(Map.of(), signed(second, good("1"))).then().statusCode(204);
        int old = keys().extract().path("[0].id");
        admin.asks()
                .delete(API + "/organisations/{id}/identity-keys/{key}", organisation, old)
                .then()
                .statusCode(204);
        come(Map.of(), signed(secret, good("1"))).then().spec(refused(401, "unauthorized"));
        come(Map.of(), signed(second, good("1"))).then().statusCode(204);
        assertEquals(
                0, TestDatabase.count("select count(*) from identity_key where sealed_secret like '%" + second + "%'"));
        assertEquals(
                0,
                TestDatabase.count("select count(*) from audit_entry where organisation_id = " + organisation
                        + " and concat(coalesce(after_state, '')) like '%" + second + "%'"));
    }

    @Test
    void aShopMaySignWithAKeyOfItsOwn() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        admin.sends(Map.of("algorithm", "RS256", "publicKey", pem))
                .post(API + "/organisations/{id}/identity-keys", organisation)
                .then()
                .statusCode(201)
                .body("secret", nullValue());
        var body = encoded(Map.of("alg", "RS256")) + "." + encoded(good("1"));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(body.getBytes(UTF_8));
        var token = body + "." + base64(signature.sign());
        come(Map.of(), token).then().statusCode(204);
        // The public key is no secret of HS256.
        come(Map.of(), signed(pem.strip(), good("1"))).then().spec(refused(401, "unauthorized"));
        for (var bad : List.of("nonsense", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")) {
            admin.sends(Map.of("algorithm", "RS256", "publicKey", bad))
                    .post(API + "/organisations/{id}/identity-keys", organisation)
                    .then()
                    .spec(refused(400, "validation-failed"));
        }
    }

    @Test
    void theExampleOfTheGuideWorks() throws IOException, InterruptedException {
        var guide = Files.readString(Path.of("src/docs/guide/identity.md"));
        var example = guide.split("```sh\n")[1].split("```")[0];
        var shell = new ProcessBuilder("sh", "-c", example);
        shell.environment().put("SECRET", secret);
        var running = shell.start();
        var token = new String(running.getInputStream().readAllBytes(), UTF_8).strip();
        assertEquals(0, running.waitFor());
        var cookies = come(Map.of(), token).then().statusCode(204).extract().cookies();
        browser(cookies).get(API + "/me").then().body("name", is("Carla"), "roles", contains("customer"));
    }

    @Test
    void onlyOurPagesIdentify() {
        given().header("Sec-Fetch-Site", "cross-site")
                .contentType("application/json")
                .body(Map.of("organisation", house.organisation(), "token", signed(secret, good("1"))))
                .post(API + "/auth/identified")
                .then()
                .spec(refused(403, "foreign-origin"));
    }

    private ValidatableResponse keys() {
        return admin.asks()
                .get(API + "/organisations/{id}/identity-keys", organisation)
                .then()
                .statusCode(200);
    }

    private String newSecret() {
        return newSecret(admin, organisation);
    }

    private static String newSecret(Person by, long of) {
        return by.sends(Map.of("algorithm", "HS256"))
                .post(API + "/organisations/{id}/identity-keys", of)
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private Map<String, String> visits(String name) {
        return browser(Map.of())
                .contentType("application/json")
                .body(Map.of("organisation", house.organisation(), "name", name))
                .post(API + "/auth/visitors")
                .then()
                .statusCode(204)
                .extract()
                .cookies();
    }

    private static long says(Map<String, String> cookies, String text) {
        return browser(cookies)
                .contentType("application/json")
                .body(Map.of("text", text))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
    }

    private static Response writes(Map<String, String> cookies, long conversation, String text) {
        return browser(cookies)
                .contentType("application/json")
                .body(Map.of("text", text, "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", conversation);
    }

    private Response identified(Map<String, String> cookies, Map<String, ?> claims) {
        var whole = new HashMap<String, Object>(claims);
        whole.put("exp", in(Duration.ofMinutes(5)));
        return come(cookies, signed(secret, whole));
    }

    private Response come(Map<String, String> cookies, String token) {
        return browser(cookies)
                .contentType("application/json")
                .body(Map.of("organisation", house.organisation(), "token", token))
                .post(API + "/auth/identified");
    }

    private static RequestSpecification browser(Map<String, String> cookies) {
        return given().header("Sec-Fetch-Site", "same-origin").cookies(cookies);
    }

    private static Map<String, Object> good(String id) {
        return Map.of("sub", id, "exp", in(Duration.ofMinutes(5)));
    }

    private static long in(Duration time) {
        return Instant.now().plus(time).getEpochSecond();
    }

    private static String changed(String token) {
        var parts = token.split("\\.");
        return parts[0] + "." + encoded(good("2")) + "." + parts[2];
    }

    private static String signed(String secret, Map<String, ?> claims) {
        try {
            var body = encoded(Map.of("alg", "HS256", "typ", "JWT")) + "." + encoded(claims);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return body + "." + base64(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, ?> json) {
        try {
            return base64(new ObjectMapper().writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
