package org.patchbay.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.identity.Traces;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.tickets.TicketTexts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** The fate of customers whom an admin erases. */
@QuarkusTest
class ErasureTest {

    /** Fails once in the middle of an erasure, as a replica that is killed does. */
    @ApplicationScoped
    static class Trouble implements TicketTexts {

        private static final Set<Long> AT = ConcurrentHashMap.newKeySet();

        @Override
        public void eraseOf(long ticketId) {
            if (AT.remove(ticketId)) {
                throw new IllegalStateException("killed at ticket " + ticketId);
            }
        }
    }

    @Inject
    Traces traces;

    @Inject
    CurrentOrganisation currentOrganisation;

    private TestOrganisation house;
    private Person admin;
    private Person customer;

    @BeforeEach
    void open() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
        customer = house.customer();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whoHasLiveTicketsIsErasedOnlyWhereTheyAreToBeCancelled() {
        var agent = house.availableAgent();
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        long waiting = house.ticket(customer);
        erase(false).then().spec(refused(409, "still-referred-to")).body("tickets", contains((int) held, (int)
                waiting));
        assertEquals(
                customer.name(), admin.reads("/customers/{id}", customer.id()).getString("name"));
        admin.asks().get(API + "/customers/{id}/erasure", customer.id()).then().spec(refused(404, "not-found"));

        erased(true);

        for (long ticket : List.of(held, waiting)) {
            assertEquals("CANCELLED", house.status(ticket));
        }
        assertEquals(0, admin.reads("/agents/{id}", agent.id()).getInt("load"));
    }

