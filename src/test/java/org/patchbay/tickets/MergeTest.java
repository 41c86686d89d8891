package org.patchbay.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Two tickets of one customer become one. */
@QuarkusTest
class MergeTest {

    private static final String MESSAGES = API + "/conversations/{id}/messages";

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person supervisor;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        supervisor = house.supervisor();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void theOneEndsInTheOtherAndItsAgentIsGivenTheNext() {
        long first = house.chat(customer, "Where is my parcel?");
        house.awaitHeldBy(agent, first);
        long second = house.chat(customer, "Hello? My parcel!");
        long next = house.ticket(house.customer());

        merge(supervisor, first, second)
                .then()
                .statusCode(200)
                .body("status", is("CANCELLED"), "mergedInto", equalTo((int) second), "nextSteps", is(List.of()));

        // The agent who held the first one has the next by now, and holds no more than one.
        house.awaitHeldBy(agent, second);
        assertEquals(1, agent.reads("/agents/{id}", agent.id()).getInt("load"));
        assertEquals("OPEN", house.status(next));
        customer.asks()
                .get(API + "/tickets/{id}/events", first)
                .then()
                .body("items.type", contains("OPENED", "ASSIGNED", "MERGED"));
        supervisor
                .asks()
                .get(API + "/tickets/{id}/events", first)
                .then()
                .body("items[2].note", is(Long.toString(second)));
        supervisor
                .asks()
                .get(API + "/tickets/{id}/events", second)
                .then()
                .body("items.type", hasItem("MERGED_FROM"), "items.note", hasItem(Long.toString(first)));
        customer.asks()
                .get(API + "/tickets/{id}/events", second)
                .then()
                .body("items.type", not(hasItem("MERGED_FROM")));
        assertEquals(List.of("1 Where is my parcel?"), read(customer, first));
    }

    @Test
    void oneThatWaitedCountsNowhereAsAbandoned() {
        long held = house.chat(customer, "Where is my parcel?");
        house.awaitHeldBy(agent, held);
        long waiting = house.chat(customer, "Hello?");
        merge(agent, waiting, held).then().statusCode(200);
        assertEquals(
                0, TestDatabase.count("select count(*) from ticket where left_at is not null and id = " + waiting));
        assertEquals(1, TestDatabase.count("select count(*) from ticket where left_at is not null and id = " + held));
    }

