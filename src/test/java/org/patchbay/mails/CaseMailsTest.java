package org.patchbay.mails;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Customers hear by mail what becomes of their cases: once, in order, in their language, and nothing else. */
@QuarkusTest
class CaseMailsTest {

    @Inject
    MockMailbox mailbox;

    private TestOrganisation house;
    private Person customer;
    private String address;
    private Person agent;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        address = TestDatabase.list("select email from customer where id = " + customer.id(), row -> row.getString(1))
                .getFirst();
        agent = house.availableAgent();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCaseIsFollowedByMailFromItsBeginningToItsEnd() {
        set(settings());
        long ticket = opened();
        var received = mails(1).getLast();
        assertEquals("Your request [#" + ticket + "]", received.getSubject());
        assertTrue(received.getText().contains("/case#"), received.getText());
        assertEquals(List.of("auto-replied"), received.getHeaders().get("Auto-Submitted"));
        assertFalse(received.getHeaders().containsKey("In-Reply-To"));

        agent.sends(Map.of("note", "Which <b>bulb</b> & why?"))
                .post(API + "/tickets/{id}/pend", ticket)
                .then()
                .statusCode(200);
        var question = mails(2).getLast();
        assertTrue(question.getText().contains("Which <b>bulb</b> & why?"), question.getText());
        assertTrue(question.getHtml().contains("Which &lt;b&gt;bulb&lt;/b&gt; &amp; why?"), question.getHtml());
        assertEquals(received.getSubject(), question.getSubject());
        assertEquals(List.of("auto-generated"), question.getHeaders().get("Auto-Submitted"));

        says(customer, ticket, "E27");
        house.awaitHeldBy(agent, ticket);
        says(agent, ticket, "Here it comes.");
        var answer = mails(3).getLast();
        assertTrue(answer.getText().contains("Here it comes."), answer.getText());
        assertFalse(answer.getText().contains("bulb"), "told before");
        agent.takes("resolve", ticket).then().statusCode(200);
        var all = mails(4);
        var ids = all.stream().map(mail -> header(mail, "Message-ID")).toList();
        assertEquals(4, ids.stream().distinct().count());
        for (int i = 1; i < ids.size(); i++) {
            assertEquals(ids.get(i - 1), header(all.get(i), "In-Reply-To"));
            assertEquals(String.join("\r\n ", ids.subList(0, i)), header(all.get(i), "References"));
        }
    }

    @Test
    void anOrganisationThatSaidNothingWritesNothingAndLaterNothingOfWhatWas() {
        long before = opened();
        set(settings());
        long after = opened();
        assertEquals("Your request [#" + after + "]", mails(1).getLast().getSubject());
        assertNotEquals(before, after);
    }

    @Test
    void whatTheCustomerHasReadOrIsOfTheHouseIsNotMailed() {
        var settings = settings();
        settings.put("kinds", List.of("ANSWERED"));
        set(settings);
        long ticket = opened();
        house.awaitHeldBy(agent, ticket);
        agent.sends(Map.of("text", "Difficult.", "clientId", unique("m"), "audience", "INTERNAL"))
                .post(API + "/conversations/{id}/messages", ticket)
                .then()
                .statusCode(201);
        says(agent, ticket, "Good news.");
        var text = mails(1).getLast().getText();
        assertTrue(text.contains("Good news.") && !text.contains("Difficult"), text);
    }

