package org.patchbay.customers.contacts;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Customers are reached at several addresses and numbers, and known by one. */
@QuarkusTest
class ContactsTest {

    private static final Map<String, Object> HOME =
            Map.of("street", "Hauptplatz 1", "postalCode", "8010", "city", "Graz");

    private TestOrganisation house;
    private Person agent;
    private long id;

    @BeforeEach
    void keepACustomer() {
        house = TestOrganisation.ofNewOrganisation();
        agent = house.agent();
        id = create(Map.of(
                        "emails",
                        List.of(mail("carla@work.example", "Work"), mail("Carla@Example.org", "Home")),
                        "phones",
                        List.of(Map.of("number", "0043 (0) 660 / 123 45 67", "label", "Mobile")),
                        "postalAddresses",
                        List.of(HOME)))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void thePrimaryOneComesFirstAndIsTheOneThatWasAlwaysThere() {
        read().body("email", is("carla@example.org"))
                .body("emails.address", contains("carla@example.org", "carla@work.example"))
                .body("emails.label", contains("Home", "Work"))
                .body("phones[0].e164", is("+436601234567"))
                .body("phones[0].number", is("0043 (0) 660 / 123 45 67"))
                .body("postalAddresses.city", contains("Graz"));
        // A program that knows nothing of more addresses changes the primary one, and no other.
        change(Map.of("name", "Carla C.", "email", "carla@home.example"))
                .then()
                .statusCode(200)
                .body("emails.address", contains("carla@home.example", "carla@work.example"))
                .body("phones.label", contains("Mobile"));
        change(Map.of("name", "Carla", "emails", List.of(mail("carla@work.example", null)), "phones", List.of()))
                .then()
                .statusCode(200)
                .body("email", is("carla@work.example"))
                .body("emails[0].label", nullValue())
                .body("phones", empty())
                .body("postalAddresses.street", contains("Hauptplatz 1"));
        change(Map.of("name", "Carla", "emails", List.of())).then().spec(refused(400, "validation-failed"));
    }

    @Test
    void aSearchFindsThemByEachAddressAndNumberHoweverItIsTyped() {
        create(Map.of("name", "Ben", "email", "ben@example.org", "phones", List.of(Map.of("number", "+49 30 123456"))));
        for (var sought : List.of("CARLA@WORK", "0660 1234567", "+43 660-123", "660/123", "hauptplatz", "8010 gräz")) {
            agent.asks()
                    .queryParam("text", sought)
                    .get(API + "/customers")
                    .then()
                    .body("items.id", contains(Math.toIntExact(id)));
        }
    }

    @Test
    void anAddressBelongsToOneCustomerWhicheverOfTheirsItIs() {
        create(Map.of("email", "carla@work.example")).then().spec(refused(409, "already-exists"));
        var ben = create(Map.of("email", "ben@example.org", "emails", List.of(mail("carla@example.org", null))));
        ben.then().spec(refused(409, "already-exists"));
        change(Map.of("name", "Carla", "emails", List.of(mail("carla@example.org", null))))
                .then()
                .statusCode(200);
        create(Map.of("email", "carla@work.example")).then().statusCode(201);
        // A family shares its telephone.
        create(Map.of("email", "ben@example.org", "phones", List.of(Map.of("number", "+43 660 1234567"))))
                .then()
                .statusCode(201);
    }

    @Test
    void whatReachesNobodyIsRefused() {
        var tooMany = Collections.nCopies(21, mail("ben@example.org", null));
        for (var wrong : List.<Map<String, ?>>of(
                Map.of("phones", List.of(Map.of("number", "0660 123"))),
                Map.of("phones", List.of(Map.of("number", "+43 660 12345678901234"))),
                Map.of("phones", List.of(Map.of("number", "+٤٣٦٦٠١٢٣٤٥٦"))),
                Map.of("phones", List.of(Map.of("number", "+43 660 1234567", "label", "Mo\nbile"))),
                Map.of("phones", Collections.singletonList(null)),
                Map.of("emails", List.of(mail("nowhere", null))),
                Map.of("emails", List.of(mail("ben@work.example", "x".repeat(51)))),
                Map.of("emails", tooMany),
                Map.of("postalAddresses", List.of(Map.of("street", " ", "city", "Graz"))),
                Map.of("postalAddresses", List.of(Map.of("street", "A\u0000B", "city", "Graz"))),
                Map.of("postalAddresses", List.of(Map.of("street", "A", "city", "Graz", "country", "at"))))) {
            assertEquals(400, create(wrong).statusCode(), wrong.toString());
        }
    }

    @Test
    void anAddressThatNobodyConfirmedIsNoClaimAndWhoeverConfirmsItHasItAlone() {
        house.admin()
                .sends(TestOrganisation.orderOf(new Person(id, "Carla", "", ""), "A-1"))
                .post(API + "/orders")
                .then()
                .statusCode(201);
        var stranger = house.signUp("Stranger", "carla@work.example");
        stranger.then().statusCode(201).body("id", not(is(Math.toIntExact(id))));
        house.person("Stranger", "carla@work.example")
                .asks()
                .get(API + "/orders")
                .then()
                .body("items", empty());
        read().body("emails.address", contains("carla@example.org")).body("signIn", is(false));
        // By the primary one they are known, as ever.
        house.signUp("Carla", "carla@example.org").then().statusCode(201).body("id", is(Math.toIntExact(id)));
    }

    @Test
    void theAddressToWhichLinksToAPasswordGoIsNotChangedByAgents() {
        var signedIn = house.customer();
        var other = Map.of("name", "Carla", "email", "agents-own@example.org");
        agent.sends(other).put(API + "/customers/{id}", signedIn.id()).then().spec(refused(403, "forbidden"));
        house.supervisor()
                .sends(other)
                .put(API + "/customers/{id}", signedIn.id())
                .then()
                .statusCode(200)
                .body("email", is("agents-own@example.org"));
        agent.sends(Map.of("name", "Carla C.", "email", "agents-own@example.org"))
                .put(API + "/customers/{id}", signedIn.id())
                .then()
                .statusCode(200)
                .body("name", is("Carla C."));
    }

    @Test
    void whoIsBlockedComesBackByNoneOfTheirAddresses() {
        agent.sends(Map.of("reason", "Threats"))
                .put(API + "/customers/{id}/block", id)
                .then()
                .statusCode(200);
        house.signUp("Somebody", "carla@work.example").then().spec(refused(403, "blocked"));
        house.admin().asks().delete(API + "/customers/{id}/block", id).then().statusCode(204);
        house.signUp("Somebody", "carla@work.example").then().statusCode(201);
    }

    private ValidatableResponse read() {
        return agent.asks().get(API + "/customers/{id}", id).then().statusCode(200);
    }

    private Response change(Map<String, ?> body) {
        return agent.sends(body).put(API + "/customers/{id}", id);
    }

    private Response create(Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("name", "Carla", "email", "carla@example.org"));
        request.putAll(more);
        return agent.sends(request).post(API + "/customers");
    }

    private static Map<String, Object> mail(String address, String label) {
        var mail = new HashMap<String, Object>(Map.of("address", address));
        mail.put("label", label);
        return mail;
    }
}
