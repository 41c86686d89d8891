package org.patchbay.customers.signup;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofDays;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Customers who make their own account. Their address is proven once they use the mailed link. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class SignUpTest {

    @Inject
    MockMailbox mails;

    private TestOrganisation house;
    private String email;

    @BeforeEach
    void open() {
        house = TestOrganisation.ofNewOrganisation();
        email = unique("carla") + "@example.org";
    }

    @Test
    void aCustomerSignsUpChoosesAPasswordByMailAndSignsIn() {
        house.signUp("Carla", email)
                .then()
                .statusCode(201)
                .body("name", is("Carla"))
                .body("email", is(email))
                .body("signIn", is(true));
        assertEquals(
                List.of("customer"), house.person("Carla", email).reads("/me").getList("roles"));
        assertTrue(mails.getMailsSentTo(email)
                .getLast()
                .getText()
                .contains("/welcome?organisation=" + house.organisation() + "#"));
    }

    @Test
    void nobodyIsThereBeforeTheLinkIsUsed() {
        signUp(email).then().statusCode(202);
        assertEquals(0, house.each("/customers").size());
        assertEquals(1, house.each("/accounts").size(), "the admin");
        var imported =
                house.admin().sends(Map.of("name", "Carla", "email", email)).post(API + "/customers");
        imported.then().statusCode(201);

        confirm(TestOrganisation.linkMailedTo(email), PASSWORD)
                .then()
                .statusCode(201)
                .body("id", is(imported.jsonPath().getInt("id")));
    }

    @Test
    void whoShowsThatAnAddressIsTheirsGetsItsOrders() {
        var known = house.admin()
                .sends(Map.of("name", "Carla Known", "email", email))
                .post(API + "/customers")
                .jsonPath();
        var order = Map.of(
                "number", "A-1",
                "customerId", known.getLong("id"),
                "product", "Desk lamp",
                "quantity", 1,
                "amount", 49.90,
                "currency", "EUR",
                "orderedAt", "2026-11-02T09:30:00Z");
        house.admin().sends(order).post(API + "/orders").then().statusCode(201);
        house.signUp("Carla the other", email.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(201)
                .body("id", is(known.getInt("id")))
                .body("name", is("Carla Known"));
        var carla = house.person("Carla", email.toUpperCase(Locale.ROOT));
        carla.asks().get(API + "/orders").then().body("items.number", contains("A-1"));
        assertEquals("Carla Known", carla.reads("/me").getString("name"));
    }

    @Test
    void theAnswerIsTheSameForAnAddressThatIsKnownWhoseOwnerGetsALinkForAPassword() {
        house.signUp("Carla", email).then().statusCode(201);
        var known = signUp(email);
        var unknown = signUp(unique("nobody") + "@example.org");
        assertEquals(unknown.statusCode(), known.statusCode());
        assertEquals(unknown.asString(), known.asString());
        assertEquals(202, known.statusCode());
        assertEquals(
                "You have an account", mails.getMailsSentTo(email).getLast().getSubject());

        confirm(TestOrganisation.linkMailedTo(email), "another long password")
                .then()
                .spec(refused(410, "link-expired"));
        TestOrganisation.acceptInvitation(email);
        house.person("Carla", email).reads("/tickets");
    }

    @Test
    void aLinkWorksOnceAndForADayAndEndsThoseBeforeIt() {
        signUp(email).then().statusCode(202);
        var first = TestOrganisation.linkMailedTo(email);
        signUp(email).then().statusCode(202);
        var second = TestOrganisation.linkMailedTo(email);
        confirm(second, "short").then().spec(refused(400, "validation-failed"));
        setPassword(second, PASSWORD).then().spec(refused(410, "link-expired"));
        confirm(second, PASSWORD).then().statusCode(201);
        for (var used : List.of(first, second, "made up")) {
            confirm(used, PASSWORD).then().spec(refused(410, "link-expired"));
        }

        var late = unique("late") + "@example.org";
        signUp(late).then().statusCode(202);
        MovableClock.stop();
        MovableClock.forward(ofDays(1));
        confirm(TestOrganisation.linkMailedTo(late), PASSWORD).then().spec(refused(410, "link-expired"));
    }

    @Test
    void whoHasAnAccountOfAnotherNameByNowIsTold() {
        signUp(email).then().statusCode(202);
        var request = Map.of("name", "Carla", "email", email, "signIn", TestOrganisation.credentials(unique("carla")));
        house.admin().sends(request).post(API + "/customers").then().statusCode(201);
        confirm(TestOrganisation.linkMailedTo(email), PASSWORD).then().spec(refused(409, "already-exists"));
    }

    @Test
    void aBadSignUpIsToldWhichFieldIsWrong() {
        send(Map.of("name", " ", "email", "nowhere"))
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", hasItems("name", "email"));
        var bytes73 = "é".repeat(36) + "x";
        for (var password : List.of("eleven char", bytes73)) {
            confirm("any", password)
                    .then()
                    .spec(refused(400, "validation-failed"))
                    .body("violations.field", contains("password"));
        }
    }

    @Test
    void nobodysMailboxIsFlooded() {
        for (int i = 0; i < 10; i++) {
            signUp(email).then().statusCode(202);
        }
        signUp(email).then().spec(refused(429, "too-many-attempts"));
        assertEquals(10, mails.getMailsSentTo(email).size());
    }

    @Test
    void mailsComeInTheLanguageOfWhoReadsThem() {
        house.signUp("Carla", email, "de-AT, en;q=0.5").then().statusCode(201);
        assertEquals("Ihr neues Konto", mails.getMailsSentTo(email).getLast().getSubject());
        forgot(email, "en").then().statusCode(202);
        assertEquals(
                "Ihr Passwort bei Patchbay",
                mails.getMailsSentTo(email).getLast().getSubject(),
                "what the account reads, whoever asks");

        var english = unique("carol") + "@example.org";
        var request =
                Map.of("name", "Carol", "email", english, "signIn", TestOrganisation.credentials(unique("carol")));
        house.admin().sends(request).post(API + "/customers").then().statusCode(201);
        forgot(english, "de").then().statusCode(202);
        assertEquals(
                "Ihr Passwort bei Patchbay",
                mails.getMailsSentTo(english).getLast().getSubject());
        for (var unread : List.of("fr", "*", "!", "de;q=0, en")) {
            forgot(english, unread).then().statusCode(202);
            assertEquals(
                    "Your Patchbay password",
                    mails.getMailsSentTo(english).getLast().getSubject(),
                    unread);
        }
    }

    @Test
    void anAddressThatStaffChangesTakesThePasswordLinksAlong() {
        var made = Map.of("name", "Carla", "email", email, "signIn", TestOrganisation.credentials(unique("carla")));
        var customer = house.admin().sends(made).post(API + "/customers").jsonPath();
        forgot(email, "en").then().statusCode(202);
        var old = TestOrganisation.linkMailedTo(email);
        var moved = unique("moved") + "@example.org";
        house.admin()
                .sends(Map.of("name", "Carla", "email", moved))
                .put(API + "/customers/{id}", customer.getLong("id"))
                .then()
                .statusCode(200);

        setPassword(old, PASSWORD).then().spec(refused(410, "link-expired"));
        forgot(email, "en").then().statusCode(202);
        assertEquals(1, mails.getMailsSentTo(email).size());
        forgot(moved, "en").then().statusCode(202);
        assertFalse(mails.getMailsSentTo(moved).isEmpty());
    }

    private Response signUp(String address) {
        return send(Map.of("organisation", house.organisation(), "name", "Carla", "email", address));
    }

    private static Response send(Map<String, ?> request) {
        return given().contentType(ContentType.JSON).body(request).post(API + "/auth/sign-up");
    }

    private static Response confirm(String link, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", link, "password", password))
                .post(API + "/auth/sign-up/confirm");
    }

    private static Response setPassword(String link, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", link, "password", password))
                .post(API + "/auth/password");
    }

    private Response forgot(String address, String language) {
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(Map.of("organisation", house.organisation(), "email", address))
                .post(API + "/auth/forgot-password");
    }
}
