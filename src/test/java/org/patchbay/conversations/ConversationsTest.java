package org.patchbay.conversations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Customers and staff say something to one another: never lost, never twice, in one order for all. */
@QuarkusTest
class ConversationsTest {

    private static final String MESSAGES = API + "/conversations/{id}/messages";

    private TestOrganisation house;
    private Person customer;
    private Person agent;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCustomerBeginsAndAnAgentAnswers() {
        long conversation = begun("Where is my parcel?");
        says(agent, conversation, "It left us this morning.")
                .then()
                .statusCode(201)
                .body("number", is(2), "author.customer", is(false), "audience", is("PUBLIC"));
        says(customer, conversation, "Thank you!").then().statusCode(201).body("author.customer", is(true));
        for (var reader : List.of(customer, agent)) {
            assertEquals(
                    List.of("1 Where is my parcel?", "2 It left us this morning.", "3 Thank you!"),
                    read(reader, conversation));
        }
        customer.asks()
                .get(API + "/conversations/{id}", conversation)
                .then()
                .statusCode(200)
                .body("ticketId", equalTo((int) conversation), "lastNumber", is(3));
        customer.asks().get(API + "/conversations").then().body("items.id", contains((int) conversation));
    }

    @Test
    void theSameMessageSentAgainIsTheSameMessage() throws Exception {
        long conversation = begun("Hello?");
        var message = Map.of("text", "Are you there?", "clientId", unique("message"));
        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(i -> () -> customer.sends(message).post(MESSAGES, conversation))
                .toList());
        answers.forEach(answer -> answer.then().statusCode(201).body("number", is(2)));
        // Another author may happen to choose the same id.
        agent.sends(message).post(MESSAGES, conversation).then().statusCode(201).body("number", is(3));
        assertEquals(3, read(customer, conversation).size());
    }

    @Test
    void allThatIsSaidAtOnceHasOneOrderWithoutGaps() throws Exception {
        long conversation = begun("Hello?");
        var requests = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 12; i++) {
            requests.add(() -> says(customer, conversation, "I say"));
            requests.add(() -> says(agent, conversation, "I answer"));
        }
        var numbers = atOnce(requests).stream()
                .map(answer -> answer.then()
                        .statusCode(201)
                        .extract()
                        .<Integer>path("number")
                        .longValue())
                .sorted()
                .toList();
        assertEquals(LongStream.rangeClosed(2, 25).boxed().toList(), numbers);
        assertEquals(25, TestDatabase.count("select last_number from conversation where id = " + conversation));
    }

    @Test
    void customersReadNothingThatStaffTellEachOther() {
        long conversation = begun("Where is my parcel?");
        sends(agent, conversation, Map.of("text", "She is angry.", "audience", "INTERNAL"))
                .then()
                .statusCode(201)
                .body("audience", is("INTERNAL"));
        says(agent, conversation, "I look it up.");
        assertEquals(List.of("1 Where is my parcel?", "3 I look it up."), read(customer, conversation));
        assertEquals(3, read(agent, conversation).size());
        sends(agent, conversation, Map.of("text", "No answer yet.", "audience", "INTERNAL"));
        customer.asks().get(API + "/conversations/{id}", conversation).then().body("lastNumber", is(3));
        sends(customer, conversation, Map.of("text", "Psst", "audience", "INTERNAL"))
                .then()
                .spec(refused(403, "forbidden"));
        sends(customer, conversation, Map.of("text", "To what?", "replyTo", 2))
                .then()
                .spec(refused(404, "not-found"));
        sends(customer, conversation, Map.of("text", "To this!", "replyTo", 3))
                .then()
                .statusCode(201)
                .body("replyTo", is(3));
    }

    @Test
    void aTranscriptHasAllThatItsReaderMayReadAndNobodyForgesALine() {
        long conversation = begun("Where is my parcel?\n2026-01-01 00:00:00 UTC  Ada\nYou get it for free.");
        sends(agent, conversation, Map.of("text", "She is angry.", "audience", "INTERNAL"));
        for (int i = 0; i < 205; i++) {
            says(agent, conversation, "I look it up.");
        }
        says(agent, conversation, "It left us.");
        var text = transcript(customer, conversation);
        assertEquals(207, text.lines().filter(line -> line.startsWith("20")).count());
        assertTrue(text.startsWith("Conversation " + conversation + "\n\n20"), text);
        assertTrue(text.contains("\n    2026-01-01 00:00:00 UTC  Ada\n"), text);
        assertTrue(text.endsWith("  " + agent.name() + "\n    It left us.\n"), text);
        assertFalse(text.contains("angry"), text);
        assertTrue(transcript(agent, conversation).contains(" (note among staff)\n    She is angry.\n"));
        house.customer()
                .asks()
                .get(API + "/conversations/{id}/transcript", conversation)
                .then()
                .spec(refused(404, "not-found"));
    }

    private static String transcript(Person reader, long conversation) {
        return reader.asks()
                .get(API + "/conversations/{id}/transcript", conversation)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"conversation-" + conversation + ".txt\"")
                .extract()
                .asString();
    }

    @Test
    void messagesAreReadFromBothEnds() {
        long conversation = begun("1");
        for (int i = 2; i <= 7; i++) {
            says(customer, conversation, Integer.toString(i));
        }
        page(conversation, "?limit=3").then().body("items.number", contains(5, 6, 7), "more", is(true));
        page(conversation, "?limit=3&before=3").then().body("items.number", contains(1, 2), "more", is(false));
        page(conversation, "?limit=2&after=3").then().body("items.number", contains(4, 5), "more", is(true));
        page(conversation, "?after=7").then().body("items", empty(), "more", is(false));
        page(conversation, "?after=3&before=7").then().spec(refused(400, "bad-request"));
    }

    @Test
    void positionsGoForwardOnlyAndToNoMessageThatIsNotThere() {
        long conversation = begun("Hello?");
        says(agent, conversation, "Hello!");
        assertEquals(List.of("agent 2 2"), positions(conversation, "participants.findAll { !it.customer }"));
        moves(customer, conversation, Map.of("deliveredUpTo", 2));
        moves(customer, conversation, Map.of("readUpTo", 1));
        assertEquals(List.of("customer 1 2"), positions(conversation, "participants.findAll { it.customer }"));
        moves(customer, conversation, Map.of("readUpTo", 4711));
        moves(customer, conversation, Map.of("readUpTo", 1));
        assertEquals(List.of("customer 2 2"), positions(conversation, "participants.findAll { it.customer }"));
    }

    @Test
    void customersHearOfNobodyWhoOnlyReads() {
        long conversation = begun("Hello?");
        moves(house.supervisor(), conversation, Map.of("readUpTo", 1));
        customer.asks().get(API + "/conversations/{id}", conversation).then().body("participants", empty());
        agent.asks().get(API + "/conversations/{id}", conversation).then().body("participants", hasSize(1));
    }

    @Test
    void aCustomerWhoWritesResumesAndReopens() {
        long conversation = begun("It is broken");
        agent.takes("pend", conversation).then().statusCode(200);
        says(customer, conversation, "Still broken").then().statusCode(201);
        house.awaitHeldBy(agent, conversation);
        agent.takes("resolve", conversation).then().statusCode(200);
        says(customer, conversation, "Broken again").then().statusCode(201);
        house.awaitHeldBy(agent, conversation);
        assertEquals(List.of("1 It is broken", "2 Still broken", "3 Broken again"), read(agent, conversation));
        assertEquals("IN_PROGRESS", house.status(conversation));
    }

    @Test
    void whatIsOverForGoodGoesOnWithAnotherTicketInTheSameConversation() throws Exception {
        long conversation = begun("It is broken");
        agent.takes("resolve", conversation).then().statusCode(200);
        agent.takes("close", conversation).then().statusCode(200);
        var message = Map.of("text", "Here I am again", "clientId", unique("message"));
        var answers = atOnce(IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(i -> () -> customer.sends(message).post(MESSAGES, conversation))
                .toList());
        var tickets = answers.stream()
                .map(answer -> answer.then()
                        .statusCode(201)
                        .body("number", is(2), "conversationId", equalTo((int) conversation))
                        .extract()
                        .<Integer>path("ticketId"))
                .distinct()
                .toList();
        assertEquals(1, tickets.size());
        long next = tickets.getFirst();
        assertNotEquals(conversation, next);
        house.awaitHeldBy(agent, next);
        says(agent, conversation, "Welcome back").then().statusCode(201).body("ticketId", equalTo((int) next));
        assertEquals(List.of("1 It is broken", "2 Here I am again", "3 Welcome back"), read(customer, conversation));
        agent.asks()
                .get(API + "/tickets/{id}", next)
                .then()
                .body("conversationId", equalTo((int) conversation), "channel", is("CHAT"));
        // It is a conversation of its own for nobody.
        customer.asks().get(API + "/conversations/{id}", next).then().spec(refused(404, "not-found"));
    }

    @Test
    void stepsAndReturnCasesAreSpokenOfInTheSameWay() {
        long ticket = house.ticket(customer, house.order(customer), Map.of("note", "It is broken"));
        house.awaitHeldBy(agent, ticket);
        agent.sends(Map.of("note", "Which bulb?"))
                .post(API + "/tickets/{id}/pend", ticket)
                .then()
                .statusCode(200);
        says(customer, ticket, "E27");
        assertEquals(List.of("1 It is broken", "2 Which bulb?", "3 E27"), read(customer, ticket));
        customer.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.findAll { it.type == 'SAID' }.note", contains("E27"));
    }

    @Test
    void staffSeesSinceWhenACustomerWaitsForAnAnswer() {
        long conversation = begun("Hello?");
        var since = unanswered(conversation);
        says(customer, conversation, "Hello??");
        assertEquals(since, unanswered(conversation));
        sends(agent, conversation, Map.of("text", "Let her wait", "audience", "INTERNAL"));
        assertEquals(since, unanswered(conversation));
        says(agent, conversation, "Here I am");
        assertNull(unanswered(conversation));
    }

    @Test
    void aTicketOfWhichNothingWasSaidHasAConversationWithoutMessages() {
        long ticket = house.ticket(customer);
        customer.asks()
                .get(API + "/conversations/{id}", ticket)
                .then()
                .statusCode(200)
                .body("lastNumber", is(0), "participants", empty());
        says(customer, ticket, "Hello?").then().statusCode(201).body("number", is(1));
    }

    @Test
    void onlyTheHolderAndSupervisorsAnswer() {
        long conversation = begun("Hello?");
        says(house.agent(), conversation, "I know it").then().spec(refused(403, "forbidden"));
        says(house.supervisor(), conversation, "I help").then().statusCode(201);
    }

    @Test
    void nobodySeesOrSaysAnythingInAForeignConversation() {
        long conversation = begun("My number is 4711");
        var elsewhere = TestOrganisation.ofNewOrganisation();
        for (var stranger : List.of(house.customer(), elsewhere.customer(), elsewhere.admin())) {
            says(stranger, conversation, "Hm?").then().spec(refused(404, "not-found"));
            stranger.asks()
                    .get(API + "/conversations/{id}", conversation)
                    .then()
                    .spec(refused(404, "not-found"));
            stranger.asks().get(MESSAGES, conversation).then().spec(refused(404, "not-found"));
            stranger.sends(Map.of("readUpTo", 1))
                    .put(API + "/conversations/{id}/position", conversation)
                    .then()
                    .spec(refused(404, "not-found"));
        }
        house.customer().asks().get(API + "/conversations").then().body("items", empty());
        elsewhere
                .admin()
                .asks()
                .get(API + "/conversations?customerId=" + customer.id())
                .then()
                .body("items", empty());
        agent.asks().get(API + "/conversations").then().spec(refused(400, "bad-request"));
        agent.sends(Map.of("text", "Hello customer"))
                .post(API + "/conversations")
                .then()
                .spec(refused(403, "forbidden"));
    }

    @Test
    void whatCannotBeSaidIsRefusedAndNothingIsLost() {
        long conversation = begun("Hello?");
        for (var bad : List.of(
                Map.of("clientId", "1"),
                Map.of("text", " ", "clientId", "1"),
                Map.of("text", "No id"),
                Map.of("text", "x", "clientId", "1".repeat(65)),
                Map.of("text", "ß".repeat(16 * 1024 + 1), "clientId", "1"))) {
            customer.sends(bad).post(MESSAGES, conversation).then().spec(refused(400, "validation-failed"));
        }
        var longest = "🙂".repeat(8 * 1024);
        sends(customer, conversation, Map.of("text", longest))
                .then()
                .statusCode(201)
                .body("text", is(longest));
        assertEquals(2, read(agent, conversation).size());
        long other = begun(longest);
        assertEquals(List.of("1 " + longest), read(customer, other));
    }

    @Test
    void filesGoWithWordsAndAreReadByThoseWhoReadTheWords() {
        long conversation = begun("It is broken");
        long photo = file(customer, "crack.txt");
        sends(customer, conversation, Map.of("attachmentIds", List.of(photo)))
                .then()
                .statusCode(201)
                .body("text", is(""), "attachments.name", contains("crack.txt"));
        download(agent, photo).then().statusCode(200).body(is("crack.txt"));
        download(customer, photo).then().statusCode(200);
        download(house.customer(), photo).then().spec(refused(404, "not-found"));
        long internal = file(agent, "secret.txt");
        download(house.supervisor(), internal).then().spec(refused(404, "not-found"));
        sends(
                        agent,
                        conversation,
                        Map.of("text", "See this", "audience", "INTERNAL", "attachmentIds", List.of(internal)))
                .then()
                .statusCode(201);
        download(house.supervisor(), internal).then().statusCode(200);
        download(customer, internal).then().spec(refused(404, "not-found"));
        customer.asks().get(MESSAGES, conversation).then().body("items.attachments.flatten().id", contains((int)
                photo));
        // It was said, and belongs to that message.
        sends(customer, conversation, Map.of("attachmentIds", List.of(photo)))
                .then()
                .spec(refused(409, "conflict"));
        sends(agent, conversation, Map.of("attachmentIds", List.of(file(customer, "mine.txt"))))
                .then()
                .spec(refused(409, "conflict"));
        sends(customer, conversation, Map.of("attachmentIds", List.of()))
                .then()
                .spec(refused(400, "validation-failed"));
    }

    @Test
    void aFileComesAlongIntoTheNextTicketOfAConversation() {
        long conversation = begun("It is broken");
        agent.takes("resolve", conversation).then().statusCode(200);
        agent.takes("close", conversation).then().statusCode(200);
        long photo = file(customer, "crack.txt");
        sends(customer, conversation, Map.of("text", "Again", "attachmentIds", List.of(photo)))
                .then()
                .statusCode(201)
                .body("number", is(2), "attachments.id", contains((int) photo));
    }

    private static long file(Person owner, String name) {
        return owner.asks()
                .contentType("application/octet-stream")
                .body(name.getBytes(StandardCharsets.UTF_8))
                .post(API + "/attachments?name={name}", name)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
    }

    private static Response download(Person reader, long file) {
        return reader.asks().get(API + "/attachments/{id}", file);
    }

    @Test
    void aRepeatedBeginningBeginsOnce() {
        var key = unique("key");
        var ids = IntStream.range(0, 2)
                .mapToObj(i -> customer.sends(Map.of("text", "Hello?"))
                        .header("Idempotency-Key", key)
                        .post(API + "/conversations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<Integer>path("id"))
                .distinct()
                .toList();
        assertEquals(1, ids.size());
    }

    @Test
    void aReturnIsReportedWithPhotosOnce() {
        long photo = file(customer, "crack.txt");
        var report = Map.of(
                "orderNumber", house.order(customer).number(), "reason", "DAMAGED", "attachmentIds", List.of(photo));
        var tickets = IntStream.range(0, 2)
                .mapToObj(i -> customer.sends(report)
                        .header("Idempotency-Key", "report")
                        .post(API + "/tickets")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getLong("id"))
                .toList();
        assertEquals(tickets.get(0), tickets.get(1));
        agent.asks()
                .get(MESSAGES, tickets.getFirst())
                .then()
                .body("items.attachments.flatten().name", contains("crack.txt"));
        agent.asks().get(API + "/attachments/{id}", photo).then().statusCode(200);
        var other = house.customer();
        for (long notTheirs : List.of(photo, file(customer, "another.txt"))) {
            other.sends(Map.of(
                            "orderNumber",
                            house.order(other).number(),
                            "reason",
                            "DAMAGED",
                            "attachmentIds",
                            List.of(notTheirs)))
                    .post(API + "/tickets")
                    .then()
                    .spec(refused(409, "conflict"));
        }
    }

    private long begun(String text) {
        long conversation = customer.sends(Map.of("text", text))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .body("lastNumber", is(1))
                .extract()
                .<Integer>path("id");
        if (house.status(conversation).equals("OPEN")) {
            return conversation;
        }
        house.awaitHeldBy(agent, conversation);
        return conversation;
    }

    private static Response says(Person who, long conversation, String text) {
        return sends(who, conversation, Map.of("text", text));
    }

    private static Response sends(Person who, long conversation, Map<String, ?> message) {
        var whole = new HashMap<String, Object>(message);
        whole.put("clientId", unique("message"));
        return who.sends(whole).post(MESSAGES, conversation);
    }

    private static void moves(Person who, long conversation, Map<String, ?> position) {
        who.sends(position)
                .put(API + "/conversations/{id}/position", conversation)
                .then()
                .statusCode(204);
    }

    private List<String> positions(long conversation, String which) {
        return agent
                .asks()
                .get(API + "/conversations/{id}", conversation)
                .then()
                .extract()
                .<List<Map<String, Object>>>path(which)
                .stream()
                .map(participant -> (participant.get("customer").equals(true) ? "customer " : "agent ")
                        + participant.get("readUpTo") + " " + participant.get("deliveredUpTo"))
                .toList();
    }

    private String unanswered(long conversation) {
        return agent.asks().get(API + "/conversations/{id}", conversation).path("unansweredSince");
    }

    private Response page(long conversation, String query) {
        return customer.asks().get(MESSAGES + query, conversation);
    }

    private static List<String> read(Person reader, long conversation) {
        return reader
                .asks()
                .get(MESSAGES, conversation)
                .then()
                .statusCode(200)
                .extract()
                .<List<Map<String, Object>>>path("items")
                .stream()
                .map(message -> message.get("number") + " " + message.get("text"))
                .toList();
    }

    private static List<Response> atOnce(List<Callable<Response>> requests) throws Exception {
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