    @Test
    void whatTheCustomerWritesThereIsSaidInTheOtherConversationOnce() throws Exception {
        long first = house.chat(customer, "Where is my parcel?");
        house.awaitHeldBy(agent, first);
        long second = house.chat(customer, "Hello?");
        var before = Map.of("text", "It was due on Monday.", "clientId", unique("message"));
        customer.sends(before).post(MESSAGES, first).then().statusCode(201);
        merge(agent, second, first).then().statusCode(200);
        long third = house.chat(customer, "Anybody?");
        merge(agent, first, third).then().statusCode(200);

        // A message from before is where it was, and a new one is in the last conversation.
        customer.sends(before)
                .post(MESSAGES, first)
                .then()
                .statusCode(201)
                .body("conversationId", equalTo((int) first), "number", is(2));
        var after = Map.of("text", "I am at home.", "clientId", unique("message"));
        var answers = atOnce(Stream.of(first, second, third, first, second)
                .<Callable<Response>>map(there -> () -> customer.sends(after).post(MESSAGES, there))
                .toList());
        answers.forEach(
                answer -> answer.then().statusCode(201).body("conversationId", equalTo((int) third), "number", is(2)));
        assertEquals(List.of("1 Anybody?", "2 I am at home."), read(customer, third));
        assertEquals(List.of("1 Where is my parcel?", "2 It was due on Monday."), read(customer, first));

        // Staff is told where to write.
        supervisor
                .sends(Map.of("text", "Sorry!", "clientId", unique("message")))
                .post(MESSAGES, first)
                .then()
                .spec(refused(409, "conflict"))
                .body("ticket", endsWith("/tickets/" + third));
        supervisor
                .sends(Map.of("note", "Sorry!"))
                .post(API + "/tickets/{id}/notes", first)
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void ofMergesThatCrossOneIsMade() throws Exception {
        for (int round = 0; round < 5; round++) {
            long one = house.chat(customer, "Where is my parcel?");
            long other = house.chat(customer, "Hello?");
            var merges = new ArrayList<Callable<Response>>();
            for (int i = 0; i < 3; i++) {
                merges.add(() -> merge(supervisor, one, other));
                merges.add(() -> merge(supervisor, other, one));
            }
            var codes = atOnce(merges).stream().map(Response::statusCode).toList();
            assertEquals(1, codes.stream().filter(code -> code == 200).count(), codes.toString());
            assertEquals(5, codes.stream().filter(code -> code == 409).count(), codes.toString());
            assertEquals(
                    1,
                    TestDatabase.count("select count(*) from ticket where merged_into is not null and id in (" + one
                            + ", " + other + ")"));
            house.clear();
            house.present(agent, "AVAILABLE");
        }
    }

    @Test
    void nothingIsLostThatIsSaidWhileTicketsAreMerged() throws Exception {
        long one = house.chat(customer, "Where is my parcel?");
        long other = house.chat(customer, "Hello?");
        var requests = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 10; i++) {
            var message = Map.of("text", "I say " + i, "clientId", unique("message"));
            requests.add(() -> customer.sends(message).post(MESSAGES, one));
            requests.add(() -> customer.sends(message).post(MESSAGES, one));
        }
        requests.add(7, () -> merge(supervisor, one, other));
        atOnce(requests).forEach(answer -> assertTrue(answer.statusCode() < 300, answer.asString()));
        assertEquals(
                10,
                TestDatabase.count("select count(*) from message where text like 'I say %' and conversation_id in ("
                        + one + ", " + other + ")"));
        assertEquals(
                2,
                TestDatabase.count("select count(*) from ticket where customer_id ="
                        + " (select customer_id from ticket where id = " + one + ")"));
    }

    @Test
    void whatCannotBeOneIsRefused() {
        long chat = house.chat(customer, "Where is my parcel?");
        house.awaitHeldBy(agent, chat);
        long returned = house.ticket(customer);
        merge(supervisor, chat, chat).then().spec(refused(409, "conflict"));
        merge(supervisor, chat, house.ticket(house.customer())).then().spec(refused(409, "conflict"));
        merge(supervisor, chat, 4_711_000).then().spec(refused(404, "not-found"));
        merge(supervisor, returned, chat).then().spec(refused(409, "conflict"));
        merge(house.agent(), chat, returned).then().spec(refused(403, "forbidden"));
        supervisor
                .sends(Map.of("into", returned))
                .header("If-Match", "\"4711\"")
                .post(API + "/tickets/{id}/merge", chat)
                .then()
                .spec(refused(412, "version-mismatch"));
        var keyed = unique("merge");
        for (int i = 0; i < 2; i++) {
            agent.sends(Map.of("into", returned))
                    .header("Idempotency-Key", keyed)
                    .post(API + "/tickets/{id}/merge", chat)
                    .then()
                    .statusCode(200);
        }
        merge(supervisor, chat, returned)
                .then()
                .spec(refused(409, "conflict"))
                .body("ticket", endsWith("/tickets/" + returned));
        merge(supervisor, house.chat(customer, "Hello?"), chat).then().spec(refused(409, "conflict"));
        supervisor.takes("resolve", returned).then().statusCode(200);
        merge(supervisor, house.chat(customer, "Hello?"), returned).then().spec(refused(409, "conflict"));
    }

    private static Response merge(Person who, long ticket, long into) {
        return who.sends(Map.of("into", into)).post(API + "/tickets/{id}/merge", ticket);
    }

    private static List<String> read(Person reader, long conversation) {
        return reader
                .asks()
                .get(MESSAGES, conversation)
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, ?>>>path("items")
                .stream()
                .map(message -> message.get("number") + " " + message.get("text"))
                .toList();
    }

    private static <T> List<T> atOnce(List<Callable<T>> requests) throws Exception {
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(requests)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
