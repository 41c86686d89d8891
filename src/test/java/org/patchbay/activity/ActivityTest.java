package org.patchbay.activity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.testing.FeedClient;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** People see who else looks at their conversation and who types, as far as it concerns them. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class ActivityTest {

    private static final Map<String, String> LOOKING = Map.of("state", "LOOKING");
    private static final Map<String, String> TYPING = Map.of("state", "TYPING");
    private static final Map<String, String> TYPING_TO_CUSTOMER = Map.of("state", "TYPING", "audience", "PUBLIC");
    private static final Map<String, String> LEFT = Map.of("state", "LEFT");

    @TestHTTPResource("/")
    URI server;

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person supervisor;
    private long conversation;

    @BeforeEach
    void somebodyTalksWithAnAgent() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        supervisor = house.supervisor();
        conversation = house.chat(customer, "Hello?");
        house.awaitHeldBy(agent, conversation);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void bothSidesSeeEachOtherType() {
        try (var page = listens(customer);
                var desk = listens(agent)) {
            tells(customer, LOOKING);
            tells(agent, LOOKING);
            tells(customer, TYPING);
            tells(agent, TYPING_TO_CUSTOMER);
            tells(agent, LOOKING);
            await().untilAsserted(() -> assertEquals(List.of("TYPING"), activities(desk)));
            await().untilAsserted(() -> assertEquals(List.of("TYPING", "LEFT"), activities(page)));
            var typing = page.events().getFirst();
            assertEquals(conversation, typing.path("conversationId").asLong());
            assertEquals(
                    agent.account(), typing.path("activity").path("accountId").asLong());
            assertTrue(typing.path("number").isMissingNode(), "it is live only");
        }
    }

    @Test
    void theAnswerTellsWhoIsThereAlready() {
        tells(
                customer,
                Map.of("state", "TYPING", "page", "https://shop.example/shoes?token=secret#top", "language", "de-AT"));
        tells(supervisor, TYPING);
        tells(agent, LOOKING)
                .body("", hasSize(2))
                .body("find { it.customer }.page", is("https://shop.example/shoes"))
                .body("find { it.customer }.language", is("de-AT"))
                .body("find { !it.customer }.audience", is("INTERNAL"));
        tells(customer, LOOKING).body("", empty());
        tells(supervisor, TYPING_TO_CUSTOMER);
        tells(customer, LOOKING)
                .body("accountId", contains((int) supervisor.account()))
                .body("[0].page", nullValue());
    }

    @Test
    void whoeverCeasesIsForgotten() {
        tells(customer, TYPING);
        tells(supervisor, LOOKING);
        MovableClock.forward(Duration.ofSeconds(7));
        tells(agent, LOOKING).body("accountId", contains((int) supervisor.account()));
        tells(supervisor, LEFT);
        tells(agent, LOOKING).body("", empty());
        tells(customer, LOOKING);
        MovableClock.forward(Duration.ofSeconds(31));
        tells(agent, LOOKING).body("", empty());
    }

    @Test
    void onlyWhoeverLooksIsTold() {
        try (var there = listens(agent);
                var elsewhere = listens(supervisor)) {
            tells(agent, LOOKING);
            tells(customer, TYPING);
            customer.sends(Map.of("readUpTo", 1))
                    .put(API + "/conversations/{id}/position", conversation)
                    .then()
                    .statusCode(204);
            await().untilAsserted(() -> assertEquals(List.of("ACTIVITY", "POSITION"), live(there)));
            tells(agent, LEFT);
            tells(customer, LOOKING);
            tells(supervisor, LOOKING);
            tells(customer, TYPING);
            await().untilAsserted(() -> assertEquals(List.of("TYPING"), activities(elsewhere)));
            assertEquals(List.of("ACTIVITY", "POSITION"), live(there));
        }
    }

    @Test
    void nobodyIsTrickedOrLooksIntoWhatIsNotTheirs() {
        var colleague = house.agent();
        tells(colleague, TYPING_TO_CUSTOMER);
        tells(customer, LOOKING).body("", empty());
        var stranger = TestOrganisation.ofNewOrganisation().admin();
        for (var other : List.of(house.customer(), stranger)) {
            other.sends(LOOKING)
                    .put(API + "/conversations/{id}/activity", conversation)
                    .then()
                    .spec(refused(404, "not-found"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"state\":\"DANCING\"}",
                "{\"state\":\"LOOKING\",\"page\":\"javascript:alert(1)\"}",
                "{\"state\":\"LOOKING\",\"page\":\"https://a b\"}",
                "{\"state\":\"LOOKING\",\"page\":\"file:///etc/passwd\"}",
                "{\"state\":\"LOOKING\",\"language\":\"<b>de</b>\"}",
                "{\"state\":\"TYPING\",\"audience\":\"EVERYBODY\"}"
            })
    void nonsenseIsRefused(String body) {
        customer.sends(body)
                .put(API + "/conversations/{id}/activity", conversation)
                .then()
                .statusCode(400);
    }

    private ValidatableResponse tells(Person person, Map<String, String> activity) {
        return person.sends(activity)
                .put(API + "/conversations/{id}/activity", conversation)
                .then()
                .statusCode(200);
    }

    private FeedClient listens(Person person) {
        return FeedClient.open(server, person.token(), null);
    }

    private static List<String> live(FeedClient page) {
        return page.events().stream()
                .map(event -> event.path("type").asText())
                .filter(type -> type.equals("ACTIVITY") || type.equals("POSITION"))
                .toList();
    }

    private static List<String> activities(FeedClient page) {
        return page.events().stream()
                .filter(event -> event.path("type").asText().equals("ACTIVITY"))
                .map(ActivityTest::state)
                .toList();
    }

    private static String state(JsonNode event) {
        return event.path("activity").path("state").asText();
    }
}
