package org.patchbay.identity.signin;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.SecretEncryption.Purpose;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;

/** Codes in addition to the password. */
@QuarkusTest
class SecondFactorTest {

    private static final String FACTOR = API + "/me/second-factor";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Inject
    SecretEncryption encryption;

    private TestOrganisation house;

    /** People of their own, because guesses are counted for each organisation. */
    @BeforeEach
    void settle() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @Test
    void onceConfirmedACodeIsAskedForAndEachIsTakenOnce() {
        var agent = house.agent();
        var secret = offer(agent);
        signIn(agent, PASSWORD, null).then().statusCode(200);
        confirm(agent, "000000x").then().spec(refused(403, "wrong-code"));
        var first = code(secret, 0);
        confirm(agent, first).then().statusCode(200).body("recoveryCodes", hasSize(10));

        signIn(agent, PASSWORD, null).then().spec(refused(401, "second-factor-required"));
        signIn(agent, "not the password", null).then().spec(refused(401, "wrong-credentials"));
        signIn(agent, "not the password", code(secret, 1)).then().spec(refused(401, "wrong-credentials"));
        signIn(agent, PASSWORD, first).then().spec(refused(401, "wrong-credentials"));
        var next = code(secret, 1);
        signIn(agent, PASSWORD, next).then().statusCode(200);
        signIn(agent, PASSWORD, next).then().spec(refused(401, "wrong-credentials"));
    }

    @Test
    void aSecretOfferedAnewReplacesTheOneBeforeUntilOneIsConfirmed() {
        var agent = house.agent();
        confirm(agent, "123456").then().spec(refused(409, "conflict"));
        var first = offer(agent);
        var second = offer(agent);
        confirm(agent, code(first, 0)).then().spec(refused(403, "wrong-code"));
        confirm(agent, code(second, 0)).then().statusCode(200);
        confirm(agent, code(second, 1)).then().spec(refused(409, "conflict"));
        agent.asks().post(FACTOR).then().spec(refused(409, "conflict"));
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        var agent = house.agent();
        List<String> codes = confirm(agent, code(offer(agent), 0)).path("recoveryCodes");
        signIn(agent, PASSWORD, codes.getLast()).then().statusCode(200);
        signIn(agent, PASSWORD, codes.getLast()).then().spec(refused(401, "wrong-credentials"));
        var typed = codes.getFirst().replace('-', ' ').toLowerCase(Locale.ROOT);
        signIn(agent, PASSWORD, typed).then().statusCode(200);
        for (var code : codes.subList(1, 9)) {
            signIn(agent, PASSWORD, code).then().statusCode(200);
        }
        for (var nothing : List.of("", "-")) {
            signIn(agent, PASSWORD, nothing).then().spec(refused(401, "wrong-credentials"));
        }
    }

    @Test
    void whoKnowsThePasswordCannotGuessTheCode() {
        var agent = house.agent();
        var secret = offer(agent);
        confirm(agent, code(secret, 0)).then().statusCode(200);
        for (int i = 0; i < 10; i++) {
            boolean asks = i % 3 == 0;
            signIn(agent, PASSWORD, asks ? null : "guess").then().statusCode(401);
        }
        signIn(agent, PASSWORD, code(secret, 1)).then().spec(refused(429, "too-many-attempts"));
    }

    @Test
    void thePasswordRemovesIt() {
        var agent = house.agent();
        confirm(agent, code(offer(agent), 0)).then().statusCode(200);
        remove(agent, "not the password").then().spec(refused(403, "wrong-password"));
        signIn(agent, PASSWORD, null).then().spec(refused(401, "second-factor-required"));
        remove(agent, PASSWORD).then().statusCode(204);
        signIn(agent, PASSWORD, null).then().statusCode(200);
    }