    @Test
    void namesAndTemplatesOfAdminsComeInTheCustomersLanguageAndInOneLine() {
        var settings = settings();
        settings.put("senderName", "Müller & Söhne \"Licht\"");
        settings.put("replyTo", "service@acme.example");
        settings.put(
                "templates",
                List.of(Map.of(
                        "kind", "RECEIVED",
                        "language", "DE",
                        "subject", "Fall {ticket.id} von {customer.name}",
                        "text", "Hallo {customer.name}!\n\n{link}\n\n{text}")));
        set(settings);
        house.admin()
                .sends(Map.of("name", "Carla {link} <i>Bcc</i>", "email", address, "language", "de-AT"))
                .put(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(200);
        long ticket = opened();
        var mail = mails(1).getLast();
        assertEquals("Fall " + ticket + " von Carla {link} <i>Bcc</i>", mail.getSubject());
        assertTrue(mail.getText().startsWith("Hallo Carla {link} <i>Bcc</i>!"), mail.getText());
        assertTrue(mail.getHtml().contains("Hallo Carla {link} &lt;i&gt;Bcc&lt;/i&gt;!"), mail.getHtml());
        assertTrue(mail.getHtml().contains("lang=\"de\""), mail.getHtml());
        assertEquals("=?UTF-8?B?TcO8bGxlciAmIFPDtmhuZSAiTGljaHQi?= <patchbay@localhost>", header(mail, "From"));
        assertEquals("service@acme.example", mail.getReplyTo());
    }

    @Test
    void answersInAChatAreMailedTogetherOnceTheyWereUnreadForAWhile() {
        var settings = settings();
        settings.put("kinds", List.of("UNREAD"));
        set(settings);
        long chat = chat("Where is my parcel?");
        says(agent, chat, "It left us on Monday.");
        says(agent, chat, "It is in Bremen now.");
        var due = "select count(*) from delivery_lane where lane = '" + chat + "/UNREAD' and due_at"
                + " > utc_timestamp() + interval 8 minute";
        await().until(() -> TestDatabase.count(due), is(1L));
        assertEquals(0, mailbox.getMailsSentTo(address).size());
        await().until(() -> waiting(chat), is(2L));
        elapse(chat);
        var text = mails(1).getLast().getText();
        assertTrue(text.contains("It left us on Monday.\n\nIt is in Bremen now."), text);
        // The lane ends with the second, which has nothing left to tell.
        var lane = "select count(*) from delivery_lane where lane = '" + chat + "/UNREAD'";
        await().until(() -> TestDatabase.count(lane), is(0L));
        says(agent, chat, "And now with you?");
        await().until(() -> TestDatabase.count(due.replace("8", "13")), is(1L));
        customer.sends(Map.of("readUpTo", 4, "deliveredUpTo", 4))
                .put(API + "/conversations/{id}/position", chat)
                .then()
                .statusCode(204);
        elapse(chat);
        await().until(() -> waiting(chat), is(0L));
        assertEquals(1, mailbox.getMailsSentTo(address).size(), "they have read the rest");
    }

    @Test
    void aTranscriptTellsBothSidesAndNothingAmongStaff() {
        var settings = settings();
        settings.put("kinds", List.of("TRANSCRIPT"));
        set(settings);
        long chat = chat("Where is my parcel?");
        agent.sends(Map.of("text", "Difficult.", "clientId", unique("m"), "audience", "INTERNAL"))
                .post(API + "/conversations/{id}/messages", chat);
        says(agent, chat, "It left us on Monday.");
        agent.takes("resolve", chat).then().statusCode(200);
        var text = mails(1).getLast().getText();
        assertTrue(text.matches("(?s).*You, .*:\nWhere is my parcel\\?\n\n" + agent.name() + ", .*Monday.*"), text);
        assertFalse(text.contains("Difficult"), text);
        settings.put("active", false);
        set(settings);
        customer.asks()
                .post(API + "/conversations/{id}/transcript-mail", chat)
                .then()
                .statusCode(204);
        mails(2);
        agent.asks()
                .post(API + "/conversations/{id}/transcript-mail", chat)
                .then()
                .statusCode(204);
        mails(3);
        house.customer()
                .asks()
                .post(API + "/conversations/{id}/transcript-mail", chat)
                .then()
                .spec(refused(404, "not-found"));
    }

    private long chat(String text) {
        long chat = house.chat(customer, text);
        house.awaitHeldBy(agent, chat);
        return chat;
    }

    private static long waiting(long chat) {
        return TestDatabase.count("select count(*) from delivery where lane = '" + chat + "/UNREAD'");
    }

    /** As if the time of waiting were over. */
    private static void elapse(long chat) {
        TestDatabase.execute("update delivery_lane set due_at = utc_timestamp() where lane = '" + chat + "/UNREAD'");
    }

    @Test
    void adminsSeeOurWordsChangeSomeAndHaveThemBack() {
        var admin = house.admin();
        var read = admin.asks().get(API + "/mail-settings");
        read.then()
                .statusCode(200)
                .body("active", is(false), "version", is(0), "templates.custom.unique()", contains(false));
        var settings = settings();
        settings.put("templates", List.of(template("Hello {customer.name}"), template("Hi {customer.name}")));
        set(settings)
                .then()
                .body("version", is(1), "templates.findAll { it.custom }.text", contains("Hi {customer.name}"));
        settings.put(
                "templates",
                read.jsonPath().getList("templates").stream()
                        .map(CaseMailsTest::asSent)
                        .toList());
        set(settings).then().body("templates.findAll { it.custom }", hasSize(0));
        admin.sends(settings)
                .header("If-Match", "\"0\"")
                .put(API + "/mail-settings")
                .then()
                .spec(refused(412, "version-mismatch"));
        for (var wrong : List.of(
                Map.of("templates", List.of(template("Hello {customer.nmae}"))),
                Map.of("senderName", "Acme\nBcc: a@example.org"),
                Map.of("replyTo", "a@example.org\nBcc: b@example.org"))) {
            var request = new HashMap<>(settings);
            request.putAll(wrong);
            admin.sends(request).put(API + "/mail-settings").then().spec(refused(400, "validation-failed"));
        }
        admin.sends(template("Dear {customer.name}\n\n{text}\n\n{link}"))
                .post(API + "/mail-settings/preview")
                .then()
                .statusCode(200)
                .body("text", containsString("Dear Carla Customer"), "html", containsString("Open your request"));
        admin.sends(template("Dear {customer.name}"))
                .post(API + "/mail-settings/test")
                .then()
                .statusCode(204);
        assertTrue(mailbox.getMailsSentTo(admin.username()).getLast().getText().startsWith("Dear Carla Customer"));
    }

    @Test
    void aCustomerWhoIsErasedMeanwhileGetsNothing() {
        set(settings());
        long ticket = opened();
        mails(1);
        TestDatabase.execute("update customer set erased_at = utc_timestamp() where id = " + customer.id());
        house.awaitHeldBy(agent, ticket);
        says(agent, ticket, "Hello?");
        await().until(
                        () -> TestDatabase.count("select count(*) from mail_setting s join feed f"
                                + " on f.organisation_id = s.organisation_id where s.read_up_to = f.last_number"
                                + " and not exists (select 1 from delivery d"
                                + " where d.organisation_id = s.organisation_id)"
                                + " and s.organisation_id = (select id from organisation where slug = '"
                                + house.organisation() + "')"),
                        is(1L));
        assertEquals(1, mailbox.getMailsSentTo(address).size());
    }

    private static Map<String, Object> template(String text) {
        return Map.of("kind", "RECEIVED", "language", "EN", "subject", "Case {ticket.id}", "text", text);
    }

    private static Object asSent(Object template) {
        var sent = new HashMap<>((Map<?, ?>) template);
        sent.remove("custom");
        return sent;
    }

    private static HashMap<String, Object> settings() {
        return new HashMap<>(Map.of(
                "active",
                true,
                "kinds",
                List.of("RECEIVED", "ANSWERED", "QUESTION", "RESOLVED"),
                "unreadAfterMinutes",
                10,
                "unreadEveryMinutes",
                15,
                "language",
                "EN",
                "templates",
                List.of()));
    }

    private io.restassured.response.Response set(Map<String, Object> settings) {
        var answer = house.admin().sends(settings).put(API + "/mail-settings");
        answer.then().statusCode(200);
        return answer;
    }

    private long opened() {
        return house.ticket(customer, house.order(customer), Map.of("note", "It is broken"));
    }

    private static void says(Person who, long conversation, String text) {
        who.sends(Map.of("text", text, "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201);
    }

    private List<Mail> mails(int count) {
        return await().until(() -> List.copyOf(mailbox.getMailsSentTo(address)), hasSize(count));
    }

    private static String header(Mail mail, String name) {
        return mail.getHeaders().get(name).getFirst();
    }
}
