package org.patchbay.drafts;

import java.util.List;
import java.util.Map;

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
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Unsent words of people. */
@QuarkusTest
class DraftsTest {

    private static final String DRAFT = API + "/tickets/{id}/drafts/{kind}";

    private TestOrganisation house;
    private Person agent;
    private long ticket;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        var customer = house.customer();
        agent = house.availableAgent();
        ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aDraftIsThereOnAnotherDeviceUntilItIsSent() {
        long file = agent.asks()
                .contentType("text/plain")
                .body("receipt")
                .post(API + "/attachments?name=receipt.txt")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        var draft = Map.of("text", "Dear Ada, ", "replyTo", 1, "attachmentIds", List.of(file));
        keep(draft, "reply", null).then().statusCode(200).body("attachments.name", contains("receipt.txt"));
        keep(Map.of("text", "She is cross"), "note", null).then().statusCode(200);
        agent.asks()
                .get(API + "/me/drafts")
                .then()
                .body("items.kind", contains("note", "reply"))
                .body("items.text", contains("She is cross", "Dear Ada, "))
                .body("items[1].replyTo", is(1))
                .body("items[1].attachments.id", contains((int) file));
        var next = agent.reads("/me/drafts?limit=1").getString("next");
        agent.asks().queryParam("after", next).get(API + "/me/drafts").then().body("items.kind", contains("reply"));
        agent.asks().delete(DRAFT, ticket, "reply").then().statusCode(204);
        agent.asks().delete(DRAFT, ticket, "reply").then().spec(refused(404, "not-found"));
        agent.asks()
                .queryParam("ticketId", ticket)
                .get(API + "/me/drafts")
                .then()
                .body("items.kind", contains("note"));
    }

    @Test
    void aDeviceThatWasAwayOverwritesNothing() {
        var first = keep(Map.of("text", "Dear"), "reply", "\"0\"");
        int version = first.then().statusCode(200).extract().path("version");
        assertEquals("\"" + version + "\"", first.header("ETag"));
        keep(Map.of("text", "Hello"), "reply", "\"0\"").then().spec(refused(412, "version-mismatch"));
        keep(Map.of("text", "Dear Ada"), "reply", "\"" + version + "\"")
                .then()
                .statusCode(200)
                .body("version", is(version + 1));
        keep(Map.of("text", "Dear Sir"), "reply", "\"" + version + "\"").then().spec(refused(412, "version-mismatch"));
        agent.asks()
                .header("If-Match", "\"" + version + "\"")
                .delete(DRAFT, ticket, "reply")
                .then()
                .spec(refused(412, "version-mismatch"));
        agent.asks().delete(DRAFT, ticket, "reply").then().statusCode(204);
        int anew = keep(Map.of("text", "Dear"), "reply", null).path("version");
        assertNotEquals(version, anew);
        assertNotEquals(version + 1, anew);
    }

    @Test
    void nobodyElseReadsItAndItOutlivesTheTicketBeingTakenAway() {
        keep(Map.of("text", "Dear Ada"), "reply", null).then().statusCode(200);
        var other = house.agent();
        var supervisor = house.supervisor();
        for (var reader : List.of(other, supervisor, house.admin())) {
            reader.asks().get(API + "/me/drafts").then().body("items", empty());
        }
        supervisor
                .sends(Map.of("agentId", house.availableAgent().id()))
                .post(API + "/tickets/{id}/assign", ticket)
                .then()
                .statusCode(200);
        agent.asks().get(API + "/me/drafts").then().body("items.text", contains("Dear Ada"));
    }

    @Test
    void whatCannotBeADraftIsRefused() {
        keep(Map.of(), "reply", null).then().spec(refused(400, "validation-failed"));
        keep(Map.of("text", "Dear"), "Re ply", null).then().spec(refused(400, "validation-failed"));
        agent.sends(Map.of("text", "Dear"))
                .put(DRAFT, Long.MAX_VALUE, "reply")
                .then()
                .spec(refused(404, "not-found"));
        TestDatabase.execute("insert into draft (organisation_id, account_id, ticket_id, kind, text, attachment_ids,"
                + " version, changed_at) with recursive n (i) as (select 1 union all select i + 1 from n where i < "
                + Drafts.MOST + ") select a.organisation_id, a.id, n.i, 'many', '', '', 1, utc_timestamp(6)"
                + " from account a, n where a.id = " + agent.id());
        keep(Map.of("text", "Dear"), "reply", null)
                .then()
                .spec(refused(409, "conflict"))
                .body("detail", equalTo("You have 200 drafts already. Send or delete one first."));
    }

    private Response keep(Map<String, ?> draft, String kind, String ifMatch) {
        var request = agent.sends(draft);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(DRAFT, ticket, kind);
    }
}
