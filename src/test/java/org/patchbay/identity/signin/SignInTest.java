package org.patchbay.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.patchbay.identity.sessions.SigningKey;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.signIn;
import static org.patchbay.testing.TestOrganisation.unique;

/** Passwords and tokens. */
@QuarkusTest
class SignInTest {

    private static final int MOST_FAILURES = 10;

    @Inject
    SigningKey key;

    @Inject
    SignInThrottle throttle;

    private final TestOrganisation house = new TestOrganisation();

    @Test
    void aSignInGivesATokenThatTellsWhoAsks() {
        var agent = house.agent();
        signIn(agent.username(), PASSWORD)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", is("Bearer"))
                .body("expiresIn", is(900))
                .body("refreshExpiresIn", is(30 * 24 * 3600));
        agent.asks()
                .get(API + "/me")
                .then()
                .statusCode(200)
                .body("id", is((int) agent.id()))
                .body("name", is(agent.name()))
                .body("roles", contains("agent"));
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        var wrong = signIn(house.agent().username(), "not the password");
        var unknown = signIn(unique("nobody"), "not the password");
        wrong.then().spec(refused(401, "wrong-credentials"));
        unknown.then().spec(refused(401, "wrong-credentials"));
        assertEquals(unknown.asString(), wrong.asString());
    }

    @Test
    void guessingAPasswordClosesThatAccountForAWhileAndNoOther() {
        var victim = house.agent();
        var other = house.agent();
        for (int i = 0; i < MOST_FAILURES; i++) {
            // One name at sign-in, so to the throttle, too.
            signIn(
                            i % 2 == 0
                                    ? victim.username()
                                    : " " + victim.username().toUpperCase(Locale.ROOT),
                            "a guess at random")
                    .then()
                    .spec(refused(401, "wrong-credentials"));
        }
        for (var name : List.of(victim.username(), victim.username().toUpperCase(Locale.ROOT))) {
            signIn(name, PASSWORD)
                    .then()
                    .spec(refused(429, "too-many-attempts"))
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"));
        }
        signIn(other.username(), PASSWORD).then().statusCode(200);
        victim.asks().get(API + "/me").then().statusCode(200);
    }

    @Test
    void failuresOfAWindowThatIsOverAreForgotten() {
        TestDatabase.execute("insert into sign_in_failure (organisation_id, subject, failures, since) values"
                + " (1, 'at:over', 1, utc_timestamp() - interval 1 hour), (1, 'at:open', 1, utc_timestamp())");
        throttle.forget();
        assertEquals(
                List.of("at:open"),
                TestDatabase.list(
                        "select subject from sign_in_failure where subject in ('at:over', 'at:open')",
                        row -> row.getString(1)));
        TestDatabase.execute("delete from sign_in_failure where subject = 'at:open'");
    }

    @Test
    void aSuccessForgivesEarlierFailures() {
        var agent = house.agent();
        for (int i = 0; i < MOST_FAILURES + 2; i++) {
            if (i % 4 == 3) {
                signIn(agent.username(), PASSWORD).then().statusCode(200);
            } else {
                signIn(agent.username(), "a guess at random").then().statusCode(401);
            }
        }
    }

    @Test
    void onlyOurOwnLivingTokensOpenTheDoor() throws Exception {
        var agent = house.agent();
        me(claims(agent.id()).expiresIn(Duration.ofHours(1)).jws().sign(key.privateKey()))
                .then()
                .statusCode(200);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var publicKeyAsSecret = new SecretKeySpec(key.publicKey().getEncoded(), "HmacSHA256");
        var now = Instant.now();
        var forged = Map.of(
                "expired",
                claims(agent.id())
                        .issuedAt(now.minus(Duration.ofHours(2)))
                        .expiresAt(now.minus(Duration.ofHours(1)))
                        .sign(key.privateKey()),
                "signed by a foreign key",
                claims(agent.id())
                        .expiresIn(3600)
                        .sign(generator.generateKeyPair().getPrivate()),
                "signed with our public key as a secret",
                claims(agent.id()).expiresIn(3600).sign(publicKeyAsSecret),
                "of another issuer",
                claims(agent.id()).issuer("somebody").expiresIn(3600).sign(key.privateKey()),
                "not signed at all",
                unsigned("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                        + agent.token().split("\\.")[1] + ".",
                "with another content",
                agent.token().split("\\.")[0] + "."
                        + house.admin().token().split("\\.")[1] + "."
                        + agent.token().split("\\.")[2],
                "garbage",
                "ey.not.a-token");
        forged.forEach(
                (what, token) -> assertEquals("401 urn:patchbay:problem:unauthorized", summary(me(token)), what));
        given().header("Authorization", "Basic YWRtaW46YWRtaW4=")
                .get(API + "/me")
                .then()
                .spec(refused(401, "unauthorized"));
    }

    @Test
    void theTokenOfARemovedAccountIsRefusedWithinSeconds() {
        var supervisor = house.supervisor();
        supervisor.reads("/agents");
        house.admin()
                .asks()
                .delete(API + "/accounts/{id}", supervisor.id())
                .then()
                .statusCode(204);
        await().untilAsserted(
                        () -> supervisor.asks().get(API + "/agents").then().spec(refused(401, "unauthorized")));
        signIn(supervisor.username(), PASSWORD).then().spec(refused(401, "wrong-credentials"));
        house.admin()
                .asks()
                .delete(API + "/accounts/{id}", supervisor.id())
                .then()
                .spec(refused(404, "not-found"));
    }

    @Test
    void adminsDeleteNeitherThemselvesNorTheSignInsOfAgentsAndCustomers() {
        var admin = house.admin();
        for (long id : List.of(admin.id(), house.agent().id())) {
            admin.asks().delete(API + "/accounts/{id}", id).then().spec(refused(409, "conflict"));
        }
        long customersAccount = house.customer().reads("/me").getLong("id");
        admin.asks().delete(API + "/accounts/{id}", customersAccount).then().spec(refused(409, "conflict"));
    }

    @Test
    void passwordsAreNeverKept() {
        TestOrganisation.token(house.agent().username());
        assertEquals(
                List.of(),
                TestDatabase.list(
                        "select username from account where password_hash not like '$2%'", row -> row.getString(1)));
    }

    private static JwtClaimsBuilder claims(long account) {
        return Jwt.issuer("patchbay")
                .subject(Long.toString(account))
                .upn("somebody")
                .groups(Set.of("agent"))
                .claim("org", TestDatabase.count("select id from organisation where slug = 'default'"))
                .claim("name", "Somebody");
    }

    private static String unsigned(String header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
    }

    private static Response me(String token) {
        return given().header("Authorization", "Bearer " + token).get(API + "/me");
    }

    private static String summary(Response answer) {
        boolean problem = answer.contentType().startsWith("application/problem+json");
        return answer.statusCode() + " " + (problem ? answer.path("type") : answer.asString());
    }
}
