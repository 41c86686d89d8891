package org.patchbay.customers.merges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Two customers are one person, or were taken for one. */
@QuarkusTest
class MergesTest {

    private TestOrganisation house;
    private Person admin;
    private Person kept;
    private Person merged;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
        kept = house.customer();
        merged = house.customer();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void allThatWasTheOnesIsTheOthersAndGoesBack() {
        long ticket = house.ticket(merged);
        long chat = house.chat(merged, "Hello");
        var before = ordersOf(merged);
        long merge = merge(kept, merged).then().statusCode(201).extract().<Integer>path("id");
        for (long theirs : List.of(ticket, chat)) {
            assertEquals(kept.id(), admin.reads("/tickets/{id}", theirs).getLong("customerId"));
        }
        conversationsOf(kept, chat, true);
        assertEquals(before, ordersOf(kept));
        assertEquals(List.of(), ordersOf(merged));
        admin.asks().get(API + "/customers").then().body("items.id", not(hasItem(Math.toIntExact(merged.id()))));
        // The other sign-in leads to the same customer, whose things it sees, and who has what begins now.
        Patience.await().until(() -> says(merged, chat, "Me again").statusCode(), equalTo(201));
        says(kept, chat, "And me").then().statusCode(201);
        long since = house.ticket(kept);
        admin.sends(Map.of("customerId", merged.id(), "channel", "CHAT"))
                .header("Idempotency-Key", unique("chat"))
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .body("customerId", is(Math.toIntExact(kept.id())));
        admin.asks()
                .get(API + "/customers/{id}/merges", kept.id())
                .then()
                .body("items.mergedId", contains(Math.toIntExact(merged.id())), "items.tickets", contains(2));

        undo(kept, merge).then().statusCode(204);
        for (long theirs : List.of(ticket, chat)) {
            assertEquals(merged.id(), admin.reads("/tickets/{id}", theirs).getLong("customerId"));
        }
        assertEquals(kept.id(), admin.reads("/tickets/{id}", since).getLong("customerId"));
        assertEquals(before, ordersOf(merged));
        conversationsOf(merged, chat, true);
        conversationsOf(kept, chat, false);
        Patience.await().until(() -> says(merged, chat, "Mine").statusCode(), equalTo(201));
        Patience.await().until(() -> says(kept, chat, "Not mine").statusCode(), equalTo(404));
        undo(kept, merge).then().spec(refused(404, "not-found"));
        admin.asks()
                .get(API + "/audit?subjectId={id}", kept.id())
                .then()
                .body("items.action", hasItems("CUSTOMER_MERGED", "CUSTOMER_MERGE_UNDONE"));
    }

    @Test
    void itIsRefusedWhereItMakesNoSense() {
        merge(kept, kept).then().spec(refused(400, "validation-failed"));
        var foreign = TestOrganisation.ofNewOrganisation().customer();
        merge(kept, foreign).then().spec(refused(404, "not-found"));
        long merge = merge(kept, merged).then().statusCode(201).extract().<Integer>path("id");
        merge(kept, merged).then().spec(refused(409, "conflict"));
        var third = house.customer();
        merge(merged, third).then().spec(refused(409, "conflict"));
        // Merged on: the last one is undone first.
        long next = merge(third, kept).then().statusCode(201).extract().<Integer>path("id");
        undo(kept, merge).then().spec(refused(409, "conflict"));
        undo(third, next).then().statusCode(204);
        TestDatabase.execute("update customer_merge set merged_at = merged_at - interval 31 day where id = " + merge);
        undo(kept, merge).then().spec(refused(409, "conflict"));
    }

    @Test
    void addressesAndNumbersGoAlongAndComeBack() {
        var own = emailOf(kept);
        var other = emailOf(merged);
        reachedAt(merged, other, "+43 660 1234567", "+49 30 123456");
        reachedAt(kept, own, "+49 30 123456");
        long merge = merge(kept, merged).then().statusCode(201).extract().<Integer>path("id");
        admin.asks()
                .get(API + "/customers/{id}", kept.id())
                .then()
                .body("email", is(own), "emails.address", contains(own, other))
                .body("phones.e164", contains("+4930123456", "+436601234567"));
        for (var sought : List.of(other, "0660 1234567")) {
            admin.asks()
                    .queryParam("text", sought)
                    .get(API + "/customers")
                    .then()
                    .body("items.id", contains(Math.toIntExact(kept.id())));
        }
        var third = Map.of("name", "Third", "email", other);
        admin.sends(third).post(API + "/customers").then().spec(refused(409, "already-exists"));

        undo(kept, merge).then().statusCode(204);
        admin.asks()
                .get(API + "/customers/{id}", kept.id())
                .then()
                .body("emails.address", contains(own), "phones.e164", contains("+4930123456"));
        admin.asks()
                .get(API + "/customers/{id}", merged.id())
                .then()
                .body("email", is(other), "phones.e164", contains("+436601234567", "+4930123456"));
        admin.sends(third).post(API + "/customers").then().spec(refused(409, "already-exists"));
    }

