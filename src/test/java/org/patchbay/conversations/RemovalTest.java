package org.patchbay.conversations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.attachments.SomeFiles;
import org.patchbay.attachments.Uploader;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Words and files that are taken out of messages. */
@QuarkusTest
class RemovalTest {

    private static final String MESSAGE = API + "/conversations/{id}/messages/{number}";

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private long conversation;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        conversation = house.chat(customer, "My card is 4111");
        house.awaitHeldBy(agent, conversation);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whatAnAuthorTakesBackIsGoneEverywhere() {
        long file = uploaded(agent);
        say(agent, Map.of("text", "Your password is swordfish", "attachmentIds", List.of(file)), 2);
        assertEquals(1, found("swordfish"));
        remove(agent, 2, 204);
        remove(agent, 2, 204);
        for (var reader : List.of(customer, agent)) {
            reader.asks()
                    .get(API + "/conversations/{id}/messages?after=1", conversation)
                    .then()
                    .body("items.text", contains(nullValue()))
                    .body("items[0].attachments", empty())
                    .body("items[0].author.id", is((int) agent.id()))
                    .body("items[0].removedAt", notNullValue());
        }
        assertEquals(0, found("swordfish"));
        agent.asks().get(API + "/attachments/{id}", file).then().spec(refused(404, "not-found"));
        customer.asks()
                .get(API + "/tickets/{id}/events", conversation)
                .then()
                .body("items.findAll { it.type == 'REMOVED' }.size()", is(1))
                .body("items.note.toString()", not(containsString("swordfish")));
        assertEquals(0, TestDatabase.count("select count(*) from message where text like '%swordfish%'"));
        house.admin()
                .asks()
                .get(API + "/audit?action=MESSAGE_REMOVED")
                .then()
                .body("items.subjectId", contains(Long.toString(conversation)))
                .body("items[0].after.number", is(2));
    }

    @Test
    void onlyLatelyByAuthorsAndAlwaysBySupervisors() {
        say(agent, Map.of("text", "A word too much"), 2);
        remove(agent, 1, 403);
        remove(customer, 2, 403);
        TestDatabase.execute("update message set at = at - interval 16 minute where number = 2 and conversation_id = "
                + conversation);
        agent.asks()
                .delete(MESSAGE, conversation, 2)
                .then()
                .spec(refused(403, "forbidden"))
                .body("detail", containsString("within 15 minutes"));
        remove(house.supervisor(), 2, 204);
        remove(house.supervisor(), 99, 404);
        remove(house.customer(), 2, 404);
    }

    @Test
    void theFirstMessageIsGoneFromTheTicketToo() {
        assertEquals(1, found("4111"));
        remove(customer, 1, 204);
        agent.asks().get(API + "/tickets/{id}", conversation).then().body("note", nullValue());
        assertEquals(0, found("4111"));
    }

    @Test
    void aFileGoesAndTheWordsStay() {
        long one = uploaded(agent);
        long other = uploaded(agent);
        say(agent, Map.of("text", "See here", "attachmentIds", List.of(one, other)), 2);
        agent.asks()
                .delete(MESSAGE + "/attachments/{file}", conversation, 2, one)
                .then()
                .statusCode(204);
        agent.asks()
                .delete(MESSAGE + "/attachments/{file}", conversation, 2, one)
                .then()
                .spec(refused(404, "not-found"));
        customer.asks()
                .get(API + "/conversations/{id}/messages?after=1", conversation)
                .then()
                .body("items[0].text", equalTo("See here"))
                .body("items[0].attachments.id", contains((int) other))
                .body("items[0].removedAt", notNullValue());
    }

    private void say(Person who, Map<String, ?> message, int number) {
        var words = new HashMap<String, Object>(message);
        words.put("clientId", unique("message"));
        who.sends(words)
                .post(API + "/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201)
                .body("number", is(number));
    }

    private void remove(Person who, long number, int status) {
        who.asks().delete(MESSAGE, conversation, number).then().statusCode(status);
    }

    private int found(String word) {
        return agent.reads("/tickets?text=" + word).getList("items").size();
    }

    private static long uploaded(Person who) {
        return Uploader.sent(who, SomeFiles.text("a file"), "a.txt");
    }
}
