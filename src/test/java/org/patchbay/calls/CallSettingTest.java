package org.patchbay.calls;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** An organisation says which calls there are, and who knows of those who listen. */
@QuarkusTest
class CallSettingTest {

    private TestOrganisation house;
    private Person customer;
    private Person agent;

    @BeforeEach
    void openAHouse() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void nobodyCallsByAKindThatIsOff() {
        kinds(customer, "VOICE", "VIDEO");
        set(true, false, false).then().statusCode(200).body("version", is(1));
        kinds(customer, "VOICE");
        kinds(agent, "VOICE");
        call(customer, "/calls", "VIDEO").then().spec(refused(409, "conflict"));
        long chat = house.chat(customer, "Hello?");
        house.awaitHeldBy(agent, chat);
        for (var each : new Person[] {customer, agent}) {
            call(each, "/tickets/" + chat + "/calls", "VIDEO").then().spec(refused(409, "conflict"));
        }
        call(agent, "/tickets/" + chat + "/calls", "VOICE").then().statusCode(201);
        // A call that goes on does so.
        set(false, false, false).then().statusCode(200);
        call(customer, "/tickets/" + chat + "/calls", "VOICE")
                .then()
                .statusCode(201)
                .body("kind", is("VOICE"));
        TestOrganisation.ofNewOrganisation()
                .customer()
                .asks()
                .get(API + "/me/call-kinds")
                .then()
                .body("", contains("VOICE", "VIDEO"));
    }

    @Test
    void theHolderSeesWhoListensWhereTheHouseWantsItAndTheCustomerNever() {
        var supervisor = house.supervisor();
        long ticket = call(customer, "/calls", "VOICE")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("ticketId");
        house.awaitHeldBy(agent, ticket);
        long call = house.admin().reads("/tickets/{id}/calls", ticket).getLong("[0].id");
        joins(customer, call, "TALK");
        joins(agent, call, "TALK");
        joins(supervisor, call, "LISTEN");
        legs(agent, call, "CUSTOMER", "AGENT");
        set(true, true, true).then().statusCode(200);
        legs(agent, call, "CUSTOMER", "AGENT", "SUPERVISOR");
        legs(customer, call, "CUSTOMER", "AGENT");
        legs(house.agent(), call, "CUSTOMER", "AGENT");
    }

    @Test
    void theSettingIsChangedAsItWasReadAndTheAuditHasIt() {
        set(true, true, true).then().header("ETag", is("\"1\""));
        house.admin()
                .sends(Map.of("voice", true, "video", true, "listenersShown", false))
                .header("If-Match", "\"0\"")
                .put(API + "/call-setting")
                .then()
                .spec(refused(412, "version-mismatch"));
        house.admin()
                .asks()
                .get(API + "/audit?action=CALLS_SET")
                .then()
                .body("items.after.listenersShown", hasItem(true));
        house.supervisor()
                .sends(Map.of("voice", true, "video", true, "listenersShown", false))
                .put(API + "/call-setting")
                .then()
                .spec(refused(403, "forbidden"));
    }

    private Response set(boolean voice, boolean video, boolean listenersShown) {
        return house.admin()
                .sends(Map.of("voice", voice, "video", video, "listenersShown", listenersShown))
                .put(API + "/call-setting");
    }

    private static void kinds(Person person, String... kinds) {
        person.asks().get(API + "/me/call-kinds").then().statusCode(200).body("", contains(kinds));
    }

    private static void legs(Person person, long call, String... roles) {
        person.asks().get(API + "/calls/{id}", call).then().statusCode(200).body("legs.role", contains(roles));
    }

    private static Response call(Person person, String path, String kind) {
        return person.sends(Map.of("kind", kind)).post(API + path);
    }

    private static void joins(Person person, long call, String mode) {
        person.sends(Map.of("mode", mode))
                .post(API + "/calls/{id}/legs", call)
                .then()
                .statusCode(201);
    }
}
