package org.patchbay.routing.transfers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Bots answer chats of a queue first, and people go on: nothing is lost, whatever becomes of the bot. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class BotsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_LITTLE = Duration.ofSeconds(10);

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person bot;
    private long front;
    private long people;

    @BeforeEach
    void aBotAnswersAtTheFront() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        bot = house.integration();
        front = house.admin().reads("/queues").getLong("items.find { it.isDefault }.id");
        people = house.queue("People");
        house.serve(people, agent);
        answers(bot.id());
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aBotAnswersAndNoAgentIsGivenWhatItAnswers() {
        long chat = house.chat(customer, "Where is my parcel?");
        customer.asks()
                .get(API + "/tickets/{id}/wait", chat)
                .then()
                .body("bot", is(bot.name()), "position", nullValue());
        says(bot, chat, "What is your order number?");
        says(customer, chat, "A-1001");
        long voice = house.ticket(house.supervisor(), house.order(customer), Map.of("channel", "VOICE"));
        // Everybody serves the front, too: its calls are for people.
        house.awaitHeldBy(agent, voice);
        agent.takes("resolve", voice);
        assertEquals("OPEN", house.status(chat));
        agent.asks().get(API + "/tickets/{id}/decisions", chat).then().body("items", empty());
    }

    @Test
    void aBotHandsOverWithANoteAndAllThatWasSaid() {
        long chat = house.chat(customer, "I want my money back.");
        var opened = house.admin().reads("/tickets/" + chat).getString("openedAt");
        says(bot, chat, "I find somebody for you.");
        handsOver(chat, Map.of("note", "Order A-1001")).then().statusCode(200).body("queueId", is((int) people));
        house.awaitHeldBy(agent, chat);
        agent.asks()
                .get(API + "/conversations/{id}/messages", chat)
                .then()
                .body(
                        "items.text",
                        contains("I want my money back.", "I find somebody for you.", "Order A-1001"),
                        "items[2].audience",
                        is("INTERNAL"));
        customer.asks()
                .get(API + "/tickets/{id}/events", chat)
                .then()
                .body("items.type", contains("OPENED", "NOTED", "HANDED_OVER", "ASSIGNED"));
        customer.asks().get(API + "/tickets/{id}/wait", chat).then().body("bot", nullValue());
        assertEquals(opened, house.admin().reads("/tickets/" + chat).getString("openedAt"));
        handsOver(chat, Map.of()).then().spec(refused(409, "conflict"));
    }

    @Test
    void aBotSaysWhereWhoAndHowUrgent() {
        long french = house.skill("French");
        long invoices = house.queue("Invoices");
        house.serve(invoices, agent);
        long chat = house.chat(customer, "Bonjour !");
        var skills = List.of(Map.of("skillId", french, "level", 3));
        handsOver(chat, Map.of("queueId", invoices, "skills", skills, "priority", "URGENT"))
                .then()
                .statusCode(200)
                .body("status", is("OPEN"), "priority", is("URGENT"), "queueId", is((int) invoices));
        house.skilled(agent, french, 3);
        house.awaitHeldBy(agent, chat);
        long another = house.chat(customer, "Hello?");
        handsOver(another, Map.of("queueId", front)).then().spec(refused(409, "conflict"));
        handsOver(another, Map.of("queueId", 999_999_999)).then().spec(refused(409, "conflict"));
        handsOver(another, Map.of("skills", List.of(Map.of("skillId", 999_999_999, "level", 1))))
                .then()
                .spec(refused(409, "conflict"));
        assertEquals("OPEN", house.status(another));
    }

    @Test
    void ofHandOversAtOnceOneCounts() throws Exception {
        long chat = house.chat(customer, "Hello?");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> i < 3
                            ? handsOver(chat, Map.of()).statusCode()
                            : asksForPerson(customer, chat).statusCode())
                    .toList());
            var statuses = done.stream().map(each -> each.resultNow()).toList();
            statuses.subList(3, 6).forEach(status -> assertEquals(204, status));
        }
        house.awaitHeldBy(agent, chat);
        assertEquals(1, lines(chat, "HANDED_OVER"));
    }

    @Test
    void aBotThatDoesNotAnswerLosesNobody() {
        long chat = house.chat(customer, "Hello?");
        MovableClock.forward(PATIENCE.minus(A_LITTLE));
        says(bot, chat, "Hello!");
        MovableClock.forward(PATIENCE);
        await().until(this::timers, is(0L));
        assertEquals("OPEN", house.status(chat));
        says(customer, chat, "Where is my parcel?");
        MovableClock.forward(A_LITTLE);
        says(customer, chat, "Are you there?");
        MovableClock.forward(PATIENCE.minus(A_LITTLE));
        house.awaitHeldBy(agent, chat);
        agent.asks()
                .get(API + "/tickets/{id}/events", chat)
                .then()
                .body("items.note", hasItem("Its bot does not answer: to People"));
    }

    @Test
    void aChatThatNobodyOpenedInWordsIsNotForgottenEither() {
        long chat = house.supervisor()
                .sends(Map.of("channel", "CHAT", "customerId", customer.id(), "queueId", front))
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        assertEquals("OPEN", house.status(chat));
        MovableClock.forward(PATIENCE);
        house.awaitHeldBy(agent, chat);
    }

    @Test
    void chatsGoOnWithoutABotThatIsDeleted() {
        long before = house.chat(customer, "Hello?");
        says(bot, before, "Hello!");
        house.admin().asks().delete(API + "/api-clients/{id}", bot.id()).then().statusCode(204);
        house.awaitHeldBy(agent, before);
        agent.takes("resolve", before);
        long after = house.chat(house.customer(), "Hello again?");
        house.awaitHeldBy(agent, after);
        house.admin()
                .asks()
                .get(API + "/queues/{id}", front)
                .then()
                .body("bot.apiClientId", nullValue(), "bot.handOverToQueueId", is((int) people));
    }

    @Test
    void aCustomerAsksForAPerson() {
        long chat = house.chat(customer, "Hello?");
        asksForPerson(house.customer(), chat).then().spec(refused(404, "not-found"));
        asksForPerson(customer, chat).then().statusCode(204);
        house.awaitHeldBy(agent, chat);
        asksForPerson(customer, chat).then().statusCode(204);
        assertEquals(1, lines(chat, "HANDED_OVER"));
    }

    @Test
    void aHandOverToAClosedQueueWaitsThere() {
        var notToday = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek();
        long hours = house.admin()
                .sends(Map.of(
                        "name",
                        unique("office"),
                        "timeZone",
                        "UTC",
                        "weekly",
                        List.of(Map.of("day", notToday, "from", "09:00", "to", "17:00"))))
                .post(API + "/business-hours")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
        change(people, Map.of("name", "People", "businessHoursId", hours, "whenClosed", "REFUSE"))
                .then()
                .statusCode(200);
        house.present(agent, "OFFLINE");
        long chat = house.chat(customer, "Hello?");
        MovableClock.forward(PATIENCE);
        await().until(() -> lines(chat, "HANDED_OVER"), is(1L));
        assertEquals("OPEN", house.status(chat));
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, chat);
    }

    @Test
    void theWaitForPeopleBeginsWithTheHandOver() {
        change(people, Map.of("name", "People", "serviceLevel", Map.of("percent", 80, "seconds", 60)))
                .then()
                .statusCode(200);
        house.present(agent, "OFFLINE");
        long chat = house.chat(customer, "Hello?");
        says(bot, chat, "Hello!");
        MovableClock.forward(Duration.ofMinutes(10));
        handsOver(chat, Map.of()).then().statusCode(200);
        var ticket = house.admin().reads("/tickets/" + chat);
        var since = Instant.parse(ticket.getString("waitingSince"));
        assertEquals(since.plusSeconds(60), Instant.parse(ticket.getString("answerDueAt")));
        assertEquals(0, lines(chat, "SERVICE_LEVEL_MISSED"));
    }

    @Test
    void aBotResolvesAndAnswersAgainWhereTheCustomerGoesOn() {
        long chat = house.chat(customer, "When do you open?");
        says(bot, chat, "At eight.");
        agent.takes("settle", chat).then().spec(refused(403, "forbidden"));
        house.integration().takes("settle", chat).then().spec(refused(403, "forbidden"));
        bot.asks().get(API + "/tickets/{id}", chat).then().body("nextSteps", hasItem("SETTLE"));
        bot.takes("settle", chat).then().statusCode(200).body("status", is("RESOLVED"));
        says(customer, chat, "And on Sundays?");
        assertEquals("OPEN", house.status(chat));
        handsOver(chat, Map.of()).then().statusCode(200);
        house.awaitHeldBy(agent, chat);
        bot.takes("settle", chat).then().spec(refused(403, "forbidden"));
    }

    @Test
    void aChatWhoseCustomerFellSilentEndsWithItsBot() {
        var silence = Map.of("warnAfterSeconds", 60, "endAfterSeconds", 60);
        change(front, Map.of("name", "Default", "bot", botOf(bot.id()), "silence", silence))
                .then()
                .statusCode(200);
        long chat = house.chat(customer, "When do you open?");
        says(bot, chat, "At eight.");
        MovableClock.forward(Duration.ofSeconds(60));
        await().until(() -> lines(chat, "CUSTOMER_SILENT"), is(1L));
        MovableClock.forward(Duration.ofSeconds(60));
        await().until(() -> house.status(chat), is("RESOLVED"));
    }

    @Test
    void anAdminGivesAQueueABotAndTakesItAway() {
        long chat = house.chat(customer, "Hello?");
        answers(null).then().statusCode(200);
        house.awaitHeldBy(agent, chat);
        house.present(agent, "OFFLINE");
        change(front, Map.of("name", "Default")).then().statusCode(200);
        long waiting = house.chat(house.customer(), "Is anybody there?");
        answers(bot.id()).then().statusCode(200).body("bot.patienceSeconds", is(30));
        house.present(house.availableAgent(), "AVAILABLE");
        assertEquals("OPEN", house.status(waiting));
        MovableClock.forward(PATIENCE);
        await().until(() -> lines(waiting, "HANDED_OVER"), is(1L));
    }

    @Test
    void whatCannotBeIsRefused() {
        answers(customer.account()).then().spec(refused(409, "conflict"));
        answers(TestOrganisation.ofNewOrganisation().integration().id()).then().spec(refused(409, "conflict"));
        change(people, Map.of("name", "People", "overflowQueueId", front))
                .then()
                .spec(refused(409, "conflict"));
        var itself = new HashMap<>(botOf(bot.id()));
        itself.put("handOverToQueueId", front);
        change(front, Map.of("name", "Default", "bot", itself)).then().spec(refused(409, "conflict"));
        house.admin().asks().delete(API + "/queues/{id}", people).then().spec(refused(409, "still-referred-to"));
    }

    private Map<String, @Nullable Object> botOf(@Nullable Long client) {
        var its = new HashMap<String, @Nullable Object>();
        its.put("apiClientId", client);
        its.put("handOverToQueueId", people);
        its.put("patienceSeconds", PATIENCE.toSeconds());
        return its;
    }

    private Response answers(@Nullable Long client) {
        return change(front, Map.of("name", "Default", "bot", botOf(client)));
    }

    private Response change(long queue, Map<String, ?> values) {
        var request = new HashMap<String, Object>(values);
        request.put("distribution", "LONGEST_IDLE");
        return house.admin().sends(request).put(API + "/queues/{id}", queue);
    }

    private Response handsOver(long chat, Map<String, ?> wish) {
        return bot.sends(wish).post(API + "/conversations/{id}/hand-over", chat);
    }

    private static Response asksForPerson(Person customer, long chat) {
        return customer.asks().post(API + "/conversations/{id}/ask-for-person", chat);
    }

    private static void says(Person author, long chat, String text) {
        author.sends(Map.of("text", text, "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", chat)
                .then()
                .statusCode(201);
    }

    private static long lines(long ticket, String type) {
        return TestDatabase.count("select count(*) from event where type = '" + type + "' and ticket_id = " + ticket);
    }

    private long timers() {
        return TestDatabase.count("select count(*) from timer where kind = 'bot-patience' and organisation_id ="
                + " (select organisation_id from queue where id = " + front + ")");
    }
}
