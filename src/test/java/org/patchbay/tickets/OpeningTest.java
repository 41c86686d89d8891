package org.patchbay.tickets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The opening of return cases. */
@QuarkusTest
class OpeningTest {

    private static final int AT_ONCE = 8;

    private final TestOrganisation house = new TestOrganisation();

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCustomerOpensACaseForAnOrderOfTheirs() {
        var customer = house.customer();
        var order = house.order(customer);
        var opened = customer.sends(Map.of(
                        "orderNumber",
                        order.number(),
                        "reason",
                        "WRONG_ITEM",
                        "note",
                        "Ein Stuhl 🪑 statt \u0001 Lampe"))
                .post(API + "/tickets");
        long id = opened.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("status", is("OPEN"))
                .body("channel", is("RETURN_CASE"))
                .body("priority", is("NORMAL"))
                .body("customerId", is((int) customer.id()))
                .body("nextSteps", contains("CANCEL"))
                .body("$", not(hasKey("agentId")))
                .extract()
                .jsonPath()
                .getLong("id");
        opened.then().header("Location", endsWith(API + "/tickets/" + id));
        assertEquals(
                opened.jsonPath().getMap("$"),
                customer.reads("/tickets/{id}", id).getMap("$"));
        customer.asks()
                .get(API + "/tickets/{id}/events", id)
                .then()
                .body("items.type", contains("OPENED"))
                .body("items[0].actorName", is(customer.name()))
                .body("items[0].note", containsString("🪑"));
    }

    @Test
    void othersOrdersAndUnknownOnesAreAlikeToACustomer() {
        var order = house.order(house.customer());
        var stranger = house.customer();
        for (var number : List.of(order.number(), "no-such-order")) {
            stranger.sends(Map.of("orderNumber", number, "reason", "DAMAGED"))
                    .post(API + "/tickets")
                    .then()
                    .spec(refused(404, "not-found"))
                    .body("detail", is("There is no order " + number + "."));
        }
        house.ticket(house.integration(), order, Map.of("priority", "URGENT"));
    }

    @Test
    void secondLiveCaseForAnOrderIsRefusedWithALinkToTheFirst() {
        var customer = house.customer();
        var order = house.order(customer);
        long first = house.ticket(customer, order, Map.of());
        var link = API + "/tickets/" + first;
        customer.sends(Map.of("orderNumber", order.number(), "reason", "OTHER"))
                .post(API + "/tickets")
                .then()
                .spec(refused(409, "live-ticket-exists"))
                .body("ticket", is(link))
                .header("Link", containsString("<" + link + ">"));
        customer.asks().get(link).then().statusCode(200);
        customer.takes("cancel", first).then().statusCode(200);
        house.ticket(customer, order, Map.of());
    }

    @Test
    void ofManyWhoOpenACaseForOneOrderAtOnceOneSucceedsAndAllOthersAreLinkedToIt() throws Exception {
        var customer = house.customer();
        var order = house.order(customer);
        Callable<Response> open = () -> customer.sends(Map.of("orderNumber", order.number(), "reason", "DAMAGED"))
                .post(API + "/tickets");
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> open).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            var won = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .toList();
            assertEquals(1, won.size());
            answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> answer.then()
                    .spec(refused(409, "live-ticket-exists"))
                    .body("ticket", is(API + "/tickets/" + won.getFirst().path("id"))));
        }
    }

    @Test
    void reasonNoteAndPriorityAreChecked() {
        var customer = house.customer();
        var number = house.order(customer).number();
        customer.sends(Map.of("orderNumber", number))
                .post(API + "/tickets")
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", contains("reason"));
        customer.sends(Map.of("orderNumber", number, "reason", "BORED"))
                .post(API + "/tickets")
                .then()
                .spec(refused(400, "bad-request"))
                .body("detail", containsString("NO_LONGER_NEEDED"));
        customer.sends(Map.of("orderNumber", number, "reason", "OTHER", "note", "x".repeat(4001)))
                .post(API + "/tickets")
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", contains("note"));
        customer.sends(Map.of("orderNumber", number, "reason", "OTHER", "priority", "URGENT"))
                .post(API + "/tickets")
                .then()
                .spec(refused(403, "forbidden"));
        house.agent()
                .sends(Map.of("orderNumber", number, "reason", "OTHER", "priority", "HIGH", "note", "ß".repeat(4000)))
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .body("priority", is("HIGH"));
    }
}
