package org.patchbay.customers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.ListPages;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.Wire;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Customers, kept by staff. */
@QuarkusTest
class CustomersTest {

    private final TestOrganisation house = new TestOrganisation();

    @Test
    void aCustomerIsCreatedReadChangedAndDeleted() {
        var staff = house.agent();
        var email = unique("jo") + "@example.org";
        var created = staff.sends(Map.of("name", "Jo", "email", email)).post(API + "/customers");
        long id = created.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .jsonPath()
                .getLong("id");
        created.then().header("Location", endsWith(API + "/customers/" + id)).body("signIn", is(false));

        staff.sends(Map.of("name", "Jo Ann", "email", email))
                .header("If-Match", "\"0\"")
                .put(API + "/customers/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        staff.asks()
                .get(API + "/customers/{id}", id)
                .then()
                .header("ETag", "\"1\"")
                .body("name", is("Jo Ann"))
                .body("email", is(email));
        staff.asks().delete(API + "/customers/{id}", id).then().statusCode(204);
        staff.asks()
                .get(API + "/customers/{id}", id)
                .then()
                .spec(refused(404, "not-found"))
                .body("detail", containsString(Long.toString(id)));
    }

    @Test
    void whoChangesACustomerAtTheSameMomentAsAnotherIsToldSo() throws Exception {
        var staff = house.supervisor();
        long id = house.customer().id();
        var email = unique("jo") + "@example.org";
        var told = new AtomicBoolean();
        Callable<Void> changing = () -> {
            for (int i = 0; i < 1_000 && !told.get(); i++) {
                var answer = Wire.send(
                        staff.token(), "PUT", API + "/customers/" + id, Map.of("name", unique("Jo"), "email", email));
                if (answer.status() != 200) {
                    assertTrue(answer.as(412).text().contains("version-mismatch"), answer.text());
                    told.set(true);
                }
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var change : threads.invokeAll(Collections.nCopies(4, changing))) {
                change.get();
            }
        }
        assertTrue(told.get(), "nobody met another");
    }

    @Test
    void whatIsKnownOfACustomerIsKeptCheckedAndForgotten() {
        var admin = house.admin();
        var email = unique("jo") + "@example.org";
        var known = Map.of(
                "name",
                "Jo",
                "email",
                email,
                "language",
                "de-AT",
                "attributes",
                Map.of("tier", "gold", "größe", "\u0001😀"));
        var created = admin.sends(known).post(API + "/customers");
        created.then().statusCode(201);
        long id = created.jsonPath().getLong("id");
        var read = admin.reads("/customers/{id}", id);
        assertEquals("de-AT", read.getString("language"));
        assertEquals(known.get("attributes"), read.getMap("attributes"));

        admin.sends(Map.of("name", "Jo", "email", email))
                .put(API + "/customers/{id}", id)
                .then()
                .statusCode(200)
                .body("language", nullValue())
                .body("attributes", is(Map.of()));

        var tooMany = IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
        for (var wrong : List.<Map<String, ?>>of(
                Map.of("language", "de_AT"),
                Map.of("language", "x".repeat(36)),
                Map.of("attributes", tooMany),
                Map.of("attributes", Map.of(" ", "v")),
                Map.of("attributes", Map.of("k", "v".repeat(1001))),
                Map.of("attributes", Map.of("k".repeat(101), "v")))) {
            var request = new HashMap<String, Object>(Map.of("name", "Jo", "email", unique("jo") + "@example.org"));
            request.putAll(wrong);
            admin.sends(request).post(API + "/customers").then().spec(refused(400, "validation-failed"));
        }
    }

    @Test
    void whoSawAnOlderVersionChangesAndDeletesNothing() {
        var admin = house.admin();
        var customer = house.customer();
        var change = Map.of("name", "New", "email", unique("new") + "@example.org");
        admin.sends(change).put(API + "/customers/{id}", customer.id()).then().statusCode(200);

        for (var stale : List.of("\"0\"", "\"0\", \"7\"", "W/\"1\"", "1")) {
            admin.sends(change)
                    .header("If-Match", stale)
                    .put(API + "/customers/{id}", customer.id())
                    .then()
                    .spec(refused(412, "version-mismatch"));
        }
        admin.asks()
                .header("If-Match", "\"0\"")
                .delete(API + "/customers/{id}", customer.id())
                .then()
                .spec(refused(412, "version-mismatch"));
        admin.sends(change)
                .header("If-Match", "\"0\", \"1\"")
                .put(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(200);
        admin.asks()
                .header("If-Match", "*")
                .delete(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(204);
    }

    @Test
    void anEMailAddressBelongsToOneCustomer() {
        var admin = house.admin();
        var email = unique("jo") + "@example.org";
        admin.sends(Map.of("name", "Jo", "email", email))
                .post(API + "/customers")
                .then()
                .statusCode(201);
        admin.sends(Map.of("name", "Joe", "email", email))
                .post(API + "/customers")
                .then()
                .spec(refused(409, "already-exists"))
                .body("detail", containsString("email"));
        admin.sends(Map.of("name", "Joe", "email", email))
                .put(API + "/customers/{id}", house.customer().id())
                .then()
                .spec(refused(409, "already-exists"));
    }

    @Test
    void aCustomerWithOrdersStaysAndOneWithoutLosesTheSignIn() {
        var admin = house.admin();
        var buyer = house.customer();
        house.order(buyer);
        admin.asks().delete(API + "/customers/{id}", buyer.id()).then().spec(refused(409, "still-referred-to"));
        buyer.reads("/me");

        var visitor = house.customer();
        admin.asks().delete(API + "/customers/{id}", visitor.id()).then().statusCode(204);
        TestOrganisation.signIn(visitor.username(), TestOrganisation.PASSWORD)
                .then()
                .spec(refused(401, "wrong-credentials"));
    }

    @Test
    void renamingACustomerRenamesTheirSignIn() {
        var customer = house.customer();
        var email = house.admin().reads("/customers/{id}", customer.id()).getString("email");
        house.admin()
                .sends(Map.of("name", "Renamed", "email", email))
                .put(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(200);
        var token = TestOrganisation.token(customer.username());
        assertEquals(
                "Renamed",
                new TestOrganisation.Person(0, "", "", token).reads("/me").getString("name"));
    }

    @Test
    void everyCustomerIsOnOnePageAndFoundByAPartOfNameOrAddress() {
        var admin = house.admin();
        var mark = unique("100%_{x}!");
        var ids = IntStream.range(0, 7)
                .mapToObj(i -> admin.sends(Map.of(
                                "name", i % 2 == 0 ? "Ü " + mark : "plain", "email", unique("p") + "@example.org"))
                        .post(API + "/customers")
                        .jsonPath()
                        .getLong("id"))
                .toList();
        var marked = List.of(ids.get(0), ids.get(2), ids.get(4), ids.get(6));
        var encoded = URLEncoder.encode("Ü " + mark, StandardCharsets.UTF_8);
        var list = admin.asks().urlEncodingEnabled(false).get(API + "/customers?limit=3&text=" + encoded);
        assertEquals(marked.subList(0, 3), list.jsonPath().getList("items.id", Long.class));
        assertEquals(
                marked.subList(3, 4),
                admin.asks()
                        .urlEncodingEnabled(false)
                        .get(list.header("Link").replaceAll("^<|>.*", ""))
                        .jsonPath()
                        .getList("items.id", Long.class));

        var listPages = ListPages.of(admin, "/customers?limit=5");
        var all = listPages.stream().flatMap(List::stream).toList();
        assertEquals(new TreeSet<>(all).size(), all.size(), "nobody twice");
        assertEquals(ids, all.subList(all.size() - ids.size(), all.size()), "nobody missing, the newest last");
        var email = admin.reads("/customers/{id}", ids.get(1)).getString("email");
        admin.asks()
                .queryParam("text", email.toUpperCase(Locale.ROOT))
                .get(API + "/customers")
                .then()
                .body("items.id", contains(ids.get(1).intValue()));
    }
}
