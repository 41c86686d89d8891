package org.patchbay.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/**
 * A customer who leaves a mark wherever the API takes one is erased: no column of any table holds the mark any more,
 * and no figure changed. A new column of text is either filled here, or somebody says why it never holds anything of a
 * customer.
 */
@QuarkusTest
class NothingLeftTest {

    /** No more than a subtag of a language may have, and nothing else that is stored contains it. */
    private static final String MARK = "quokka7";

    private static final String EMAIL = MARK + "@example.org";
    private static final String WORK = MARK + "@work.example";
    private static final String FORMER = MARK + ".before@example.org";

    /** These keep nothing that customers say. */
    private static final Set<String> OF_THE_HOUSE = Set.of(
            "agent",
            "agent_limit",
            "api_client",
            "assignment",
            "attachment_usage",
            "audit_chain",
            "business_hours",
            "channel_setting",
            "customer_merge",
            "chat_form",
            "decision",
            // Ids, and what a mail server says without addresses.
            "delivery",
            "delivery_lane",
            "flyway_schema_history",
            "identity_key",
            "org_group",
            "membership",
            "lease",
            "macro",
            "mail",
            "mail_setting",
            "organisation",
            "pool",
            "presence_reason",
            "queue",
            // Words of the house, and names of bytes; RecordingsTest looks for the bytes.
            "recording",
            "recording_chunk",
            "recording_key",
            "recording_notice",
            "recording_pause",
            "call_setting",
            "recording_setting",
            "routing_policy",
            "routing_policy_version",
            "saved_reply",
            "second_factor",
            "sign_on",
            "skill",
            "stray_file",
            "tag",
            "ticket_colleague",
            "ticket_field",
            "ticket_view",
            "timer",
            "widget");

    /** Columns of other tables that hold a word of ours, a hash or a secret, or a figure that stays. */
    private static final Set<String> WORDS_OF_OURS = Set.of(
            "account.password_hash",
            "account.language",
            "account.roles",
            "attachment.preview_key",
            "attachment.preview_type",
            "attachment.sha256",
            "attachment.state",
            "attachment.store_key",
            "attachment.type",
            "audit_entry.address",
            "audit_entry.action",
            "audit_entry.subject_type",
            "audit_entry.salt",
            "audit_entry.seal",
            "audit_entry.previous_hash",
            "audit_entry.hash",
            // Numbers.
            "draft.attachment_ids",
            "draft.kind",
            "blocked_network.prefix",
            "customer_block.blocked_by_name",
            "external_identity.issuer",
            "event.type",
            "event.about",
            "event.status",
            "event.presence",
            // Numbers.
            "event.agent_groups",
            "idempotency_key.request_hash",
            "message.audience",
            "message.kind",
            "ticket_call.kind",
            "ticket_call.engine",
            "ticket_call.node",
            "media_line.node",
            "ticket_call.ended_by",
            "call_leg.role",
            "call_leg.mode",
            "call_leg.ended_by",
            "call_signal.type",
            "orders.currency",
            // The product is a figure.
            "orders.product",
            "password_link.token_hash",
            "session.family_hash",
            "session.secret_hash",
            "session.address",
            "ticket.channel",
            "ticket.status",
            "ticket.reason",
            "ticket.required_skills",
            "ticket.rule_name",
            // The house's own words.
            "ticket.tag_ids",
            "customer.tag_ids",
            "ticket_words.source",
            // Tokens of the words beside them.
            "ticket_words.grams");

    private TestOrganisation house;
    private Person admin;
    private Person agent;
    private long id;

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void noColumnHoldsAnythingOfACustomerWhoIsErasedAndNoFigureChanges() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
        agent = house.agent(9);
        house.present(agent, "AVAILABLE");
        house.field("told", "TEXT");
        house.choice("cover", "1 year", "2 years");
        var tickets = leaveMarks();
        assertEveryColumnIsKnown(marked());
        admin.asks().post(API + "/audit/verify").then().body("intact", is(true)).body("erased", is(0));
        var before = figures(tickets);

