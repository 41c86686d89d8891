package org.patchbay.mails;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.attachments.SomeFiles;
import org.patchbay.attachments.Uploader;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** The link of a mail leads a customer without an account to one case, and to nothing else. */
@QuarkusTest
class CaseLinksTest {

    @Inject
    MockMailbox mailbox;

    private TestOrganisation house;
    private Person agent;
    private String address;
    private long customer;

    @BeforeEach
    void foundAnOrganisation() {
        house = writing();
        agent = house.availableAgent();
        address = unique("carla") + "@example.org";
        customer = customerOf(house, address);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCustomerWithoutAnAccountFollowsAnswersAndRates() {
        long ticket = opened(house, customer);
        var link = linkTo(address, 1);
        house.awaitHeldBy(agent, ticket);
        by(link).get(API + "/case")
                .then()
                .statusCode(200)
                .body(
                        "ticket.id",
                        equalTo((int) ticket),
                        "ticket.status",
                        is("IN_PROGRESS"),
                        "organisation",
                        is(house.organisation()));
        agent.sends(Map.of("note", "Which bulb?"))
                .post(API + "/tickets/{id}/pend", ticket)
                .then()
                .statusCode(200);
        var answer = Map.of("text", "E27", "clientId", unique("message"));
        for (int i = 0; i < 2; i++) {
            by(link).contentType(ContentType.JSON)
                    .body(answer)
                    .post(API + "/case/messages")
                    .then()
                    .statusCode(201)
                    .body("author.customer", is(true), "text", is("E27"));
        }
        house.awaitHeldBy(agent, ticket);
        agent.asks()
                .get(API + "/conversations/{id}/messages?limit=1", ticket)
                .then()
                .body("items.text", contains("E27"), "items.author.customer", contains(true));
        by(link).get(API + "/case/messages").then().statusCode(200).body("items.text.last()", is("E27"));
        by(link).contentType(ContentType.JSON)
                .body(Map.of("readUpTo", 2, "deliveredUpTo", 2))
                .put(API + "/case/position")
                .then()
                .statusCode(204);
        rated(link, 5, 409);
        agent.takes("resolve", ticket).then().statusCode(200);
        rated(link, 5, 200);
        agent.asks().get(API + "/tickets/{id}", ticket).then().body("rating.score", is(5));
        house.admin().asks().get(API + "/customers/{id}", customer).then().body("signIn", is(false));
    }

    @Test
    void aLinkGivesOutTheFilesOfItsCaseAndNoOther() {
        long ticket = opened(house, customer);
        var link = linkTo(address, 1);
        house.awaitHeldBy(agent, ticket);
        long told = Uploader.sent(agent, SomeFiles.text("The manual"), "manual.txt");
        says(agent, ticket, Map.of("text", "Please read", "attachmentIds", List.of(told)));
        long noted = Uploader.sent(agent, SomeFiles.text("For us"), "us.txt");
        says(agent, ticket, Map.of("text", "For us", "audience", "INTERNAL", "attachmentIds", List.of(noted)));
        var colleague = house.availableAgent();
        long elsewhere = opened(house, customer);
        house.awaitHeldBy(colleague, elsewhere);
        long others = Uploader.sent(colleague, SomeFiles.text("Of another case"), "other.txt");
        says(colleague, elsewhere, Map.of("text", "Read this, too", "attachmentIds", List.of(others)));
        long unsaid = Uploader.sent(agent, SomeFiles.text("Not said yet"), "unsaid.txt");

        by(link).get(API + "/case/attachments/{id}", told)
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString("manual.txt"))
                .body(is("The manual"));
        by(link).get(API + "/case/attachments/{id}/preview", told).then().spec(refused(404, "not-found"));
        var refusals = Stream.of(noted, others, unsaid, Long.MAX_VALUE)
                .map(id -> by(link).get(API + "/case/attachments/{id}", id)
                        .then()
                        .spec(refused(404, "not-found"))
                        .extract()
                        .asString()
                        .replaceAll("(attachments?[ /])\\d+", "$1N"))
                .distinct()
                .toList();
        assertEquals(1, refusals.size(), refusals::toString);
        by("x").get(API + "/case/attachments/{id}", told).then().spec(refused(410, "link-expired"));
    }

    @Test
    void aButtonIsChosenByALinkOnce() {
        long ticket = opened(house, customer);
        var link = linkTo(address, 1);
        house.awaitHeldBy(agent, ticket);
        var asked = says(
                agent,
                ticket,
                Map.of(
                        "text",
                        "Refund or repair?",
                        "choices",
                        List.of(
                                Map.of("value", "refund", "label", "Refund"),
                                Map.of("value", "repair", "label", "Repair"))));
        for (int i = 0; i < 2; i++) {
            chosen(link, asked, "repair", 201);
        }
        chosen(link, asked, "refund", 409);
        chosen(link, asked, "both", 400);
        agent.asks()
                .get(API + "/conversations/{id}/messages?after={asked}", ticket, asked)
                .then()
                .body("items.text", contains("Repair"), "items.answer.choice", contains("repair"));
    }

    private static long says(Person who, long ticket, Map<String, Object> what) {
        var message = new HashMap<>(what);
        message.put("clientId", unique("message"));
        return who.sends(message)
                .post(API + "/conversations/{id}/messages", ticket)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("number");
    }

    private static void chosen(String link, long message, String choice, int status) {
        by(link).contentType(ContentType.JSON)
                .body(Map.of("choice", choice))
                .post(API + "/case/messages/{number}/answer", message)
                .then()
                .statusCode(status);
    }

