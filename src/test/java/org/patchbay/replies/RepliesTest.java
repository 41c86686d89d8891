package org.patchbay.replies;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Saved replies of staff. */
@QuarkusTest
class RepliesTest {

    private static final String TEXT =
            "Dear {customer.name}, {order.number} of ticket {ticket.id} is refunded. {agent.name}";

    private final TestOrganisation house = new TestOrganisation();

    @Test
    void everybodySeesTheSharedOnesAndTheirOwn() {
        var agent = house.agent();
        var other = house.agent();
        var mark = unique("Greeting");
        long own = kept(agent, mark + " own", false);
        long shared = kept(house.supervisor(), mark + " shared", true);
        agent.asks()
                .get(API + "/saved-replies?text={mark}", mark)
                .then()
                .statusCode(200)
                .body("items.id", contains((int) own, (int) shared))
                .body("items.shared", contains(false, true))
                .body("items[0].text", is(TEXT));
        other.asks().get(API + "/saved-replies?text={mark}", mark).then().body("items.id", contains((int) shared));
        other.asks().get(API + "/saved-replies/{id}", own).then().spec(refused(404, "not-found"));
        house.admin().asks().get(API + "/saved-replies/{id}", own).then().spec(refused(404, "not-found"));
        other.asks().delete(API + "/saved-replies/{id}", own).then().spec(refused(404, "not-found"));
    }

    @Test
    void agentsKeepTheirOwnAndSupervisorsTheSharedOnes() {
        var agent = house.agent();
        var supervisor = house.supervisor();
        long own = kept(agent, "Own", false);
        long shared = kept(supervisor, "Shared", true);
        keep(agent, "Shared", TEXT, true).then().spec(refused(403, "forbidden"));
        change(agent, shared, "Mine", false).then().spec(refused(403, "forbidden"));
        change(agent, own, "Everybody's", true).then().spec(refused(403, "forbidden"));
        agent.asks().delete(API + "/saved-replies/{id}", shared).then().spec(refused(403, "forbidden"));
        change(agent, own, "Still own", false)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("Still own"));
        agent.sends(Map.of("name", "Late", "text", "Late"))
                .header("If-Match", "\"0\"")
                .put(API + "/saved-replies/{id}", own)
                .then()
                .spec(refused(412, "version-mismatch"));
        agent.asks().delete(API + "/saved-replies/{id}", own).then().statusCode(204);
        agent.asks().get(API + "/saved-replies/{id}", own).then().spec(refused(404, "not-found"));
        change(house.supervisor(), shared, "Better", true).then().statusCode(200);
        supervisor.asks().delete(API + "/saved-replies/{id}", shared).then().statusCode(204);
        house.admin()
                .asks()
                .get(API + "/audit?subjectType=SAVED_REPLY&subjectId={id}", shared)
                .then()
                .body("items.action", hasItems("SAVED_REPLY_CREATED", "SAVED_REPLY_UPDATED", "SAVED_REPLY_DELETED"));
    }

    @Test
    void aTextNamesKnownPlaceholdersOnly() {
        var agent = house.agent();
        keep(agent, "Braces", "} closes nothing, { opens nothing", false).then().statusCode(201);
        for (var text :
                new String[] {"Dear {customer}", "{order.numbr}", "{}", "{{agent.name }}", " ", "x".repeat(4_001)}) {
            keep(agent, "Wrong", text, false)
                    .then()
                    .spec(refused(400, "validation-failed"))
                    .body("violations.field", hasItems("text"));
        }
        agent.asks().get(API + "/saved-replies").then().body("items.findAll{it.name == 'Wrong'}", empty());
        agent.asks().get(API + "/saved-replies?text=brace").then().body("items.id", not(empty()));
    }

    private static long kept(Person who, String name, boolean shared) {
        return keep(who, name, TEXT, shared)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Response keep(Person who, String name, String text, boolean shared) {
        return who.sends(Map.of("name", name, "text", text, "shared", shared)).post(API + "/saved-replies");
    }

    private static Response change(Person who, long reply, String name, boolean shared) {
        return who.sends(Map.of("name", name, "text", TEXT, "shared", shared)).put(API + "/saved-replies/{id}", reply);
    }
}