    @Test
    void whatCouldBeReopenedIsClosed() {
        long ticket = house.ticket(customer);
        house.awaitHeldBy(house.availableAgent(), ticket);
        admin.takes("resolve", ticket).then().statusCode(200);
        erased(false);
        admin.asks()
                .get(API + "/tickets/{id}", ticket)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("erasedAt", notNullValue())
                .body("$", not(hasKey("note")));
        admin.sends(Map.of("note", "A word more", "internal", true))
                .post(API + "/tickets/{id}/notes", ticket)
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void aSignUpThatWasBegunAfterTheErasureIsOfSomebodyNew() {
        var email = unique("new") + "@example.org";
        var erasure = Times.now();
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "name", "New Goose", "email", email))
                .post(API + "/auth/sign-up")
                .then()
                .statusCode(202);
        currentOrganisation.in(
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'"),
                () -> traces.erase(Set.of(email), erasure));
        given().contentType(ContentType.JSON)
                .body(Map.of("token", TestOrganisation.linkMailedTo(email), "password", TestOrganisation.PASSWORD))
                .post(API + "/auth/sign-up/confirm")
                .then()
                .statusCode(201);
    }

    @Test
    void nobodySignsInAsThemAndTheirAddressIsFreeForSomebodyNew() {
        var email = unique("gone") + "@example.org";
        long id = house.signUp("Gone Goose", email)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        customer = house.person("Gone Goose", email);
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "email", email))
                .post(API + "/auth/forgot-password")
                .then()
                .statusCode(202);
        var link = TestOrganisation.linkMailedTo(email);

        erase(id, false).then().statusCode(202);

        admin.asks()
                .get(API + "/customers/{id}", id)
                .then()
                .body("name", startsWith("erased-"))
                .body("email", startsWith("erased-"))
                .body("signIn", is(false));
        await().until(() -> customer.asks().get(API + "/me").statusCode(), is(401));
        signIn(email).then().spec(refused(401, "wrong-credentials"));
        given().contentType(ContentType.JSON)
                .body(Map.of("token", link, "password", TestOrganisation.PASSWORD))
                .post(API + "/auth/password")
                .then()
                .spec(refused(410, "link-expired"));
        long anew = house.signUp("New Goose", email)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        assertNotEquals(id, anew);
        signIn(email).then().statusCode(200);
        assertEquals(
                0,
                house.person("New Goose", email)
                        .reads("/orders")
                        .getList("items")
                        .size());
    }

    @Test
    void nothingIsAddedToWhoIsErased() {
        var order = house.order(customer);
        erased(false);
        admin.sends(Map.of("name", "Back", "email", "back@example.org"))
                .put(API + "/customers/{id}", customer.id())
                .then()
                .spec(refused(409, "conflict"));
        admin.asks().delete(API + "/customers/{id}", customer.id()).then().spec(refused(409, "conflict"));
        admin.sends(TestOrganisation.orderOf(customer, unique("A")))
                .post(API + "/orders")
                .then()
                .spec(refused(409, "conflict"));
        admin.sends(Map.of("customerId", customer.id(), "channel", "CHAT", "note", "Hello"))
                .post(API + "/tickets")
                .then()
                .spec(refused(409, "conflict"));
        for (var number : List.of(order.number(), "erased-" + order.id())) {
            admin.sends(Map.of("orderNumber", number, "reason", "DAMAGED"))
                    .post(API + "/tickets")
                    .then()
                    .spec(refused(404, "not-found"));
        }
        admin.sends(TestOrganisation.orderOf(house.customer(), "erased-1"))
                .post(API + "/orders")
                .then()
                .spec(refused(400, "validation-failed"));
    }

    @Test
    void aRequestThatIsRepeatedNeitherTellsOfThemNorBringsThemBack() {
        var key = unique("made");
        var request = Map.of("name", "Repeated", "email", unique("repeated") + "@example.org");
        long id = admin.sends(request)
                .header("Idempotency-Key", key)
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        erase(id, false);
        await().until(() -> state(id), equalTo("DONE"));
        admin.sends(request)
                .header("Idempotency-Key", key)
                .post(API + "/customers")
                .then()
                .spec(refused(410, "erased"));
    }

    @Test
    void anErasureThatFailsInTheMiddleGoesOnAndIsDoneOnce() {
        var tickets = List.of(house.ticket(customer), house.ticket(customer), house.ticket(customer));
        Trouble.AT.add(tickets.get(1));
        erase(true).then().statusCode(202);
        // As if the same timer were set again and again: workers find them due at once.
        for (int i = 0; i < 3; i++) {
            TestDatabase.execute(
                    "insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts)"
                            + " select organisation_id, 'erase-customer', id, round, requested_at, requested_at, 0"
                            + " from erasure where customer_id = " + customer.id());
        }
        await().until(() -> state(customer.id()), equalTo("DONE"));
        assertEquals(Set.of(), new HashSet<>(Trouble.AT));
        var erasure = admin.reads("/customers/{id}/erasure", customer.id());
        assertEquals(3, erasure.getInt("tickets"));
        assertEquals(3, erasure.getInt("orders"));
        assertEquals(1, entries("CUSTOMER_ERASURE_REQUESTED"));
        assertEquals(1, entries("CUSTOMER_ERASED"));
        for (long ticket : tickets) {
            assertEquals(
                    List.of("OPENED", "CANCELLED"),
                    admin.reads("/tickets/" + ticket + "/events").getList("items.type"));
        }
    }

    @Test
    void whoAsksTwiceGetsTheSameErasure() {
        var key = unique("erase");
        var first = erase(customer.id(), false, key).then().statusCode(202).extract();
        assertEquals(
                first.jsonPath().getString("requestedAt"),
                erase(customer.id(), false, key).jsonPath().getString("requestedAt"));
        await().until(() -> state(customer.id()), equalTo("DONE"));
        erase(false)
                .then()
                .statusCode(202)
                .body("state", equalTo("DONE"))
                .body("requestedAt", equalTo(first.jsonPath().getString("requestedAt")));
        assertEquals(1, entries("CUSTOMER_ERASURE_REQUESTED"));
    }

    @Test
    void onlyAdminsOfTheirOwnOrganisationErase() {
        for (var person : List.of(customer, house.agent(), house.supervisor())) {
            person.sends(Map.of("cancelTickets", false))
                    .post(API + "/customers/{id}/erasure", customer.id())
                    .then()
                    .spec(refused(403, "forbidden"));
        }
        TestOrganisation.ofNewOrganisation()
                .admin()
                .sends(Map.of("cancelTickets", true))
                .post(API + "/customers/{id}/erasure", customer.id())
                .then()
                .spec(refused(404, "not-found"));
        admin.sends(Map.of())
                .post(API + "/customers/{id}/erasure", customer.id())
                .then()
                .spec(refused(400, "validation-failed"));
    }

    private void erased(boolean cancelTickets) {
        erase(cancelTickets).then().statusCode(202);
        await().until(() -> state(customer.id()), equalTo("DONE"));
    }

    private Response erase(boolean cancelTickets) {
        return erase(customer.id(), cancelTickets);
    }

    private Response erase(long id, boolean cancelTickets) {
        return erase(id, cancelTickets, unique("erase"));
    }

    private Response erase(long id, boolean cancelTickets, String key) {
        return admin.sends(Map.of("cancelTickets", cancelTickets))
                .header("Idempotency-Key", key)
                .post(API + "/customers/{id}/erasure", id);
    }

    private String state(long id) {
        return admin.reads("/customers/{id}/erasure", id).getString("state");
    }

    private int entries(String action) {
        return admin.reads("/audit?action=" + action + "&subjectId=" + customer.id())
                .getList("items")
                .size();
    }

    private Response signIn(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "organisation",
                        house.organisation(),
                        "username",
                        username,
                        "password",
                        TestOrganisation.PASSWORD))
                .post(API + "/auth/token");
    }
}
