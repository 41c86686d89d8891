package org.patchbay.tickets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.ListPages;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.tickets.search.SearchableText;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/**
 * Tickets are found by what was said about them and by the names that they bear: by whoever reads it, and nobody else.
 */
@QuarkusTest
class TicketTextTest {

    private static final int SEED = 12;

    @Inject
    CurrentOrganisation currentOrganisation;

    private TestOrganisation house;
    private Person customer;
    private Person supervisor;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        supervisor = house.supervisor();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aWordIsFoundHoweverItIsTyped() {
        var spellings = new LinkedHashMap<String, List<String>>();
        spellings.put(
                "The lamp is broken", List.of("lamp", "LAMP", "lam", "amp", "am", "is", "a", "broken lamp", "l b"));
        spellings.put("Code 7QX-81/4", List.of("7QX", "7qx", "qx", "7QX-81", "7qx 81", "x-81/4", "81/4", "4"));
        spellings.put("Straße in GROSSEN Maßen", List.of("strasse", "STRASSE", "STRAẞE", "straße", "großen", "massen"));
        spellings.put("José aß Crème brûlée", List.of("jose", "José", "Jose\u0301", "CREME", "brule", "ASS", "ûlé"));
        spellings.put("A\u0308pfel, ﬁne ② Ｆｕｌｌ", List.of("äpfel", "apfel", "fine", "fi", "2", "full"));
        spellings.put("Ærø, Łódź, Đà Nẵng, Œuvre", List.of("aero", "lodz", "łódź", "da nang", "oeuvre"));
        spellings.put("ΟΔΟΣ Οδός", List.of("οδος", "ΟΔΌΣ", "οδοσ"));
        spellings.put("Ёлка, чай", List.of("елка", "ЁЛ", "чаи"));
        spellings.put("漢字かな交じり文、単語", List.of("漢字", "漢", "じり", "文", "単", "交じ"));
        spellings.put("ガラスがカケた", List.of("ガラス", "ｶﾞﾗｽ", "が"));
        spellings.put("한국어 문의", List.of("한국", "국", "의", Normalizer.normalize("한국어", Normalizer.Form.NFD)));
        spellings.put("𠮷野家で", List.of("𠮷", "𠮷野", "野家"));
        spellings.put("हिन्दी में", List.of("हिन्दी", "हिन"));
        spellings.put("שָׁלוֹם مَرْحَبًا", List.of("שלום", "مرحبا"));
        spellings.put("Donau\u00addampf", List.of("donaudampf", "ud"));
        var tickets = new HashMap<String, Long>();
        spellings.keySet().forEach(text -> tickets.put(text, opened(customer, text)));

        for (var spelling : spellings.entrySet()) {
            for (var typed : spelling.getValue()) {
                assertTrue(
                        found(supervisor, typed).contains(tickets.get(spelling.getKey())),
                        typed + " in " + spelling.getKey());
            }
        }
        for (var nothing : List.of("lamps", "lamp unbroken", "7QX 814", "7QX-4", "かき", "문이", "zz", "!", "+", "😀")) {
            assertEquals(List.of(), found(supervisor, nothing), nothing);
        }
        assertEquals(List.of(tickets.get("Code 7QX-81/4")), found(supervisor, "x-8"));
    }

    /** By random texts, and parts of them that are cut anywhere. */
    @Test
    void anyPartOfAnyTextIsFoundByItsReaders() {
        var random = new Random(SEED);
        var texts = new HashMap<Long, String>();
        for (int i = 0; i < 12; i++) {
            var text = random(random, 5 + random.nextInt(40));
            texts.put(opened(customer, text), text);
        }
        texts.forEach((ticket, text) -> {
            for (int i = 0; i < 8; i++) {
                int from = random.nextInt(text.length() - 2);
                var part = text.substring(from, from + 2 + random.nextInt(Math.min(18, text.length() - from - 1)));
                if (part.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    assertTrue(found(supervisor, part).contains(ticket), part + " in " + text);
                    assertTrue(found(customer, part).contains(ticket), part + " in " + text);
                }
            }
        });
    }

    private static String random(Random random, int length) {
        var pieces = List.of("a", "i", "the", "LA", "mp", "ß", "é", "7", "Q", "漢", "字", "ж", "-", " ", " ", ", ", "+");
        var text = new StringBuilder("x");
        while (text.length() < length) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.append("z").toString();
    }

