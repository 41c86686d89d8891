package org.patchbay.shared.idempotency;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.orderOf;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** A POST that is sent twice happens once. */
@QuarkusTest
class IdempotencyTest {

    private static final int AT_ONCE = 16;

    private final TestOrganisation house = new TestOrganisation();

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAndMakesNothingNew() {
        var admin = house.admin();
        var customer = house.customer();
        var name = unique("idem");
        var order = house.order(customer);
        var requests = Map.of(
                "/customers", Map.of("name", name, "email", name + "@example.org"),
                "/orders", orderOf(customer, name),
                "/agents", Map.of("name", name, "signIn", TestOrganisation.credentials(name + "-agent")),
                "/accounts",
                        Map.of("name", name, "roles", List.of("admin"), "signIn", TestOrganisation.credentials(name)),
                "/tickets", Map.of("orderNumber", order.number(), "reason", "OTHER", "note", "🛋"));
        requests.forEach((path, request) -> {
            var key = unique("key");
            var first = create(admin, path, key, request);
            var second = create(admin, path, key, request);
            assertEquals(201, first.statusCode(), first::asString);
            assertEquals(201, second.statusCode(), second::asString);
            assertEquals(first.asString(), second.asString());
            for (var header : List.of("Location", "ETag")) {
                assertEquals(first.header(header), second.header(header), path);
            }
            create(admin, path, unique("key"), request).then().statusCode(409);
        });
    }

    @Test
    void whatIsSaidAndDoneAboutATicketHappensOnce() {
        var admin = house.admin();
        var customer = house.customer();
        long ticket = house.ticket(customer, house.order(customer), Map.of());
        var path = "/tickets/" + ticket;
        var said = List.of(
                Map.entry("/notes", Map.of("note", "We are on it.", "internal", false)),
                Map.entry("/cancel", Map.of("note", "Not needed any more.")));
        for (var each : said) {
            var key = unique("key");
            var first = create(admin, path + each.getKey(), key, each.getValue());
            var second = create(admin, path + each.getKey(), key, each.getValue());
            assertEquals(200, first.statusCode(), first::asString);
            assertEquals(first.asString(), second.asString());
            assertEquals(first.header("ETag"), second.header("ETag"));
        }
        assertEquals(
                List.of("OPENED", "NOTED", "CANCELLED"),
                admin.reads(path + "/events").getList("items.type"));
    }

    @Test
    void aKeyServesOneRequestOfOneAccount() {
        var customer = house.customer();
        var key = unique("key");
        var request = orderOf(customer, unique("idem"));
        create(house.admin(), "/orders", key, request).then().statusCode(201);
        create(house.admin(), "/orders", key, orderOf(customer, unique("idem")))
                .then()
                .spec(refused(422, "idempotency-key-reused"));
        create(house.admin(), "/customers", key, Map.of("name", "Jo", "email", key + "@example.org"))
                .then()
                .spec(refused(422, "idempotency-key-reused"));
        create(house.integration(), "/orders", key, orderOf(customer, unique("idem")))
                .then()
                .statusCode(201);
        create(house.admin(), "/orders", "k".repeat(191), request).then().spec(refused(400, "bad-request"));
    }

    @Test
    void afterAFailureTheKeyIsFree() {
        var admin = house.admin();
        var customer = house.customer();
        var order = house.order(customer);
        long blocking = house.ticket(customer, order, Map.of());
        var key = unique("key");
        var request = Map.of("orderNumber", order.number(), "reason", "OTHER");
        create(customer, "/tickets", key, request).then().spec(refused(409, "live-ticket-exists"));
        admin.takes("cancel", blocking).then().statusCode(200);
        create(customer, "/tickets", key, request).then().statusCode(201);
    }

    @Test
    void manyAtOnceWithOneKeyOpenOneTicket() throws InterruptedException {
        var customer = house.customer();
        var request = Map.of("orderNumber", house.order(customer).number(), "reason", "DAMAGED");
        var key = unique("key");
        Callable<Response> open = () -> create(customer, "/tickets", key, request);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var versionedResponses =
                    threads
                            .invokeAll(IntStream.range(0, AT_ONCE)
                                    .mapToObj(i -> open)
                                    .toList())
                            .stream()
                            .map(Future::resultNow)
                            .map(answer -> answer.statusCode() + " " + answer.asString())
                            .collect(Collectors.toSet());
            assertEquals(1, versionedResponses.size(), versionedResponses::toString);
            assertEquals("201", versionedResponses.iterator().next().substring(0, 3));
        }
        assertEquals(1, customer.reads("/tickets").getList("items").size());
    }

    /** The ticket is there before its answer is written. */
    @Test
    void anAnswerThatIsLostAfterTheCommitIsGivenToTheRepetition() throws IOException {
        var customer = house.customer();
        var order = house.order(customer);
        var request = Map.of("orderNumber", order.number(), "reason", "DAMAGED");
        var key = unique("key");
        var json = new ObjectMapper().writeValueAsBytes(request);
        var head = String.join(
                "\r\n",
                "POST " + API + "/tickets HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + customer.token(),
                "Idempotency-Key: " + key,
                "Content-Type: application/json",
                "Content-Length: " + json.length,
                "",
                "");
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().write(json);
            Patience.await()
                    .until(() -> TestDatabase.count("select count(*) from ticket where order_id = " + order.id()) == 1);
        }
        var repeated = create(customer, "/tickets", key, request);
        assertEquals(201, repeated.statusCode(), repeated::asString);
        assertEquals(
                List.of(repeated.jsonPath().getLong("id")),
                TestDatabase.list("select id from ticket where order_id = " + order.id(), row -> row.getLong(1)));
    }

    private static Response create(Person who, String path, String key, Object request) {
        return who.sends(request).header("Idempotency-Key", key).post(API + path);
    }
}