        admin.sends(Map.of("cancelTickets", false))
                .post(API + "/customers/{id}/erasure", id)
                .then()
                .statusCode(202)
                .body("state", equalTo("RUNNING"));
        await().until(() -> erasure().getString("state"), equalTo("DONE"));

        assertEquals(new TreeSet<>(), marked(), "columns that still hold something of the customer");
        assertEquals(before, figures(tickets));
        admin.asks().post(API + "/audit/verify").then().body("intact", is(true)).body("erased", greaterThan(10));
        assertEquals(tickets.size(), erasure().getInt("tickets"));
        assertEquals(tickets.size(), erasure().getInt("orders"));
        var entry = admin.asks()
                .get(API + "/audit?action=CUSTOMER_ERASED&subjectId={id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(1, entry.getList("items").size());
        assertEquals(admin.id(), entry.getLong("items[0].after.requestedBy"));
    }

    /** @return tickets of all kinds */
    private List<Long> leaveMarks() {
        var made = admin.sends(Map.of("name", MARK + " Quince", "email", FORMER))
                .header("Idempotency-Key", TestOrganisation.unique("made"))
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        id = made.getLong("id");
        change(EMAIL);
        house.signUp(MARK, EMAIL).then().statusCode(201);
        change(EMAIL);
        TestDatabase.execute("insert into external_identity (organisation_id, account_id, issuer, subject, created_at)"
                + " select organisation_id, id, 'https://idp.example', '" + MARK + "', created_at from account"
                + " where email = '" + EMAIL + "'");
        TestDatabase.execute(
                "update customer set external_id = '" + MARK + "', told_email = '" + EMAIL + "' where id = " + id);
        signInAs(EMAIL, TestOrganisation.PASSWORD, 200);
        signInAs(EMAIL.toUpperCase(Locale.ROOT), "wrong", 401);
        signInAs(FORMER, "wrong", 401);
        signInAs(WORK, "wrong", 401);
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "email", EMAIL))
                .post(API + "/auth/forgot-password")
                .then()
                .statusCode(202);
        given().contentType(ContentType.JSON)
                .body(Map.of("organisation", house.organisation(), "name", MARK, "email", FORMER))
                .post(API + "/auth/sign-up")
                .then()
                .statusCode(202);
        var customer = house.person(MARK, EMAIL);
        customer.asks()
                .contentType("text/plain; of=" + MARK)
                .body(MARK)
                .post(API + "/attachments?name=" + MARK)
                .then()
                .statusCode(201);
        var removed = order("removed");
        admin.asks().delete(API + "/orders/{id}", removed).then().statusCode(204);
        var tickets = List.of(resolvedAndRated(customer), cancelled(customer), closedChat());
        TestDatabase.execute(
                "insert into customer_block (organisation_id, customer_id, reason, blocked_by, blocked_by_name,"
                        + " created_at) select organisation_id, id, '" + MARK + "', 1, 'Ada', created_at from customer"
                        + " where id = " + id,
                "insert into blocked_network (organisation_id, block_id, prefix)"
                        + " select organisation_id, id, '192.0.2.7' from customer_block where customer_id = " + id);
        return tickets;
    }

    private void change(String email) {
        admin.sends(Map.of(
                        "name",
                        MARK + " Quokka",
                        "email",
                        email,
                        "language",
                        "en-x-" + MARK,
                        "attributes",
                        Map.of(MARK, MARK),
                        "emails",
                        List.of(Map.of("address", WORK, "label", MARK)),
                        "postalAddresses",
                        List.of(Map.of("street", MARK, "city", "Graz"))))
                .put(API + "/customers/{id}", id)
                .then()
                .statusCode(200);
    }

    private void signInAs(String username, String password, int status) {
        given().contentType(ContentType.JSON)
                .header("User-Agent", MARK)
                .body(Map.of("organisation", house.organisation(), "username", username, "password", password))
                .post(API + "/auth/token")
                .then()
                .statusCode(status);
    }

    private long order(String what) {
        var order = TestOrganisation.orderOf(new Person(id, MARK, EMAIL, null), number(what));
        return admin.sends(order)
                .header("Idempotency-Key", TestOrganisation.unique(what))
                .post(API + "/orders")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static String number(String what) {
        return MARK + "-" + what;
    }

    private long open(Person who, String what) {
        order(what);
        return who.sends(Map.of("orderNumber", number(what), "reason", "DAMAGED", "note", MARK + " is cross"))
                .header("Idempotency-Key", MARK + what)
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long resolvedAndRated(Person customer) {
        long ticket = open(customer, "rated");
        house.awaitHeldBy(agent, ticket);
        say(agent, ticket, "notes", Map.of("note", "Dear " + MARK));
        say(agent, ticket, "notes", Map.of("note", MARK + " again", "internal", true));
        var other = house.availableAgent();
        say(admin, ticket, "assign", Map.of("agentId", other.id(), "note", "Take care of " + MARK));
        say(other, ticket, "pend", Map.of("note", "What do you mean, " + MARK + "?"));
        say(customer, ticket, "resume", Map.of("note", "I mean " + MARK));
        await().until(() -> house.status(ticket), equalTo("IN_PROGRESS"));
        admin.sends(Map.of("priority", "HIGH"))
                .put(API + "/tickets/{id}/priority", ticket)
                .then()
                .statusCode(200);
        admin.sends(Map.of("queueId", house.queue("Other"), "note", MARK))
                .put(API + "/tickets/{id}/queue", ticket)
                .then()
                .statusCode(200);
        customer.sends(Map.of("text", "Hello from " + MARK, "clientId", MARK))
                .post(API + "/conversations/{id}/messages", ticket)
                .then()
                .statusCode(201);
        var blank = Map.of("name", "what", "label", "What", "type", "TEXT");
        int asked = admin.sends(Map.of("text", "What?", "form", List.of(blank), "clientId", "asked"))
                .post(API + "/conversations/{id}/messages", ticket)
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        customer.sends(Map.of("fields", Map.of("what", MARK)))
                .post(API + "/conversations/{id}/messages/{number}/answer", ticket, asked)
                .then()
                .statusCode(201);
        call(customer, ticket);
        for (var author : List.of(agent, customer)) {
            author.sends(Map.of("text", "Dear " + MARK))
                    .put(API + "/tickets/{id}/drafts/reply", ticket)
                    .then()
                    .statusCode(200);
        }
        say(admin, ticket, "resolve", Map.of("note", "Refunded to " + MARK));
        customer.sends(Map.of("score", 4, "comment", "Thanks from " + MARK))
                .put(API + "/tickets/{id}/rating", ticket)
                .then()
                .statusCode(200);
        admin.sends(Map.of("fields", Map.of("told", MARK, "cover", "1 year")))
                .put(API + "/tickets/{id}/fields", ticket)
                .then()
                .statusCode(200);
        say(admin, ticket, "tags", Map.of("add", List.of(house.tag("VIP"))));
        return ticket;
    }

    private void call(Person customer, long ticket) {
        int call = customer.sends(Map.of("kind", "VOICE"))
                .post(API + "/tickets/{id}/calls", ticket)
                .path("id");
        int leg = customer.sends(Map.of())
                .post(API + "/calls/{id}/legs", call)
                .then()
                .statusCode(201)
                .extract()
                .path("leg.id");
        TestDatabase.execute("insert into call_signal (organisation_id, call_id, number, from_leg_id, to_leg_id, type,"
                + " body) select organisation_id, call_id, 1, id, id, 'OFFER', '" + MARK + "' from call_leg where id = "
                + leg);
    }

    private long cancelled(Person customer) {
        long ticket = open(customer, "cancelled");
        say(customer, ticket, "cancel", Map.of("note", MARK + " found it"));
        return ticket;
    }

    private long closedChat() {
        order("chat");
        long ticket = house.integration()
                .sends(Map.of("customerId", id, "orderNumber", number("chat"), "channel", "CHAT", "note", MARK))
                .header("Idempotency-Key", TestOrganisation.unique("chat"))
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        await().until(() -> house.status(ticket), equalTo("IN_PROGRESS"));
        say(admin, ticket, "resolve", Map.of("note", MARK));
        say(admin, ticket, "close", Map.of("note", MARK));
        // A remark that names what somebody said, whatever writes one.
        TestDatabase.execute(
                "update event set remark = '" + MARK + "' where type = 'CLOSED' and ticket_id = " + ticket);
        return ticket;
    }

    private static void say(Person who, long ticket, String step, Map<String, ?> body) {
        who.sends(body)
                .header("Idempotency-Key", TestOrganisation.unique(step))
                .post(API + "/tickets/{id}/{step}", ticket, step)
                .then()
                .statusCode(200);
    }

    private JsonPath erasure() {
        return admin.reads("/customers/{id}/erasure", id);
    }

    private static void assertEveryColumnIsKnown(Set<String> filled) {
        var unknown = new ArrayList<String>();
        for (var column : textColumns()) {
            boolean known = filled.contains(column)
                    || WORDS_OF_OURS.contains(column)
                    || OF_THE_HOUSE.contains(column.split("\\.")[0]);
            if (!known) {
                unknown.add(column);
            }
        }
        // Those of an erasure hold something while it is under way.
        unknown.removeAll(List.of("erasure.username", "erasure.email"));
        assertEquals(List.of(), unknown, "have the customer leave a mark there, or say why nobody does");
    }

    private static List<String> textColumns() {
        return TestDatabase.list(
                "select concat(table_name, '.', column_name) from information_schema.columns where table_schema ="
                        + " database() and (data_type like '%text' or data_type like '%char' or data_type like '%blob'"
                        + " or data_type like '%binary' or data_type = 'json') order by 1",
                row -> row.getString(1));
    }

    /** The columns that hold the mark, in whatever case. */
    private static Set<String> marked() {
        return textColumns().stream()
                .filter(column -> {
                    var parts = column.split("\\.");
                    return TestDatabase.count(
                                    "select count(*) from `%s` where lower(convert(`%s` using utf8mb4)) like '%%%s%%'"
                                            .formatted(parts[0], parts[1], MARK))
                            > 0;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All figures of which reports are made. */
    private List<Object> figures(List<Long> tickets) {
        var figures = new ArrayList<Object>();
        figures.add(admin.reads("/floor").getMap("totals"));
        figures.add(admin.reads("/tickets/count").getInt("tickets"));
        for (long ticket : tickets) {
            var view = admin.reads("/tickets/" + ticket);
            for (var field : List.of(
                    "channel",
                    "reason",
                    "priority",
                    "queueId",
                    "groupId",
                    "customerId",
                    "openedAt",
                    "firstAssignedAt",
                    "resolvedAt",
                    "rating.score",
                    "tagIds",
                    "fields.cover",
                    "rating.ratedAt")) {
                figures.add(field + "=" + view.get(field));
            }
            var events = admin.reads("/tickets/" + ticket + "/events?limit=200").getList("items", Map.class);
            for (var event : events) {
                // Which can be closed is closed by its erasure.
                if (!event.get("type").equals("CLOSED")) {
                    event.keySet().removeAll(Set.of("note", "actorName"));
                    figures.add(event);
                }
            }
        }
        for (var order : admin.reads("/orders?customerId=" + id).getList("items", Map.class)) {
            order.keySet().removeAll(Set.of("number", "version"));
            figures.add(order);
        }
        return figures;
    }
}
