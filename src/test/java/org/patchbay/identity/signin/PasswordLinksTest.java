package org.patchbay.identity.signin;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.credentials;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** People with a password get a new one by mail, by themselves or through an admin. */
@QuarkusTest
class PasswordLinksTest {

    @Inject
    MockMailbox mails;

    @Inject
    PasswordLinks passwordLinks;

    private TestOrganisation house;

    @BeforeEach
    void open() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @Test
    void aLinkThatIsOverIsForgotten() {
        var email = unique("newcomer") + "@example.org";
        TestDatabase.execute(
                "insert into password_link (token_hash, organisation_id, email, expires_at)" + " values ('over " + email
                        + "', 1, '" + email + "', utc_timestamp() - interval 1 minute)",
                "insert into password_link (token_hash, organisation_id, email, expires_at)" + " values ('open " + email
                        + "', 1, '" + email + "', utc_timestamp() + interval 1 hour)");
        passwordLinks.forget();
        assertEquals(
                List.of("open " + email),
                TestDatabase.list(
                        "select token_hash from password_link where email = '" + email + "'", row -> row.getString(1)));
    }

    @Test
    void everybodyWhoseAddressIsKnownAsksForANewPassword() {
        var customers = unique("carla") + "@example.org";
        var agents = unique("ada") + "@acme.example";
        made("/customers", Map.of("name", "Carla", "email", customers, "signIn", credentials(unique("carla"))));
        made("/agents", Map.of("name", "Ada", "signIn", credentials(agents)));
        for (var email : List.of(customers, agents, house.admin().username())) {
            forgot(email).then().statusCode(202);
            setPassword(TestOrganisation.linkMailedTo(email), "a new password for me")
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void anAdminSendsALinkToAnybodySayingTheirAddressOnce() {
        var agent = house.agent();
        var email = unique("ada") + "@acme.example";
        send(agent, Map.of()).then().spec(refused(409, "conflict"));
        send(agent, Map.of("email", "nowhere")).then().spec(refused(400, "validation-failed"));
        send(agent, Map.of("email", email)).then().statusCode(202);
        send(agent, Map.of()).then().statusCode(202);
        assertEquals(2, mails.getMailsSentTo(email).size());
        house.admin()
                .asks()
                .get(API + "/accounts?limit=200")
                .then()
                .body("items.findAll{it.username=='%s'}.email".formatted(agent.username()), contains(email));
        house.admin()
                .asks()
                .get(API + "/audit?action=ACCOUNT_ADDRESS_SET")
                .then()
                .body("items.after.email", contains(email));

        TestOrganisation.acceptInvitation(email);
        house.person(agent.name(), agent.username()).reads("/me");
        forgot(email).then().statusCode(202);
        assertEquals(3, mails.getMailsSentTo(email).size());
    }

    @Test
    void aNewAddressEndsTheLinksThatWereMailedToTheOldOne() {
        var agent = house.agent();
        var old = unique("ada") + "@acme.example";
        send(agent, Map.of("email", old)).then().statusCode(202);
        send(agent, Map.of("email", unique("ada") + "@acme.example")).then().statusCode(202);
        setPassword(TestOrganisation.linkMailedTo(old), "a password of somebody")
                .then()
                .spec(refused(410, "link-expired"));
    }

    @Test
    void anAdminsLinkGoesToNobodyElse() {
        send(house.agent(), Map.of("email", house.admin().username())).then().spec(refused(409, "already-exists"));
        var elsewhere = TestOrganisation.ofNewOrganisation().agent();
        send(elsewhere, Map.of("email", unique("a") + "@acme.example")).then().spec(refused(404, "not-found"));
        var shop = house.integration();
        long id = shop.id();
        house.admin()
                .sends(Map.of("email", unique("shop") + "@acme.example"))
                .post(API + "/accounts/{id}/password-link", id)
                .then()
                .spec(refused(409, "conflict"));
        var customer = house.customer();
        house.admin()
                .sends(Map.of("email", unique("carla") + "@acme.example"))
                .post(API + "/accounts/{id}/password-link", customer.account())
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void anAddressThatSomebodyOnlyClaimsTakesNobodysSignInAway() {
        var owner = house.admin();
        var other = TestOrganisation.ofNewOrganisation();
        var made = Map.of("name", "Mallory", "email", owner.username(), "signIn", credentials(unique("mallory")));
        other.admin().sends(made).post(API + "/customers").then().statusCode(201);
        given().contentType(ContentType.JSON)
                .body(credentials(owner.username()))
                .post(API + "/auth/token")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("email", owner.username()))
                .post(API + "/auth/forgot-password")
                .then()
                .statusCode(202);
        assertTrue(mails.getMailsSentTo(owner.username())
                .getLast()
                .getText()
                .contains("organisation=" + house.organisation() + "#"));
    }

    @Test
    void anAdminsMailIsInTheirLanguageWhereNoOtherIsKnown() {
        var email = unique("ada") + "@acme.example";
        house.admin()
                .sends(Map.of("email", email))
                .header("Accept-Language", "de")
                .post(API + "/accounts/{id}/password-link", house.agent().id())
                .then()
                .statusCode(202);
        var mail = mails.getMailsSentTo(email).getLast();
        assertEquals("Ihr Passwort bei Patchbay", mail.getSubject());
        assertTrue(mail.getText().contains("24 Stunden"), mail.getText());
    }

    private void made(String path, Map<String, ?> request) {
        house.admin().sends(request).post(API + path).then().statusCode(201);
    }

    private Response send(Person person, Map<String, String> request) {
        return house.admin().sends(request).post(API + "/accounts/{id}/password-link", person.account());
    }

    private Response forgot(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "email", email))
                .post(API + "/auth/forgot-password");
    }

    private static Response setPassword(String link, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", link, "password", password))
                .post(API + "/auth/password");
    }
}