    @Test
    void staffFindEveryWordOfTheHistoryAndCustomersWhatTheyRead() {
        var agent = house.agent();
        house.present(agent, "AVAILABLE");
        long ticket = opened(customer, "opening words");
        house.awaitHeldBy(agent, ticket);
        note(agent, ticket, "answering words", false);
        note(agent, ticket, "hidden words", true);
        take(agent, "pend", ticket, "asking words");
        take(customer, "resume", ticket, "replying words");
        house.awaitHeldBy(agent, ticket);
        house.present(agent, "AWAY");
        take(agent, "release", ticket, "unburdening words");
        house.present(agent, "AVAILABLE");
        house.awaitHeldBy(agent, ticket);
        take(agent, "resolve", ticket, "solving words");
        customer.sends(Map.of("score", 4, "comment", "praising words"))
                .put(API + "/tickets/{id}/rating", ticket)
                .then()
                .statusCode(200);

        for (var said : List.of("opening", "answering", "asking", "replying", "solving", "praising")) {
            assertEquals(List.of(ticket), found(supervisor, said), said);
            assertEquals(List.of(ticket), found(agent, said + " words"), said);
            assertEquals(List.of(ticket), found(customer, said), said);
        }
        for (var internal : List.of("hidden", "hid", "unburdening")) {
            assertEquals(List.of(ticket), found(supervisor, internal), internal);
            assertEquals(1, count(agent, internal));
            assertEquals(List.of(), found(customer, internal), internal);
            assertEquals(List.of(), found(customer, internal + " words"), internal);
            assertEquals(0, count(customer, internal));
        }
        assertEquals(List.of(), found(house.customer(), "opening"));
        assertEquals(List.of(), found(TestOrganisation.ofNewOrganisation().supervisor(), "opening"));
    }

    @Test
    void ticketsAreFoundByTheNamesTheyBearAndByThoseThatCameAfter() {
        var order = house.order(customer);
        long ticket = house.ticket(customer, order, Map.of());
        house.ticket(house.customer());
        var names = List.of(customer.name(), order.number(), "desk " + order.number());
        for (var who : List.of(supervisor, customer, house.integration())) {
            names.forEach(name -> assertEquals(List.of(ticket), found(who, name), name));
        }
        supervisor
                .sends(Map.of("name", "Zoë Weiß", "email", TestOrganisation.unique("zoe") + "@example.org"))
                .put(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(200);
        var other = new HashMap<>(TestOrganisation.orderOf(customer, order.number()));
        other.put("product", "Garden chair");
        supervisor.sends(other).put(API + "/orders/{id}", order.id()).then().statusCode(200);

        assertEquals(List.of(ticket), found(supervisor, "zoe weiss garden"));
        assertEquals(List.of(), found(supervisor, customer.name()));
        assertEquals(1, found(supervisor, "desk").size());
        assertEquals(List.of(ticket), found(customer, "chair " + order.number()));
    }

    @Test
    void nobodyFindsByNamesOrTextsThatTheyDoNotSee() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        var theirs = house.customerOf(munich);
        var order = house.order(theirs);
        var reader = house.supervisor();
        house.member(berlin, reader, "SUBTREE");
        long ticket = house.ticket(house.admin(), order, Map.of("note", "seen by all"));

        house.isolate(false, true, false);
        assertEquals(List.of(ticket), found(reader, "seen"));
        assertEquals(List.of(ticket), found(reader, order.number()));
        assertEquals(List.of(), found(reader, theirs.name()));
        assertEquals(0, count(reader, "desk"));
        assertEquals(0, count(reader, "seen desk"));
        assertEquals(1, count(house.admin(), "seen desk " + theirs.name()));

        house.isolate(true, true, false);
        assertEquals(List.of(), found(reader, "seen"));
        assertEquals(0, count(reader, "seen"));
        assertEquals(1, count(house.admin(), "seen"));
    }

    @Test
    void whatFitsBestComesFirstAndPagesShowEachTicketOnce() {
        var texts = List.of(
                "a torchlight",
                "the torch",
                "an old overtorched thing",
                "torch",
                "torchere and torch",
                "atorch",
                "Torches");
        var tickets = texts.stream().map(text -> opened(customer, text)).toList();
        var expected = Stream.of(4, 3, 1, 6, 0, 5, 2).map(tickets::get).toList();
        for (int limit : List.of(1, 2, 3, 7, 50)) {
            for (var sort : List.of("", "&sort=relevance")) {
                var listPages = ListPages.of(supervisor, "/tickets?text=torch&limit=" + limit + sort);
                assertEquals(expected, listPages.stream().flatMap(List::stream).toList(), sort + " by " + limit);
            }
        }
        assertEquals(tickets, house.each("/tickets?text=torch&sort=openedAt&limit=3"));
        assertEquals(tickets.reversed(), house.each("/tickets?sort=relevance&limit=2"));
        assertEquals(List.of(tickets.get(4)), found(supervisor, "torch torchere"));
        supervisor
                .asks()
                .queryParam("after", "MX4y")
                .get(API + "/tickets?text=torch")
                .then()
                .spec(refused(400, "bad-cursor"));
    }

    /** Nor is what a customer finds in another order for it. */
    @Test
    void whatColleaguesTellEachOtherPutsNoTicketFirst() {
        long first = opened(customer, "torchlight");
        long second = opened(customer, "torchlight");
        note(supervisor, first, "torch", true);
        assertEquals(List.of(first, second), found(supervisor, "torch"));
        assertEquals(List.of(second, first), found(customer, "torch"));
    }