    @Test
    void whoWritesAboutWhatIsOverGetsANewTicketInTheSameConversation() {
        long ticket = opened(house, customer);
        var link = linkTo(address, 1);
        house.awaitHeldBy(agent, ticket);
        agent.takes("resolve", ticket).then().statusCode(200);
        agent.takes("close", ticket).then().statusCode(200);
        by(link).contentType(ContentType.JSON)
                .body(Map.of("text", "Here I am again", "clientId", unique("message")))
                .post(API + "/case/messages")
                .then()
                .statusCode(201);
        by(link).get(API + "/case")
                .then()
                .statusCode(200)
                .body("ticket.channel", is("CHAT"), "conversationId", equalTo((int) ticket));
    }

    @Test
    void aLinkLeadsToItsCaseAlsoOnceItsCustomerIsMergedWithAnother() {
        long ticket = opened(house, customer);
        var link = linkTo(address, 1);
        long other = customerOf(house, unique("dora") + "@example.org");
        house.admin()
                .sends(Map.of("customerId", customer))
                .header("Idempotency-Key", unique("merge"))
                .post(API + "/customers/{id}/merges", other)
                .then()
                .statusCode(201);
        by(link).get(API + "/case").then().statusCode(200).body("ticket.id", equalTo((int) ticket));
    }

    @Test
    void noOtherLinkLeadsAnywhereAndAllAreRefusedAlike() {
        long ticket = opened(house, customer);
        var link = linkTo(address, 1);
        long other = opened(house, customer);
        var elsewhere = writing();
        var theirs = unique("dora") + "@example.org";
        long stranger = customerOf(elsewhere, theirs);
        long foreign = opened(elsewhere, stranger);
        var foreignLink = linkTo(theirs, 1);

        var wrong = new ArrayList<>(List.of("", "x", "....", link + "A", link.substring(1), "9".repeat(400)));
        var mine = link.split("\\.");
        var hers = foreignLink.split("\\.");
        for (int part = 0; part < mine.length; part++) {
            wrong.add(with(mine, part, hers[part].equals(mine[part]) ? mine[part] + "1" : hers[part]));
        }
        wrong.add(with(mine, 1, Long.toString(other)));
        wrong.add(with(mine, 1, Long.toString(foreign)));
        wrong.add(with(mine, 3, Long.toString(Long.parseLong(mine[3]) + 1)));
        var refusals = wrong.stream()
                .map(token -> by(token)
                        .get(API + "/case")
                        .then()
                        .spec(refused(410, "link-expired"))
                        .extract()
                        .asString())
                .distinct()
                .toList();
        assertEquals(1, refusals.size(), refusals::toString);
        by(link).get(API + "/case").then().body("ticket.id", equalTo((int) ticket));
        given().get(API + "/case").then().spec(refused(410, "link-expired"));
        // A session sees no more by a link than the link shows.
        house.admin().asks().header("Case-Link", link).get(API + "/case").then().body("ticket.id", equalTo((int)
                ticket));
        elsewhere.clear();
    }

    @Test
    void aLinkEndsWithTheAddressThatItWasSentToAndWithTheCustomer() {
        opened(house, customer);
        var link = linkTo(address, 1);
        rename(unique("carla") + "@example.org");
        by(link).get(API + "/case").then().spec(refused(410, "link-expired"));
        rename(address);
        by(link).get(API + "/case").then().statusCode(200);
        house.admin()
                .sends(Map.of("cancelTickets", true))
                .post(API + "/customers/{id}/erasure", customer)
                .then()
                .statusCode(202);
        by(link).get(API + "/case").then().spec(refused(410, "link-expired"));
        by(link).get(API + "/case/messages").then().spec(refused(410, "link-expired"));
        await().until(
                        () -> house.admin()
                                .reads("/customers/" + customer + "/erasure")
                                .getString("state"),
                        is("DONE"));
        assertEquals(
                0,
                TestDatabase.count(
                        "select count(*) from event where actor_name is not null and actor_id = " + -customer));
    }

    private void rename(String email) {
        house.admin()
                .sends(Map.of("name", "Carla", "email", email))
                .put(API + "/customers/{id}", customer)
                .then()
                .statusCode(200);
    }

    private static TestOrganisation writing() {
        var house = TestOrganisation.ofNewOrganisation();
        house.admin()
                .sends(Map.of(
                        "active",
                        true,
                        "kinds",
                        List.of("RECEIVED"),
                        "language",
                        "EN",
                        "templates",
                        List.of(),
                        "unreadAfterMinutes",
                        10,
                        "unreadEveryMinutes",
                        15))
                .put(API + "/mail-settings")
                .then()
                .statusCode(200);
        return house;
    }

    private static long customerOf(TestOrganisation house, String address) {
        return house.admin()
                .sends(Map.of("name", "Carla", "email", address))
                .header("Idempotency-Key", unique("carla"))
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static long opened(TestOrganisation house, long customer) {
        var order = house.order(new Person(customer, "Carla", "", ""));
        return house.ticket(house.admin(), order, Map.of("note", "It is broken"));
    }

    private String linkTo(String email, int mails) {
        await().until(() -> List.copyOf(mailbox.getMailsSentTo(email)), hasSize(mails));
        return TestOrganisation.linkMailedTo(email);
    }

    private static void rated(String link, int score, int status) {
        by(link).contentType(ContentType.JSON)
                .body(Map.of("score", score))
                .put(API + "/case/rating")
                .then()
                .statusCode(status);
    }

    private static RequestSpecification by(String link) {
        return given().header("Case-Link", link);
    }

    private static String with(String[] parts, int changed, String value) {
        var other = parts.clone();
        other[changed] = value;
        return String.join(".", other);
    }
}
