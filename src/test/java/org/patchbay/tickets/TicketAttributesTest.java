package org.patchbay.tickets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The tags of tickets and the values of their fields: set, shown, filtered by, and asked for by conditions. */
@QuarkusTest
class TicketAttributesTest {

    private TestOrganisation house;
    private Person customer;
    private long vip;
    private long fraud;

    @BeforeEach
    void furnish() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        vip = house.tag("VIP");
        fraud = house.tag("Fraud");
        house.field("serial_number", "TEXT");
        house.field("amount", "NUMBER");
        house.field("bought_on", "DATE");
        house.field("under_warranty", "YES_NO");
        house.choice("cover", "1 year", "2 years");
    }

    @Test
    void staffTagATicketAndItsHistorySaysSoToThemAlone() {
        var agent = house.agent();
        long ticket = house.ticket(customer);
        tag(agent, ticket, List.of(vip, fraud), List.of()).statusCode(200).body("tagIds", contains((int) vip, (int)
                fraud));
        tag(agent, ticket, List.of(vip), List.of(fraud)).statusCode(200).body("tagIds", contains((int) vip));
        int version = agent.reads("/tickets/" + ticket).getInt("version");
        tag(agent, ticket, List.of(vip), List.of(fraud)).body("version", is(version));
        agent.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.findAll{it.type == 'TAGGED'}.note", contains("+VIP, +Fraud", "-Fraud"));
        agent.asks().get(API + "/tickets/{id}?expand=true", ticket).then().body("details.tags.name", contains("VIP"));
        customer.asks()
                .get(API + "/tickets/{id}?expand=true", ticket)
                .then()
                .body("tagIds", empty())
                .body("fields", anEmptyMap())
                .body("details.tags", nullValue());
        customer.asks().get(API + "/tickets/{id}/events", ticket).then().body("items.type", not(hasItem("TAGGED")));
        tag(customer, ticket, List.of(vip), List.of()).spec(refused(403, "forbidden"));
        tag(agent, ticket, List.of(Long.MAX_VALUE), List.of()).spec(refused(409, "conflict"));
        for (int i = 0; i < 19; i++) {
            tag(agent, ticket, List.of(house.tag("Tag " + i)), List.of()).statusCode(200);
        }
        tag(agent, ticket, List.of(fraud), List.of())
                .spec(refused(409, "conflict"))
                .body("detail", containsString("20"));
    }

    @Test
    void valuesAreOfTheTypeOfTheirField() {
        var agent = house.agent();
        long ticket = house.ticket(customer);
        Map<String, Object> right = Map.of(
                "serial_number",
                "SN-1",
                "amount",
                12.50,
                "bought_on",
                "2026-02-28",
                "under_warranty",
                true,
                "cover",
                "2 years");
        set(agent, ticket, right)
                .statusCode(200)
                .body("fields.serial_number", is("SN-1"))
                .body("fields.amount", is(12.5f))
                .body("fields.bought_on", is("2026-02-28"))
                .body("fields.under_warranty", is(true))
                .body("fields.cover", is("2 years"));
        var wrong = new HashMap<String, List<Object>>();
        wrong.put("serial_number", List.of(1, true, "", " ", "x".repeat(201), List.of(), Map.of()));
        wrong.put("amount", List.of("12", true, 1e12, 0.00001, List.of(1)));
        wrong.put("bought_on", List.of("2026-02-30", "tomorrow", 2026, "20260228", "0999-12-31"));
        wrong.put("under_warranty", List.of("true", 1));
        wrong.put("cover", List.of("3 years", 2));
        wrong.forEach((key, values) -> values.forEach(value -> set(agent, ticket, Map.of(key, value))
                .spec(refused(400, "validation-failed"))
                .body("detail", containsString(key))));
        set(agent, ticket, Map.of("colour", "red"))
                .spec(refused(409, "conflict"))
                .body("detail", containsString("colour"));
        agent.asks().get(API + "/tickets/{id}", ticket).then().body("fields.size()", is(5));

        var cleared = new HashMap<String, Object>();
        cleared.put("cover", null);
        cleared.put("amount", 13);
        set(agent, ticket, cleared)
                .statusCode(200)
                .body("fields.amount", is(13))
                .body("fields.cover", nullValue())
                .body("fields.serial_number", is("SN-1"));
        agent.asks()
                .get(API + "/tickets/{id}/events", ticket)
                .then()
                .body("items.findAll{it.type == 'FIELDS_SET'}[1].note", is("amount label, cover label"));
        set(customer, ticket, cleared).spec(refused(403, "forbidden"));
        agent.sends(Map.of("fields", Map.of("amount", 14)))
                .header("If-Match", "\"0\"")
                .put(API + "/tickets/{id}/fields", ticket)
                .then()
                .spec(refused(412, "version-mismatch"));
    }

    @Test
    void staffAndOtherSystemsOpenTicketsWithBothAndCustomersDoNot() {
        var attributes = Map.of("tagIds", List.of(fraud, vip, vip), "fields", Map.of("amount", 7, "cover", "1 year"));
        long ticket = house.ticket(house.integration(), house.order(customer), attributes);
        house.admin()
                .asks()
                .get(API + "/tickets/{id}", ticket)
                .then()
                .body("tagIds", hasItems((int) fraud, (int) vip))
                .body("tagIds.size()", is(2))
                .body("fields.amount", is(7));
        assertEquals(List.of(ticket), found("tagId=" + vip + "&field=amount:7"));
        var order = house.order(customer).number();
        for (var choice : List.of(Map.of("tagIds", List.of(vip)), Map.of("fields", Map.of("amount", 7)))) {
            var request = new HashMap<String, Object>(Map.of("orderNumber", order, "reason", "DAMAGED"));
            request.putAll(choice);
            customer.sends(request).post(API + "/tickets").then().spec(refused(403, "forbidden"));
        }
        house.admin()
                .sends(Map.of("orderNumber", order, "reason", "DAMAGED", "fields", Map.of("amount", "7")))
                .post(API + "/tickets")
                .then()
                .spec(refused(400, "validation-failed"));
    }

    @Test
    void ticketsAreFoundByTagsAndFields() {
        var admin = house.admin();
        long both = house.ticket(customer);
        long one = house.ticket(customer);
        long none = house.ticket(customer);
        tag(admin, both, List.of(vip, fraud), List.of());
        tag(admin, one, List.of(vip), List.of());
        set(
                admin,
                both,
                Map.of("serial_number", "Šn: 1", "amount", 10, "bought_on", "2026-01-10", "under_warranty", true));
        set(
                admin,
                one,
                Map.of("serial_number", "SN-2", "amount", 20.5, "bought_on", "2026-01-20", "under_warranty", false));
        set(admin, none, Map.of("cover", "1 year"));

        assertEquals(List.of(both, one), found("tagId=" + vip));
        assertEquals(List.of(both), found("tagId=" + vip + "&tagId=" + fraud));
        assertEquals(List.of(), found("tagId=" + Long.MAX_VALUE));
        assertEquals(List.of(both), found("field=serial_number:sn: 1"));
        assertEquals(List.of(none), found("field=cover:1 year"));
        assertEquals(List.of(both), found("field=under_warranty:true"));
        assertEquals(List.of(one), found("field=under_warranty:false&tagId=" + vip + "&status=OPEN"));
        assertEquals(List.of(one), found("field=amount:20.50"));
        assertEquals(List.of(both, one), found("field=amount:10..20.5"));
        assertEquals(List.of(one), found("field=amount:10.1.."));
        assertEquals(List.of(both), found("field=bought_on:..2026-01-19"));
        assertEquals(List.of(both), found("field=bought_on:2026-01-10&field=amount:..10"));
        assertEquals(2, admin.reads("/tickets/count?tagId=" + vip).getInt("tickets"));
        for (int limit : List.of(1, 2)) {
            assertEquals(List.of(both, one), house.each("/tickets?sort=openedAt&tagId=" + vip + "&limit=" + limit));
        }
        tag(admin, both, List.of(), List.of(vip));
        assertEquals(List.of(one), found("tagId=" + vip));

        for (var wrong : List.of(
                "colour:red",
                "amount",
                "amount:",
                "amount:x",
                "amount:1..x",
                "amount:..",
                "bought_on:2026-02-30",
                "under_warranty:yes")) {
            admin.asks().queryParam("field", wrong).get(API + "/tickets").then().spec(refused(400, "bad-request"));
        }
        for (var hidden : List.of("tagId=" + vip, "tagId=" + Long.MAX_VALUE, "field=amount:1", "field=colour:1")) {
            customer.asks().get(API + "/tickets?" + hidden).then().spec(refused(403, "forbidden"));
        }
    }

    @Test
    void onesOwnAndWhatIsDueSoonAreFound() {
        var admin = house.admin();
        long queue = house.queue("Fast", Map.of("serviceLevel", Map.of("percent", 80, "seconds", 1200)));
        long due = house.ticket(admin, house.order(customer), Map.of("queueId", queue));
        long other = house.ticket(customer);
        assertEquals(List.of(due), found("dueWithinMinutes=30"));
        assertEquals(List.of(), found("dueWithinMinutes=10"));
        admin.asks().get(API + "/tickets?dueWithinMinutes=-1").then().spec(refused(400, "validation-failed"));
        var agent = house.availableAgent();
        house.awaitHeldBy(agent, other);
        agent.asks().get(API + "/tickets?mine=true").then().body("items.id", contains((int) other));
        house.agent().asks().get(API + "/tickets?mine=true").then().body("items", empty());
    }

    @Test
    void conditionsAskForTagsAndFields() {
        var condition = "'VIP' in tags && fields.amount > 5.0 && fields.cover == '' && !fields.under_warranty"
                + " && fields.bought_on < now && fields.serial_number.startsWith('SN')";
        house.publish(house.policy(List.of(Map.of("name", "VIPs", "condition", condition, "priority", "URGENT"))));
        var fields = Map.of("amount", 6, "bought_on", "2026-01-01", "serial_number", "SN-1");
        assertEquals("URGENT", priority(Map.of("tagIds", List.of(vip), "fields", fields)));
        assertEquals("NORMAL", priority(Map.of("tagIds", List.of(fraud), "fields", fields)));
        assertEquals("NORMAL", priority(Map.of("tagIds", List.of(vip))));

        var admin = house.admin();
        var rules = List.of(Map.of("name", "Wrong", "condition", "fields.amuont > 5.0"));
        admin.sends(Map.of("rules", rules))
                .post(
                        API + "/routing-policies/{id}/versions",
                        admin.reads("/routing-policies").getLong("items[0].id"))
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations[0].field", is("rules[0].condition"))
                .body("violations[0].message", containsString("amuont"));
        tries(Map.of("tags", List.of("VIP"), "fields", fields)).statusCode(200).body("rule", is("VIPs"));
        tries(Map.of("tags", List.of(), "fields", fields)).statusCode(200).body("rule", nullValue());
        tries(Map.of("tags", List.of("vip"))).spec(refused(409, "conflict")).body("detail", containsString("vip"));
        tries(Map.of("fields", Map.of("amuont", 6))).spec(refused(409, "conflict"));
        tries(Map.of("fields", Map.of("amount", "six"))).spec(refused(400, "validation-failed"));
    }

    private ValidatableResponse tries(Map<String, Object> ticket) {
        var admin = house.admin();
        long policy = admin.reads("/routing-policies").getLong("items[0].id");
        return admin.sends(ticket)
                .post(API + "/routing-policies/{id}/versions/1/test", policy)
                .then();
    }

    private String priority(Map<String, Object> attributes) {
        long ticket = house.ticket(house.admin(), house.order(customer), attributes);
        return house.admin().reads("/tickets/" + ticket).getString("priority");
    }

    private List<Long> found(String query) {
        return house.each("/tickets?sort=openedAt&" + query.replace(" ", "%20"));
    }

    private static ValidatableResponse tag(Person who, long ticket, List<Long> add, List<Long> remove) {
        return who.sends(Map.of("add", add, "remove", remove))
                .post(API + "/tickets/{id}/tags", ticket)
                .then();
    }

    private static ValidatableResponse set(Person who, long ticket, Map<String, Object> fields) {
        return who.sends(Map.of("fields", fields))
                .put(API + "/tickets/{id}/fields", ticket)
                .then();
    }
}