    @Test
    void anAdminRemovesItForSomebodyWhoLostTheirApp() {
        var path = API + "/accounts/{id}/second-factor";
        var agent = house.agent();
        confirm(agent, code(offer(agent), 0)).then().statusCode(200);
        TestOrganisation.ofNewOrganisation()
                .admin()
                .asks()
                .delete(path, agent.id())
                .then()
                .spec(refused(404, "not-found"));
        house.admin().asks().delete(path, Long.MAX_VALUE).then().spec(refused(404, "not-found"));
        signIn(agent, PASSWORD, null).then().spec(refused(401, "second-factor-required"));

        for (int i = 0; i < 2; i++) {
            house.admin().asks().delete(path, agent.id()).then().statusCode(204);
        }
        signIn(agent, PASSWORD, null).then().statusCode(200);
        agent.asks().get(API + "/me").then().statusCode(200);
        house.admin()
                .asks()
                .get(API + "/audit?action=SECOND_FACTOR_REMOVED")
                .then()
                .body("items.subjectId", contains(Long.toString(agent.id())))
                .body("items.actorId", contains((int) house.admin().id()));
    }

    @Test
    void aWrongCodeIsAuditedAndAMissingOneIsNot() {
        var agent = house.agent();
        confirm(agent, code(offer(agent), 0)).then().statusCode(200);
        signIn(agent, PASSWORD, null).then().spec(refused(401, "second-factor-required"));
        signIn(agent, PASSWORD, "guess").then().spec(refused(401, "wrong-credentials"));
        signIn(agent, "not the password", "guess").then().spec(refused(401, "wrong-credentials"));
        house.admin()
                .asks()
                .get(API + "/audit?action=SIGN_IN_FAILED")
                .then()
                .body("items.subjectId", everyItem(is(agent.username())))
                .body("items.after.why", contains("WRONG_CREDENTIALS", "WRONG_CODE"));
    }

    @Test
    void theDatabaseAloneTellsNoSecretAndNoRecoveryCode() {
        var agent = house.agent();
        var secret = offer(agent);
        List<String> codes = confirm(agent, code(secret, 0)).path("recoveryCodes");
        var row = TestDatabase.list(
                        "select concat(sealed_secret, ' ', recovery_hashes) from second_factor where account_id = "
                                + agent.id(),
                        found -> found.getString(1))
                .getFirst();
        assertTrue(!row.contains(secret) && codes.stream().noneMatch(row::contains), row);
        var sealed = row.substring(0, row.indexOf(' '));
        assertArrayEquals(
                bytes(secret),
                encryption.open(Purpose.SECOND_FACTOR, sealed, agent.id()).orElseThrow());
        assertTrue(
                encryption.open(Purpose.SECOND_FACTOR, sealed, agent.id() + 1).isEmpty(), "moved to another account");
        assertTrue(
                encryption.open(Purpose.CLIENT_SECRET, sealed, agent.id()).isEmpty(),
                "taken for a secret of another kind");
    }

    @Test
    void underANewSigningKeyRecoveryCodesStillWork() {
        var agent = house.agent();
        var secret = offer(agent);
        List<String> codes = confirm(agent, code(secret, 0)).path("recoveryCodes");
        TestDatabase.execute("update second_factor set sealed_secret = '"
                + encryption.seal(Purpose.SECOND_FACTOR, bytes(secret), 0) + "' where account_id = " + agent.id());
        signIn(agent, PASSWORD, code(secret, 1)).then().spec(refused(401, "wrong-credentials"));
        signIn(agent, PASSWORD, codes.getFirst()).then().statusCode(200);
    }

    private static String offer(Person person) {
        return person.asks()
                .post(FACTOR)
                .then()
                .statusCode(200)
                .body("uri", startsWith("otpauth://totp/Patchbay:" + person.username() + "?secret="))
                .extract()
                .path("secret");
    }

    private static Response confirm(Person person, String code) {
        return person.sends(Map.of("code", code)).post(FACTOR + "/confirm");
    }

    private static Response remove(Person person, String password) {
        return person.sends(Map.of("password", password)).post(FACTOR + "/remove");
    }

    private Response signIn(Person person, String password, String code) {
        var request = new HashMap<>(
                Map.of("organisation", house.organisation(), "username", person.username(), "password", password));
        if (code != null) {
            request.put("code", code);
        }
        return given().contentType(ContentType.JSON).body(request).post(API + "/auth/token");
    }

    /** The code of an app whose clock is some steps ahead. */
    private static String code(String secret, int ahead) {
        return Totp.code(bytes(secret), Totp.step(Times.now()) + ahead);
    }

    private static byte[] bytes(String base32) {
        var number = BigInteger.ONE;
        for (char letter : base32.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        var bytes = number.toByteArray();
        assertEquals(Totp.SECRET_BYTES + 1, bytes.length);
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
