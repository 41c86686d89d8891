package org.patchbay.queues.channels;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.queues.Channel;
import org.patchbay.queues.ChannelSettings;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The cost of channels, and agents' limits of them. */
@QuarkusTest
class ChannelsTest {

    private final Channels channels;
    private final CurrentOrganisation currentOrganisation;
    private TestOrganisation house;
    private Person admin;

    ChannelsTest(Channels channels, CurrentOrganisation currentOrganisation) {
        this.channels = channels;
        this.currentOrganisation = currentOrganisation;
    }

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void aCallTakesAllOfAnAgentUntilTheOrganisationSaysOtherwise() {
        admin.asks()
                .get(API + "/channels")
                .then()
                .statusCode(200)
                .body("channel", contains("RETURN_CASE", "CHAT", "VOICE", "VIDEO", "CALLBACK", "WORK_ITEM"))
                .body("units", everyItem(is(1)))
                .body("findAll{it.exclusive}.channel", contains("VOICE", "VIDEO"))
                .body("offerSeconds", everyItem(nullValue()));
        set("VOICE", Map.of("units", 3, "exclusive", false, "offerSeconds", 20), "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("units", is(3));
        set("VOICE", Map.of("units", 4, "exclusive", false), "\"0\"").then().spec(refused(412, "version-mismatch"));
        assertEquals(
                new ChannelSettings(3, false, 20),
                currentOrganisation.in(organisation(), () -> channels.settings(Channel.VOICE)));
        assertEquals(
                new ChannelSettings(1, true, null),
                currentOrganisation.in(organisation(), () -> channels.settings(Channel.VIDEO)));
        set("VOICE", Map.of("units", 2, "exclusive", true), "\"1\"")
                .then()
                .header("ETag", "\"2\"")
                .body("offerSeconds", nullValue());
        admin.asks().get(API + "/channels/VOICE").then().header("ETag", "\"2\"").body("exclusive", is(true));
        TestOrganisation.ofNewOrganisation()
                .admin()
                .asks()
                .get(API + "/channels/VOICE")
                .then()
                .body("units", is(1));
        admin.asks().get(API + "/audit").then().body("items.action", hasItem("CHANNEL_SET"));
    }

    @Test
    void everySettingIsChecked() {
        wrong("units", 0);
        wrong("units", 101);
        wrong("units", null);
        wrong("exclusive", null);
        wrong("offerSeconds", 0);
        wrong("offerSeconds", 3601);
        set("PIGEON", Map.of("units", 1, "exclusive", false), null).then().spec(refused(404, "not-found"));
    }

    @Test
    void anAgentsLimitsAreReplacedAsAWhole() {
        var ada = house.agent();
        var supervisor = house.supervisor();
        limits(supervisor, ada, limit("CHAT", 3), limit("VOICE", 0))
                .then()
                .statusCode(200)
                .body("channel", contains("CHAT", "VOICE"));
        limits(supervisor, ada, limit("VOICE", 0), limit("CHAT", 3)).then().statusCode(200);
        limits(supervisor, ada, limit("CHAT", 2), limit("VIDEO", 1)).then().statusCode(200);
        ada.asks()
                .get(API + "/agents/{id}/limits", ada.id())
                .then()
                .body("channel", containsInAnyOrder("CHAT", "VIDEO"))
                .body("find{it.channel == 'CHAT'}.maximum", is(2));
        assertEquals(
                2,
                TestDatabase.count(
                        "select count(*) from audit_entry where action = 'AGENT_LIMITS_SET' and subject_id = '"
                                + ada.id() + "'"));
        limits(supervisor, ada).then().statusCode(200).body("$", empty());
    }

    @Test
    void aLimitIsOfOneChannelAndFromNoneToAHundred() {
        var ada = house.agent();
        for (var bad :
                List.of(limit("CHAT", -1), limit("CHAT", 101), Map.of("channel", "CHAT"), Map.of("maximum", 1))) {
            limits(admin, ada, bad).then().spec(refused(400, "validation-failed"));
        }
        limits(admin, ada, limit("CHAT", 1), limit("CHAT", 2)).then().spec(refused(400, "validation-failed"));
        limits(admin, ada, limit("PIGEON", 1)).then().spec(refused(400, "bad-request"));
        limits(TestOrganisation.ofNewOrganisation().admin(), ada, limit("CHAT", 1))
                .then()
                .spec(refused(404, "not-found"));
        long berlin = house.group("Berlin", null);
        var ofBerlin = house.supervisor();
        house.member(berlin, ofBerlin, "GROUP");
        house.isolate(false, false, true);
        limits(ofBerlin, ada, limit("CHAT", 1)).then().spec(refused(404, "not-found"));
        ofBerlin.asks().get(API + "/agents/{id}/limits", ada.id()).then().spec(refused(404, "not-found"));
    }

    @Test
    void aLimitIsNeverBelowWhatTheAgentHoldsNow() {
        var customer = house.customer();
        long first = house.ticket(customer);
        house.ticket(customer);
        var ada = house.agent(3);
        house.present(ada, "AVAILABLE");
        assertEquals(2, held(ada));
        limits(admin, ada, limit("RETURN_CASE", 1)).then().spec(refused(409, "agent-at-capacity"));
        limits(admin, ada, limit("CHAT", 0)).then().statusCode(200);
        limits(admin, ada, limit("RETURN_CASE", 2)).then().statusCode(200);
        long third = house.ticket(customer);
        assertEquals("OPEN", house.status(third), "two are the most");
        limits(admin, ada, limit("RETURN_CASE", 1)).then().spec(refused(409, "agent-at-capacity"));
        admin.takes("cancel", third).then().statusCode(200);
        admin.takes("resolve", first).then().statusCode(200);
        limits(admin, ada, limit("RETURN_CASE", 1)).then().statusCode(200);
        assertEquals(1, held(ada));
        limits(admin, ada).then().statusCode(200);
    }

    private static long held(Person agent) {
        return TestDatabase.count("select count(*) from assignment where live_agent_id = " + agent.id());
    }

    private long organisation() {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }

    private void wrong(String field, Object value) {
        var request = new HashMap<String, Object>(Map.of("units", 1, "exclusive", false));
        request.putAll(Collections.singletonMap(field, value));
        set("CHAT", request, null)
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", contains(field));
    }

    private Response set(String channel, Map<String, ?> request, String ifMatch) {
        var sent = admin.sends(request);
        return (ifMatch == null ? sent : sent.header("If-Match", ifMatch)).put(API + "/channels/{channel}", channel);
    }

    private static Response limits(Person who, Person agent, Map<?, ?>... limits) {
        return who.sends(List.of(limits)).put(API + "/agents/{id}/limits", agent.id());
    }

    private static Map<String, Object> limit(String channel, int maximum) {
        return Map.of("channel", channel, "maximum", maximum);
    }
}