    @Test
    void whateverIsTypedIsNoQuery() {
        long ticket = opened(customer, "one lamp and another (more or less)");
        for (var signs : List.of(
                "+lamp",
                "-lamp",
                "lamp*",
                "\"lamp\"",
                "(lamp)",
                "~lamp",
                "<lamp>",
                "@lamp",
                "lamp @q",
                "+-lamp",
                "((lamp",
                "\"lamp",
                "lamp' or 'q'='q",
                "lamp%",
                "_lamp_",
                "lamp\\",
                "'lamp",
                "lamp;--",
                "lamp\u202e",
                "\u0301lamp")) {
            boolean wanted = !signs.contains("q");
            assertEquals(wanted ? List.of(ticket) : List.of(), found(supervisor, signs), signs);
        }
        for (var nothing :
                List.of("+", "-", "*", "\"", "(", ")", "~", "<", ">", "@", "\\", "''", "%", "_", "-- ", "\u0301")) {
            assertEquals(List.of(), found(supervisor, nothing), nothing);
            assertEquals(0, count(supervisor, nothing));
        }
        assertEquals(1, found(supervisor, " \t").size());
        for (var tooMuch : List.of("x".repeat(201), "漢".repeat(201), "a b c d e f g h i j k")) {
            for (var path : List.of("/tickets", "/tickets/count", "/tickets/export")) {
                supervisor
                        .asks()
                        .queryParam("text", tooMuch)
                        .get(API + path)
                        .then()
                        .spec(refused(400, "bad-request"));
            }
        }
        for (var none : List.of("%00", "a%00b", "%ED%A0%BD", "%FF")) {
            supervisor
                    .asks()
                    .urlEncodingEnabled(false)
                    .get(API + "/tickets?text=" + none)
                    .then()
                    .statusCode(400);
        }
        var huge = supervisor.asks().queryParam("text", "y".repeat(10_000)).get(API + "/tickets");
        assertTrue(huge.statusCode() == 400 || huge.statusCode() == 414, huge.asString());
        assertEquals(List.of(), found(supervisor, "z".repeat(200)));
    }

    @Test
    void aLongTextIsFoundByItsLastWord() {
        var text = "\ufdfa".repeat(3_990) + " endmost";
        long ticket = opened(customer, text);
        assertEquals(List.of(ticket), found(supervisor, "endmost"));
        assertEquals(List.of(ticket), found(customer, "endmost"));
    }

    @Test
    void ticketsThatAreOlderThanTheSearchAreFoundOnceTheyWereRead() {
        var order = house.order(customer);
        long ticket = house.ticket(customer, order, Map.of("note", "ancient"));
        note(supervisor, ticket, "secretive", true);
        long organisation = organisation();
        TestDatabase.execute("delete from ticket_words where organisation_id = " + organisation);
        assertEquals(List.of(), found(supervisor, "ancient"));

        TestDatabase.execute(
                "insert into timer (organisation_id, kind, subject_id, round, due_at, try_at, attempts) values ("
                        + organisation + ", 'write-words', 0, 0, utc_timestamp(6), utc_timestamp(6), 0)");
        await().until(() -> count(supervisor, "ancient") == 1);
        var all = "ancient secretive desk " + order.number() + " " + customer.name();
        assertEquals(List.of(ticket), found(supervisor, all));
        assertEquals(List.of(), found(customer, "secretive"));
        assertEquals(
                4, TestDatabase.count("select count(*) from ticket_words where organisation_id = " + organisation));
    }

    @Test
    void whoIsForgottenIsFoundByNothing() {
        long ticket = opened(customer, "regretted");
        long others = opened(customer, "kept");
        long strangers = opened(house.customer(), "kept too");
        currentOrganisation.in(organisation(), () -> Transactions.inNew(() -> SearchableText.forgetTicket(ticket)));
        assertEquals(List.of(), found(supervisor, "regretted"));
        assertEquals(List.of(others), found(supervisor, customer.name()));
        currentOrganisation.in(
                organisation(), () -> Transactions.inNew(() -> SearchableText.forgetCustomer(customer.id())));
        assertEquals(List.of(), found(supervisor, customer.name()));
        assertEquals(List.of(strangers), found(supervisor, "kept"));
    }

    private long organisation() {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }

    private long opened(Person customer, String note) {
        return house.ticket(customer, house.order(customer), Map.of("note", note));
    }

    private static void note(Person who, long ticket, String text, boolean internal) {
        who.sends(Map.of("note", text, "internal", internal))
                .post(API + "/tickets/{id}/notes", ticket)
                .then()
                .statusCode(200);
    }

    private static void take(Person who, String step, long ticket, String note) {
        who.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("note", note))
                .post(API + "/tickets/{id}/{step}", ticket, step)
                .then()
                .statusCode(200);
    }

    /** By relevance. */
    private static List<Long> found(Person who, String text) {
        var answer = who.asks().queryParam("text", text).get(API + "/tickets?limit=200");
        answer.then().statusCode(200);
        return new ArrayList<>(answer.jsonPath().getList("items.id", Long.class));
    }

    private static long count(Person who, String text) {
        var answer = who.asks().queryParam("text", text).get(API + "/tickets/count");
        answer.then().statusCode(200);
        return answer.jsonPath().getLong("tickets");
    }
}
