package org.patchbay.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.orderOf;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Equality of texts: addresses and user names match in any case, everything else byte for byte. */
@QuarkusTest
class SpellingTest {

    @Inject
    MockMailbox mails;

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @Test
    void aPasswordLinkGoesToTheStoredAddressOnly() {
        var stored = house.admin().username();
        for (var stranger : List.of(accented(stored), stored.replace("admin", "ádmin"), stored + ".br")) {
            forgot(stranger);
            assertEquals(0, mails.getMailsSentTo(stranger).size(), stranger);
        }
        int before = mails.getMailsSentTo(stored).size();
        var shouted = stored.toUpperCase(Locale.ROOT);
        forgot(shouted);
        assertEquals(before + 1, mails.getMailsSentTo(stored).size());
        assertEquals(0, mails.getMailsSentTo(shouted).size());
        assertEquals(
                1,
                TestDatabase.count("select count(*) from password_link l join account a on a.id = l.account_id"
                        + " where a.username = '" + stored + "'"));
    }

    @Test
    void anInvitationGoesToWhoeverWasInvitedBefore() {
        var slug = house.organisation();
        long id = TestDatabase.count("select id from organisation where slug = '" + slug + "'");
        for (var address :
                List.of("Bea@" + slug + ".example", "bea@" + slug + ".example", "béa@" + slug + ".example")) {
            TestOrganisation.operator()
                    .sends(Map.of("name", "Bea", "email", address))
                    .post(API + "/organisations/{id}/admins", id)
                    .then()
                    .statusCode(202);
        }
        assertEquals(2, mails.getMailsSentTo("bea@" + slug + ".example").size());
        assertEquals(1, mails.getMailsSentTo("béa@" + slug + ".example").size());
    }

    @Test
    void aUserNameIsTheSameInWhateverCaseAndInNoOtherSpelling() {
        var agent = house.agent();
        for (var same : List.of(agent.username().toUpperCase(Locale.ROOT), " " + agent.username() + " ")) {
            signIn(house.organisation(), same).then().statusCode(200);
        }
        signIn(house.organisation(), agent.username().replace('a', 'á')).then().spec(refused(401, "wrong-credentials"));
        var taken = Map.of(
                "name",
                "Another",
                "roles",
                List.of("supervisor"),
                "signIn",
                TestOrganisation.credentials(agent.username().toUpperCase(Locale.ROOT)));
        house.admin().sends(taken).post(API + "/accounts").then().spec(refused(409, "already-exists"));
    }

    @Test
    void customersWhoseAddressesDifferInAnAccentAreTwo() {
        var domain = unique("muller") + ".example";
        var admin = house.admin();
        for (var email : List.of("Info@" + domain, "info@" + domain.replace('u', 'ü'))) {
            admin.sends(Map.of("name", "Info", "email", email))
                    .post(API + "/customers")
                    .then()
                    .statusCode(201)
                    .body("email", is(email.toLowerCase(Locale.ROOT)));
        }
        admin.sends(Map.of("name", "Info", "email", "INFO@" + domain))
                .post(API + "/customers")
                .then()
                .spec(refused(409, "already-exists"));
        admin.asks()
                .get(API + "/customers?text={t}", "INFO@" + domain)
                .then()
                .body("items.email", containsInAnyOrder("info@" + domain, "info@" + domain.replace('u', 'ü')));
    }

    @Test
    void anOrderNumberIsTheSameOnlyInItsOwnCase() {
        var admin = house.admin();
        var customer = house.customer();
        var number = unique("Case");
        var lower = number.toLowerCase(Locale.ROOT);
        for (var each : List.of(number, lower)) {
            admin.sends(orderOf(customer, each)).post(API + "/orders").then().statusCode(201);
        }
        admin.asks().get(API + "/orders?number={n}", lower).then().body("items.number", contains(lower));
        admin.sends(Map.of("orderNumber", number.toUpperCase(Locale.ROOT), "reason", "DAMAGED"))
                .post(API + "/tickets")
                .then()
                .statusCode(404);
    }

    @Test
    void aSlugIsTheSameOnlyInItsOwnCase() {
        var agent = house.agent();
        for (var other : List.of(
                house.organisation().toUpperCase(Locale.ROOT),
                house.organisation().replace('o', 'ö'))) {
            signIn(other, agent.username()).then().spec(refused(401, "wrong-credentials"));
        }
    }

    /** Another domain, which belongs to a stranger. */
    private static String accented(String address) {
        return address.substring(0, address.length() - 1) + "é";
    }

    private void forgot(String email) {
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "email", email))
                .post(API + "/auth/forgot-password")
                .then()
                .statusCode(202);
    }

    private static Response signIn(String organisation, String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("organisation", organisation, "username", username, "password", PASSWORD))
                .post(API + "/auth/token");
    }
}
