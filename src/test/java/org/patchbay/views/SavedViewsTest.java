package org.patchbay.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Saved views of staff. */
@QuarkusTest
class SavedViewsTest {

    private static final List<String> COLUMNS = List.of("id", "status", "tags");

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @Test
    void everybodySeesTheirOwnViewsAndThoseForOthers() {
        var agent = house.agent();
        var other = house.agent();
        var supervisor = house.supervisor();
        long own = saved(agent, Map.of("name", "Own"));
        long shared = saved(supervisor, Map.of("name", "Everybody's", "shared", true));
        agent.asks()
                .get(API + "/ticket-views")
                .then()
                .body("items.id", contains((int) own, (int) shared))
                .body("items.mayChange", contains(true, false))
                .body("items[0].filter.mine", is(true))
                .body("items[0].columns", contains("id", "status", "tags"))
                .body("items[0].missing", empty());
        other.asks().get(API + "/ticket-views").then().body("items.id", contains((int) shared));
        other.asks().get(API + "/ticket-views/{id}", own).then().spec(refused(404, "not-found"));
        save(agent, Map.of("shared", true)).then().spec(refused(403, "forbidden"));
        agent.asks().delete(API + "/ticket-views/{id}", shared).then().spec(refused(403, "forbidden"));
        change(agent, own, Map.of("name", "Mine")).then().statusCode(200).body("name", is("Mine"));
        change(supervisor, shared, Map.of("shared", false))
                .then()
                .statusCode(200)
                .body("shared", is(false));
        other.asks().get(API + "/ticket-views").then().body("items", empty());
        supervisor.asks().delete(API + "/ticket-views/{id}", shared).then().statusCode(204);
    }

    @Test
    void aViewOfAGroupIsSeenByThoseWhoSeeTheGroup() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        house.isolate(true, true, true);
        var ada = member(house.agent(), berlin);
        var ben = member(house.agent(), munich);
        long view = saved(house.admin(), Map.of("shared", true, "groupId", berlin));
        ada.asks().get(API + "/ticket-views").then().body("items.id", contains((int) view));
        ben.asks().get(API + "/ticket-views").then().body("items", empty());
        ben.asks().get(API + "/ticket-views/{id}", view).then().spec(refused(404, "not-found"));
        var supervisor = member(house.supervisor(), munich);
        save(supervisor, Map.of("shared", true, "groupId", berlin)).then().spec(refused(409, "conflict"));
        save(supervisor, Map.of("shared", true, "groupId", munich)).then().statusCode(201);
    }

    @Test
    void aViewIsCheckedWhenItIsSavedAndSaysLaterWhatIsGone() {
        var admin = house.admin();
        long tag = house.tag("VIP");
        long queue = house.queue("Returns");
        long field = house.field("amount", "NUMBER");
        for (var wrong : List.<Map<String, ?>>of(
                Map.of("filter", Map.of("tagId", List.of(Long.MAX_VALUE))),
                Map.of("filter", Map.of("queueId", Long.MAX_VALUE)),
                Map.of("filter", Map.of("field", List.of("colour:red"))),
                Map.of("columns", List.of("fields.colour")))) {
            save(admin, wrong).then().spec(refused(409, "conflict"));
        }
        save(admin, Map.of("filter", Map.of("field", List.of("amount:x"))))
                .then()
                .spec(refused(400, "bad-request"));
        save(admin, Map.of("sort", "mood")).then().spec(refused(400, "bad-request"));
        save(admin, Map.of("columns", List.of("mood")))
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations[0].message", containsString("column"));

        long agent = house.agent().id();
        var filter = Map.of("tagId", List.of(tag), "queueId", queue, "agentId", agent, "field", List.of("amount:10.."));
        long view = saved(admin, Map.of("filter", filter, "columns", List.of("id", "fields.amount")));
        for (var gone : List.of("tags/" + tag, "queues/" + queue, "agents/" + agent, "ticket-fields/" + field)) {
            admin.asks().delete(API + "/" + gone).then().statusCode(204);
        }
        admin.asks()
                .get(API + "/ticket-views/{id}", view)
                .then()
                .statusCode(200)
                .body("filter.field", contains("amount:10.."))
                .body("missing.parameter", contains("queueId", "agentId", "tagId", "field", "columns"))
                .body("missing[2].value", is(Long.toString(tag)));
    }

    private Person member(Person person, long group) {
        house.member(group, person, "GROUP");
        return person;
    }

    private static long saved(Person who, Map<String, ?> more) {
        return save(who, more).then().statusCode(201).extract().jsonPath().getLong("id");
    }

    private static Response save(Person who, Map<String, ?> more) {
        return who.sends(view(more)).post(API + "/ticket-views");
    }

    private static Response change(Person who, long view, Map<String, ?> more) {
        return who.sends(view(more)).put(API + "/ticket-views/{id}", view);
    }

    private static Map<String, Object> view(Map<String, ?> more) {
        var view =
                new HashMap<String, Object>(Map.of("name", "View", "filter", Map.of("mine", true), "columns", COLUMNS));
        view.putAll(more);
        return view;
    }
}
