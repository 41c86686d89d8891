package org.patchbay.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.Pages;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.House.API;
import static org.patchbay.testing.House.orderOf;
import static org.patchbay.testing.House.refused;
import static org.patchbay.testing.House.unique;

/** Orders, kept by staff and other systems, read by their customers. */
@QuarkusTest
class OrdersTest {

    private final House house = new House();

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void anOrderIsCreatedReadChangedAndDeleted() {
        var shop = house.integration();
        var customer = house.customer();
        var order = orderOf(customer, unique("B"));
        var created = shop.sends(order).post(API + "/orders");
        long id = created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .jsonPath()
                .getLong("id");
        created.then()
                .header("Location", endsWith(API + "/orders/" + id))
                .body("orderedAt", is("2026-11-02T09:30:00Z"));

        var change = new HashMap<>(order);
        change.put("quantity", 3);
        shop.sends(change)
                .header("If-Match", "\"0\"")
                .put(API + "/orders/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        shop.sends(change)
                .header("If-Match", "\"0\"")
                .put(API + "/orders/{id}", id)
                .then()
                .spec(refused(412, "version-mismatch"));
        shop.asks()
                .header("If-Match", "\"0\"")
                .delete(API + "/orders/{id}", id)
                .then()
                .spec(refused(412, "version-mismatch"));
        assertEquals(3, shop.reads("/orders/{id}", id).getInt("quantity"));
        assertEquals(49.90, shop.reads("/orders/{id}", id).getDouble("amount"));
        change.put("number", unique("B"));
        shop.sends(change).put(API + "/orders/{id}", id).then().spec(refused(409, "conflict"));
        shop.asks().delete(API + "/orders/{id}", id).then().statusCode(204);
        shop.asks().get(API + "/orders/{id}", id).then().spec(refused(404, "not-found"));
    }

    @Test
    void aNumberIsTakenOnceAndACustomerMustExist() {
        var admin = house.admin();
        var customer = house.customer();
        var taken = house.order(customer);
        admin.sends(orderOf(customer, taken.number()))
                .post(API + "/orders")
                .then()
                .spec(refused(409, "already-exists"));
        var nobodys = new HashMap<>(orderOf(customer, unique("B")));
        nobodys.put("customerId", Integer.MAX_VALUE);
        admin.sends(nobodys).post(API + "/orders").then().spec(refused(409, "conflict"));
    }

    @Test
    void anOrderThatTicketsReferToStays() {
        var customer = house.customer();
        var order = house.order(customer);
        house.ticket(customer, order, Map.of());
        house.admin().asks().delete(API + "/orders/{id}", order.id()).then().spec(refused(409, "still-referred-to"));
    }

    @Test
    void whatNoColumnHoldsIsRefusedByItsField() {
        var order = orderOf(house.customer(), unique("B"));
        var wrong = Map.<String, Object>of(
                "number",
                "with space",
                "product",
                "x".repeat(201),
                "quantity",
                0,
                "amount",
                1.999,
                "currency",
                "euro",
                "orderedAt",
                "+99999-01-01T00:00:00Z");
        wrong.forEach((field, value) -> {
            var request = new HashMap<>(order);
            request.put(field, value);
            house.admin()
                    .sends(request)
                    .post(API + "/orders")
                    .then()
                    .spec(refused(400, "validation-failed"))
                    .body("violations.field", contains(field));
        });
        for (var field : List.of("quantity", "customerId")) {
            var request = new HashMap<>(order);
            request.put(field, 1.5);
            house.admin().sends(request).post(API + "/orders").then().spec(refused(400, "bad-request"));
        }
    }

    @Test
    void customersSeeTheirOwnOrdersAndNoOthers() {
        var customer = house.customer();
        var own = Stream.generate(() -> house.order(customer)).limit(5).toList();
        var others = house.order(house.customer());

        var pages = Pages.of(customer, "/orders?limit=2");
        assertEquals(List.of(2, 2, 1), pages.stream().map(List::size).toList());
        assertEquals(
                own.stream().map(House.Purchase::id).toList(),
                pages.stream().flatMap(List::stream).toList());
        customer.asks().get(API + "/orders/{id}", own.getFirst().id()).then().body("amount", is(49.90f));
        customer.asks().get(API + "/orders/{id}", others.id()).then().spec(refused(404, "not-found"));
        customer.asks().get(API + "/orders?number={n}", others.number()).then().body("items", empty());
        customer.asks()
                .get(API + "/orders?number={n}", own.get(3).number())
                .then()
                .body("items.id", contains((int) own.get(3).id()));
    }

    @Test
    void staffFilterOrdersByCustomerAndNumber() {
        var customer = house.customer();
        var order = house.order(customer);
        house.order(house.customer());
        var agent = house.agent();
        for (var filter : List.of("customerId=" + customer.id(), "number=" + order.number())) {
            agent.asks().get(API + "/orders?" + filter).then().body("items.number", contains(order.number()));
        }
    }
}
