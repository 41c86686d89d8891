package org.patchbay.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.ListPages;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.orderOf;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Orders, kept by staff and other systems, read by their customers. */
@QuarkusTest
class OrdersTest {

    private final TestOrganisation house = new TestOrganisation();

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

        var listPages = ListPages.of(customer, "/orders?limit=2");
        assertEquals(List.of(2, 2, 1), listPages.stream().map(List::size).toList());
        assertEquals(
                own.reversed().stream().map(TestOrganisation.Purchase::id).toList(),
                listPages.stream().flatMap(List::stream).toList());
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

    @Test
    void theNewestOrdersComeFirstAndEachOfThemOnce() {
        var customer = house.customer();
        long middle = ordered(customer, "2026-10-02T09:30:00Z");
        long oldest = ordered(customer, "2026-10-01T09:30:00Z");
        long newest = ordered(customer, "9999-12-31T23:59:59.999999Z");
        long twin = ordered(customer, "2026-10-02T09:30:00Z");
        var newestFirst = List.of(newest, twin, middle, oldest);
        for (int limit = 1; limit <= newestFirst.size(); limit++) {
            assertEquals(
                    newestFirst,
                    ListPages.of(customer, "/orders?limit=" + limit).stream()
                            .flatMap(List::stream)
                            .toList());
        }
        assertEquals(
                List.of(newest, twin),
                house.agent()
                        .reads("/orders?limit=2&customerId={id}", customer.id())
                        .getList("items.id", Long.class));
        // Cursors of another list, or of an earlier release.
        for (var cursor : List.of("MQ", "YX5i")) {
            customer.asks().get(API + "/orders?after={c}", cursor).then().spec(refused(400, "bad-cursor"));
        }
    }

    @Test
    void aPartOfTheNumberOrTheProductFindsAnOrder() {
        var customer = house.customer();
        var number = unique("Qx");
        var order = new HashMap<>(orderOf(customer, number));
        order.put("product", "Große Crème-Dose 100%");
        house.admin().sends(order).post(API + "/orders").then().statusCode(201);
        house.order(customer);
        for (var part : List.of(number.toLowerCase(Locale.ROOT), "grosse creme", "CRE\u0300ME", "00%", " dose ")) {
            for (var reader : List.of(customer, house.agent())) {
                assertEquals(
                        List.of(number),
                        reader.reads("/orders?customerId={id}&text={part}", customer.id(), part)
                                .getList("items.number"),
                        part);
            }
        }
        customer.asks().get(API + "/orders?text={part}", "0%1").then().body("items", empty());
        house.customer().asks().get(API + "/orders?text={part}", number).then().body("items", empty());
        assertEquals(
                2, customer.reads("/orders?text={part}", " ").getList("items").size());
    }

    private long ordered(TestOrganisation.Person customer, String at) {
        var order = new HashMap<>(orderOf(customer, unique("B")));
        order.put("orderedAt", at);
        return house.admin().sends(order).post(API + "/orders").jsonPath().getLong("id");
    }
}
