package org.patchbay.tickets;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Customers' ratings of resolved tickets. */
@QuarkusTest
class RatingTest {

    private final TestOrganisation house = new TestOrganisation();
    private Person customer;
    private Person supervisor;

    @BeforeEach
    void clear() {
        house.clear();
        customer = house.customer();
        supervisor = house.supervisor();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCustomerRatesWhatIsResolvedAndChangesThatUntilItIsClosed() {
        long ticket = resolved();
        rate(customer, ticket, 4, "Quick.")
                .then()
                .statusCode(200)
                .body("rating.score", is(4))
                .body("rating.comment", is("Quick."))
                .body("rating.ratedAt", notNullValue());
        rate(customer, ticket, 4, "Quick.").then().statusCode(200);
        rate(customer, ticket, 5, null)
                .then()
                .statusCode(200)
                .body("rating.score", is(5))
                .body("rating.comment", nullValue());
        supervisor.asks().get(API + "/tickets/{id}", ticket).then().body("rating.score", is(5));
        supervisor
                .asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.findAll{it.type == 'RATED'}.note", contains("4: Quick.", "5"))
                .body("items.findAll{it.type == 'RATED'}.actorName", contains(customer.name(), customer.name()));

        customer.takes("close", ticket).then().statusCode(200);
        rate(customer, ticket, 5, null).then().statusCode(200);
        rate(customer, ticket, 1, "No.")
                .then()
                .spec(refused(409, "step-not-allowed"))
                .body("currentStatus", is("CLOSED"));
    }

    @Test
    void whatIsClosedWithoutARatingGetsOneOnce() {
        long ticket = resolved();
        customer.takes("close", ticket).then().statusCode(200);
        rate(customer, ticket, 2, "Slow.").then().statusCode(200).body("rating.score", is(2));
        rate(customer, ticket, 3, "Slow.").then().spec(refused(409, "step-not-allowed"));
    }

    @Test
    void nothingIsRatedBeforeItIsResolvedOrByAnybodyElse() {
        long ticket = house.ticket(customer);
        rate(customer, ticket, 5, null)
                .then()
                .spec(refused(409, "step-not-allowed"))
                .body("currentStatus", is("OPEN"))
                .body("allowedSteps", contains("CANCEL"));
        customer.takes("cancel", ticket).then().statusCode(200);
        rate(customer, ticket, 5, null).then().spec(refused(409, "step-not-allowed"));
        long other = resolved();
        rate(house.customer(), other, 1, null).then().spec(refused(404, "not-found"));
        rate(supervisor, other, 5, null).then().spec(refused(403, "forbidden"));
        for (var score : new int[] {0, 6}) {
            rate(customer, other, score, null).then().spec(refused(400, "validation-failed"));
        }
        rate(customer, other, 5, "x".repeat(2_001)).then().spec(refused(400, "validation-failed"));
    }

    private long resolved() {
        long ticket = house.ticket(customer);
        house.awaitHeldBy(house.availableAgent(), ticket);
        supervisor.takes("resolve", ticket).then().statusCode(200);
        house.sendEverybodyHome();
        return ticket;
    }

    private static Response rate(Person who, long ticket, int score, String comment) {
        var rating = new HashMap<String, Object>(Map.of("score", score));
        rating.put("comment", comment);
        return who.sends(rating).put(API + "/tickets/{id}/rating", ticket);
    }
}