    @Test
    void anAddressByWhichTheOtherIsKnownByNowDoesNotGoBack() {
        var one = new Person(made("one@example.org"), "One", "", null);
        var two = new Person(made("two@example.org"), "Two", "", null);
        long merge = merge(one, two).then().statusCode(201).extract().<Integer>path("id");
        reachedAt(one, "two@example.org");
        undo(one, merge).then().spec(refused(409, "conflict"));
        admin.sends(Map.of(
                        "name",
                        "One",
                        "email",
                        "two@example.org",
                        "emails",
                        List.of(Map.of("address", "one@example.org"))))
                .put(API + "/customers/{id}", one.id())
                .then()
                .statusCode(200);
        reachedAt(one, "one@example.org");
        undo(one, merge).then().statusCode(204);
        assertEquals("two@example.org", emailOf(two));
    }

    private long made(String email) {
        return admin.sends(Map.of("name", "Known", "email", email))
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private String emailOf(Person customer) {
        return admin.reads("/customers/{id}", customer.id()).getString("email");
    }

    private void reachedAt(Person customer, String email, String... numbers) {
        var phones = Stream.of(numbers).map(number -> Map.of("number", number)).toList();
        admin.sends(Map.of("name", "Known", "email", email, "phones", phones))
                .put(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(200);
    }

    @Test
    void groupsSeeNothingOfOneAnother() {
        var here = house.customerOf(house.group("Berlin", null));
        long munich = house.group("Munich", null);
        var there = house.customerOf(munich);
        var supervisor = house.supervisor();
        house.member(munich, supervisor, "GROUP");
        house.isolate(true, true, true);
        for (var pair : List.of(List.of(here, there), List.of(there, here))) {
            supervisor
                    .sends(Map.of("customerId", pair.getFirst().id()))
                    .post(API + "/customers/{id}/merges", pair.getLast().id())
                    .then()
                    .spec(refused(404, "not-found"));
        }
        house.isolate(false, false, false);
    }

    /** As a page does, the writer says again what was not taken. */
    @Test
    void nothingThatIsWrittenMeanwhileIsLostOrDoubled() throws Exception {
        long chat = house.chat(merged, "0");
        var ended = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<List<String>> writing = () -> {
                var said = new ArrayList<String>();
                while (!ended.get() || said.size() < 10) {
                    var text = unique("words");
                    Patience.await().until(() -> says(merged, chat, text).statusCode(), equalTo(201));
                    said.add(text);
                }
                return said;
            };
            var writers =
                    IntStream.range(0, 2).mapToObj(n -> threads.submit(writing)).toList();
            for (int round = 0; round < 3; round++) {
                long merge =
                        merge(kept, merged).then().statusCode(201).extract().<Integer>path("id");
                undo(kept, merge).then().statusCode(204);
            }
            ended.set(true);
            var said = new ArrayList<>(List.of("0"));
            for (var writer : writers) {
                said.addAll(writer.get());
            }
            assertEquals(
                    said.stream().sorted().toList(),
                    read(chat).stream().sorted().toList());
        }
    }

    private List<String> read(long chat) {
        var read = new ArrayList<String>();
        for (long after = 0; ; after = read.size()) {
            List<String> texts = admin.reads("/conversations/{id}/messages?limit=100&after=" + after, chat)
                    .getList("items.text");
            if (texts.isEmpty()) {
                return read;
            }
            read.addAll(texts);
        }
    }

    private Response merge(Person customer, Person other) {
        return admin.sends(Map.of("customerId", other.id()))
                .header("Idempotency-Key", unique("merge"))
                .post(API + "/customers/{id}/merges", customer.id());
    }

    private Response undo(Person customer, long merge) {
        return admin.asks().delete(API + "/customers/{id}/merges/{merge}", customer.id(), merge);
    }

    private void conversationsOf(Person customer, long conversation, boolean has) {
        var theirs = hasItem(Math.toIntExact(conversation));
        admin.asks()
                .get(API + "/conversations?customerId={id}", customer.id())
                .then()
                .statusCode(200)
                .body("items.id", has ? theirs : not(theirs));
    }

    private List<Integer> ordersOf(Person customer) {
        return admin.reads("/orders?customerId={id}", customer.id()).getList("items.id");
    }

    private static Response says(Person customer, long conversation, String text) {
        return customer.sends(Map.of("text", text, "clientId", text.replace(' ', '-')))
                .post(API + "/conversations/{id}/messages", conversation);
    }
}
