package org.patchbay.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.FeedClient;
import org.patchbay.testing.LoggedLines;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Visibility of events, resumption, and the end of connections. Each test has an organisation of its own. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class FeedTest {

    private static final int SIGNED_OUT = 4401;
    private static final int SUSPENDED = 4403;
    private static final Duration LONGER_THAN_A_TOKEN_LIVES = Duration.ofMinutes(16);

    @TestHTTPResource("/")
    URI server;

    @Inject
    FeedStore store;

    @Inject
    SubscriptionReview subscriptionReview;

    @Inject
    EventRetention eventRetention;

    private TestOrganisation house;

    @BeforeEach
    void found() {
        house = TestOrganisation.ofNewOrganisation();
    }

    // ------------------------------------------------------------------- what

    @Test
    void aPageHearsTheLifeOfATicketAsItHappens() {
        var agent = house.agent();
        try (var page = listens(house.supervisor())) {
            assertEquals("HELLO", page.greeting().path("type").asText());
            assertEquals(
                    "2026-11-29T09:30:00.000Z", page.greeting().path("pages").asText());
            house.present(agent, "AVAILABLE");
            long ticket = house.ticket(house.customer());
            house.awaitHeldBy(agent, ticket);
            agent.takes("resolve", ticket).then().statusCode(200);
            heard(page, ticket, "OPENED", "ASSIGNED", "RESOLVED");
            var assigned = page.events().stream()
                    .filter(event -> event.path("type").asText().equals("ASSIGNED"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("IN_PROGRESS", assigned.path("status").asText());
            assertEquals(agent.id(), assigned.path("agentId").asLong());
            assertTrue(assigned.hasNonNull("at") && assigned.hasNonNull("queueId"));
            var present = page.events().stream()
                    .filter(event -> event.path("type").asText().equals("PRESENCE"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("AVAILABLE", present.path("presence").asText());
            assertEquals(agent.id(), present.path("agentId").asLong());
        }
    }

    @Test
    void staffHearThatWhatAdminsKeepChanged() {
        var carla = house.customer();
        try (var agent = listens(house.agent());
                var customer = listens(carla);
                var client = listens(house.integration())) {
            house.skill("French");
            await().until(() -> agent.events().stream()
                    .anyMatch(event -> event.path("about").asText().equals("SKILL")));
            long ticket = house.ticket(carla);
            heardNothingBefore(ticket, customer);
            heardNothingBefore(ticket, client);
        }
    }

    @Test
    void whatIsRolledBackIsNeverHeard() {
        var customer = house.customer();
        var order = house.order(customer);
        house.ticket(customer, order, Map.of());
        try (var page = listens(house.admin())) {
            customer.sends(Map.of("orderNumber", order.number(), "reason", "DAMAGED"))
                    .post(API + "/tickets")
                    .then()
                    .spec(refused(409, "live-ticket-exists"));
            long ticket = house.ticket(customer);
            heard(page, ticket, "OPENED");
            assertEquals(1, page.events().size());
        }
    }

    // -------------------------------------------------------------------- who

    @Test
    void customersHearOfTheirOwnTicketsAndNothingElse() {
        var mine = house.customer();
        var theirs = house.customer();
        var agent = house.agent();
        try (var page = listens(mine);
                var other = listens(theirs)) {
            house.present(agent, "AVAILABLE");
            long ticket = house.ticket(mine);
            house.awaitHeldBy(agent, ticket);
            heard(page, ticket, "OPENED", "ASSIGNED");
            agent.sends(Map.of("note", "The third lamp this year.", "internal", true))
                    .post(API + "/tickets/{id}/notes", ticket)
                    .then()
                    .statusCode(200);
            agent.takes("resolve", ticket).then().statusCode(200);
            heard(page, ticket, "OPENED", "ASSIGNED", "RESOLVED");
            assertEquals(3, page.events().size());
            heardNothingBefore(house.ticket(theirs), other);
        }
    }

    @Test
    void agentsOfAnIsolatedGroupHearWhatIsTheirsAndSupervisorsWhatIsBelow() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        house.isolate(true, true, true);
        var ofBerlin = house.agent();
        var ofMunich = house.agent();
        var supervisor = house.supervisor();
        house.member(berlin, ofBerlin, "OWN");
        house.member(munich, ofMunich, "GROUP");
        house.member(berlin, supervisor, "SUBTREE");
        try (var one = listens(ofBerlin);
                var other = listens(ofMunich);
                var above = listens(supervisor);
                var admin = listens(house.admin())) {
            house.present(ofBerlin, "AVAILABLE");
            long ticket = house.ticket(house.customerOf(berlin));
            house.awaitHeldBy(ofBerlin, ticket);
            ofBerlin.takes("release", ticket).then().statusCode(200);
            ofBerlin.sends(Map.of("presence", "AWAY"))
                    .put(API + "/agents/{id}/presence", ofBerlin.id())
                    .then()
                    .statusCode(200);
            await().until(() -> admin.typesOf(ticket).contains("RELEASED"));
            await().untilAsserted(() -> assertEquals(admin.typesOf(ticket), above.typesOf(ticket)));
            await().until(() -> one.typesOf(ticket).contains("RELEASED"));
            assertFalse(one.typesOf(ticket).contains("OPENED"), "who sees their own work hears nothing before it is");
            assertTrue(above.events().stream().anyMatch(event -> event.hasNonNull("presence")));
            heardNothingBefore(house.ticket(house.customerOf(munich)), other);
        }
    }

    @Test
    void aGroupThatATicketLeavesHearsThatToo() {
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        house.isolate(true, true, true);
        var ofBerlin = house.supervisor();
        var ofMunich = house.supervisor();
        house.member(berlin, ofBerlin, "GROUP");
        house.member(munich, ofMunich, "GROUP");
        try (var from = listens(ofBerlin);
                var to = listens(ofMunich)) {
            long ticket = house.ticket(house.customerOf(berlin));
            house.admin()
                    .sends(Map.of("groupId", munich))
                    .put(API + "/tickets/{id}/group", ticket)
                    .then()
                    .statusCode(200);
            house.admin().takes("cancel", ticket).then().statusCode(200);
            heard(from, ticket, "OPENED", "MOVED");
            heard(to, ticket, "MOVED", "CANCELLED");
        }
    }

    @Test
    void whoIsTakenOutOfAGroupHearsNoMoreOfItOnceThatWasLookedAt() {
        long berlin = house.group("Berlin", null);
        house.isolate(true, true, true);
        var supervisor = house.supervisor();
        house.member(berlin, supervisor, "GROUP");
        var customer = house.customerOf(berlin);
        try (var page = listens(supervisor)) {
            heard(page, house.ticket(customer), "OPENED");
            house.admin()
                    .asks()
                    .delete(API + "/groups/{id}/members/{account}", berlin, supervisor.account())
                    .then()
                    .statusCode(204);
            subscriptionReview.review();
            int before = page.events().size();
            house.ticket(customer);
            house.skill("French");
            await().until(() -> page.events().size() > before);
            assertEquals("SKILL", page.events().get(before).path("about").asText());
            assertEquals(0, page.closed());
        }
    }

    @Test
    void nothingOfAnotherOrganisationIsHeard() {
        var other = TestOrganisation.ofNewOrganisation();
        var theirs = other.customer();
        var order = other.order(theirs);
        try (var page = listens(other.admin());
                var own = listens(house.admin())) {
            long ticket = house.ticket(house.customer());
            heard(own, ticket, "OPENED");
            heardNothingBefore(other.ticket(theirs, order, Map.of()), page);
        }
    }

    // --------------------------------------------------------------- the door

    @Test
    void whoeverBringsNoTokenFillsNoLog() {
        try (var logged = LoggedLines.of(logger -> true)) {
            assertEquals(401, refusal("nonsense", "", null));
            assertEquals(401, refusal(null, "", null));
            assertEquals(
                    List.of(),
                    logged.lines().stream()
                            .filter(line -> line.startsWith("ERROR") || line.startsWith("WARN"))
                            .toList());
        }
    }

    @Test
    void whoMayNotListenIsRefusedAtTheDoor() {
        assertEquals(401, refusal(null, "", null));
        assertEquals(401, refusal("nonsense", "", null));
        assertEquals(403, refusal(TestOrganisation.operator().token(), "", null));
        assertEquals(400, refusal(house.admin().token(), "?after=yesterday", null));
        assertEquals(400, refusal(house.admin().token(), "?after=-1", null));
        assertEquals(400, refusal(house.admin().token(), "?after=1&after=2", null));
        assertEquals(400, refusal(house.admin().token(), "?since=1", null));
        assertEquals(403, refusal(client("orders:read"), "", null));
        assertEquals(403, refusal(client("orders:read"), "?since=1", null));
        given().header("Authorization", "Bearer " + client("orders:read"))
                .get(API + "/events")
                .then()
                .spec(refused(403, "insufficient-scope"));
        given().header("Authorization", "Bearer " + house.admin().token())
                .get(API + "/events?after=-1")
                .then()
                .spec(refused(400, "validation-failed"));
    }

    @Test
    void anUpgradeFromAForeignOriginIsRefused() {
        var token = house.admin().token();
        assertEquals(403, refusal(token, "", "https://elsewhere.example"));
        try (var own = FeedClient.connect(server, token, "", "http://" + server.getAuthority())) {
            await().until(() -> !own.all().isEmpty());
        }
    }

    @Test
    void anAccountThatEndedIsRefusedAtTheDoor() {
        var agent = house.agent();
        house.admin().asks().delete(API + "/agents/{id}", agent.id()).then().statusCode(204);
        await().untilAsserted(() -> assertEquals(401, refusal(agent.token(), "", null)));
    }

    @Test
    void anAccountHasFiftyConnectionsAtMost() {
        var token = house.customer().token();
        var open = Stream.generate(() -> listens(token)).limit(50).toList();
        assertEquals(429, refusal(token, "", null));
        open.getFirst().close();
        await().until(() -> {
            try (var again = listens(token)) {
                return again.closed() == 0;
            } catch (FeedClient.Refused stillOpen) {
                return false;
            }
        });
        open.forEach(FeedClient::close);
    }

    // ---------------------------------------------------------------- the end

    @Test
    void theEndOfTheTokenClosesTheConnection() {
        try (var page = listens(house.agent())) {
            assertEquals(0, page.closed());
            MovableClock.forward(LONGER_THAN_A_TOKEN_LIVES);
            await().until(() -> page.closed() == SIGNED_OUT);
        }
    }

    @Test
    void theEndOfTheSessionClosesTheConnection() {
        var agent = house.agent();
        try (var page = listens(agent)) {
            agent.asks().post(API + "/auth/sign-out-everywhere").then().statusCode(204);
            subscriptionReview.review();
            await().until(() -> page.closed() == SIGNED_OUT);
        }
    }

    @Test
    void theEndOfTheAccountClosesTheConnection() {
        var agent = house.agent();
        try (var page = listens(agent)) {
            house.admin().asks().delete(API + "/agents/{id}", agent.id()).then().statusCode(204);
            subscriptionReview.review();
            await().until(() -> page.closed() == SIGNED_OUT);
        }
    }

    @Test
    void theSuspensionOfTheOrganisationClosesTheConnection() {
        try (var page = listens(house.admin())) {
            TestOrganisation.operator()
                    .asks()
                    .post(API + "/organisations/{id}/suspend", organisation())
                    .then()
                    .statusCode(200);
            subscriptionReview.review();
            await().until(() -> page.closed() == SUSPENDED);
        }
    }

    // ------------------------------------------------------------ coming back

    @Test
    void whoComesBackHearsWhatTheyMissedAndNothingTwice() {
        var customer = house.customer();
        var admin = house.admin();
        long seen;
        long first;
        try (var page = listens(admin)) {
            first = house.ticket(customer);
            heard(page, first, "OPENED");
            seen = page.lastNumber();
            page.cut();
        }
        long missed = house.ticket(customer);
        try (var page = FeedClient.open(server, admin.token(), seen)) {
            assertEquals("HELLO", page.greeting().path("type").asText());
            assertEquals(seen, page.greeting().path("number").asLong());
            long later = house.ticket(customer);
            heard(page, missed, "OPENED");
            heard(page, later, "OPENED");
            assertEquals(2, page.events().size());
            assertEquals(List.of(), page.typesOf(first));
        }
    }

    @Test
    void whoMissedWhatIsNotKeptStartsAnew() {
        house.skill("French");
        house.skill("Dutch");
        assertTrue(removeEverythingOld() > 0);
        long present = store.lastNumbers(List.of(organisation())).get(organisation());
        for (long after : List.of(0L, present - 1, present + 1000)) {
            try (var page = FeedClient.open(server, house.admin().token(), after)) {
                await().until(() -> page.all().getLast().path("type").asText().equals("RESET"));
                assertEquals(present, page.lastNumber());
                int before = page.all().size();
                house.skill("Skill " + after);
                await().until(() -> page.all().size() > before);
                assertEquals("SKILL", page.all().getLast().path("about").asText());
                present = page.lastNumber();
            }
            removeEverythingOld();
        }
    }

    @Test
    void linesOfTicketsAreKeptAndWhoMissedOnlyThemHearsThem() {
        var customer = house.customer();
        house.skill("Dutch");
        removeEverythingOld();
        long seen = store.lastNumbers(List.of(organisation())).get(organisation());
        long ticket = house.ticket(customer, house.order(customer), Map.of());
        assertTrue(removeEverythingOld() > 0);
        try (var page = FeedClient.open(server, house.admin().token(), seen)) {
            heard(page, ticket, "OPENED");
            assertEquals("HELLO", page.greeting().path("type").asText());
        }
        house.skill("French");
        house.ticket(customer);
        removeEverythingOld();
        try (var page = FeedClient.open(server, house.admin().token(), seen)) {
            await().until(() -> page.all().getLast().path("type").asText().equals("RESET"));
            assertEquals(List.of(), page.typesOf(ticket));
        }
    }

    private int removeEverythingOld() {
        return store.removeBefore(organisation(), Times.now().plusSeconds(1), 1000);
    }

    @Test
    void whoMissedTooMuchStartsAnew() {
        TestDatabase.execute("insert into feed (organisation_id, last_number) values (" + organisation()
                + ", 20000) on duplicate key update last_number = 20000");
        try (var page = FeedClient.open(server, house.admin().token(), 5L)) {
            assertEquals("RESET", page.greeting().path("type").asText());
            assertEquals(20_000, page.lastNumber());
        }
    }

    @Test
    void onlyEventsThatAreOldEnoughAreRemoved() {
        house.skill("French");
        assertEquals(0, store.removeBefore(organisation(), Times.now().minusSeconds(60), 1000));
        assertTrue(removeEverythingOld() > 0);
        assertEquals(List.of(), store.after(organisation(), 0));
    }

    @Test
    void anOrganisationSaysHowLongOneCanComeBackForWhatOneMissed() {
        house.admin()
                .sends(Map.of("feedDays", 1))
                .put(API + "/retention")
                .then()
                .statusCode(200);
        house.skill("French");
        eventRetention.purge();
        assertFalse(store.after(organisation(), 0).isEmpty());
        long last = store.lastNumbers(List.of(organisation())).get(organisation());
        MovableClock.forward(Duration.ofDays(1));
        eventRetention.purge();
        assertTrue(store.after(organisation(), 0).stream().allMatch(event -> event.number() > last));
        try (var page = FeedClient.open(server, house.signedInAgain().admin().token(), 0L)) {
            await().until(() -> page.all().getLast().path("type").asText().equals("RESET"));
        }
    }

    // ------------------------------------------------------ server-sent events

    @Test
    void aProgramFollowsTheSameAsServerSentEvents() throws Exception {
        var customer = house.customer();
        try (var stream = new Following(house.integration().token(), "", null)) {
            stream.awaitLine("event:HELLO");
            long ticket = house.ticket(customer);
            stream.awaitLine("event:OPENED");
            assertTrue(stream.lines.stream().anyMatch(line -> line.contains("\"ticketId\":" + ticket)));
            long number = stream.lastId();
            house.admin().takes("cancel", ticket).then().statusCode(200);
            stream.awaitLine("event:CANCELLED");
            for (var again : List.of(
                    new Following(house.integration().token(), "?after=" + number, null),
                    new Following(house.integration().token(), "?after=0", number))) {
                try (again) {
                    again.awaitLine("event:CANCELLED");
                    assertFalse(again.lines.contains("event:OPENED"));
                    assertEquals(
                            "id:" + number,
                            again.lines.stream()
                                    .filter(line -> line.startsWith("id:"))
                                    .findFirst()
                                    .orElseThrow());
                }
            }
        }
    }

    @Test
    void theEndOfTheTokenEndsTheStream() throws Exception {
        try (var stream = new Following(house.agent().token(), "", null)) {
            stream.awaitLine("event:HELLO");
            MovableClock.forward(LONGER_THAN_A_TOKEN_LIVES);
            await().until(() -> stream.ended);
        }
    }

    /** A response that is read line by line. */
    private final class Following implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final InputStream body;
        private volatile boolean ended;

        Following(String token, String query, Long lastEventId) throws Exception {
            var request = HttpRequest.newBuilder(server.resolve(API + "/events" + query))
                    .header("Authorization", "Bearer " + token);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId.toString());
            }
            var response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, response.statusCode());
            assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
            body = response.body();
            Thread.ofVirtual().start(() -> {
                try (var reader = new java.io.BufferedReader(
                        new java.io.InputStreamReader(body, java.nio.charset.StandardCharsets.UTF_8))) {
                    reader.lines().forEach(line -> lines.add(line.replaceFirst("^(\\w+): ", "$1:")));
                } catch (IOException | java.io.UncheckedIOException e) {
                    // Closed.
                }
                ended = true;
            });
        }

        void awaitLine(String line) {
            await().until(() -> lines.contains(line));
        }

        long lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> Long.valueOf(line.substring(3)))
                    .reduce((one, next) -> next)
                    .orElseThrow();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    // ---------------------------------------------------------------- helpers

    private FeedClient listens(Person person) {
        return listens(person.token());
    }

    private FeedClient listens(String token) {
        return FeedClient.open(server, token, null);
    }

    private static void heard(FeedClient page, long ticket, String... types) {
        await().until(() -> page.typesOf(ticket).size() >= types.length);
        assertEquals(List.of(types), page.typesOf(ticket));
    }

    /** Events come in order: a client that heard nothing before the first event of a later ticket was told nothing. */
    private static void heardNothingBefore(long ticket, FeedClient page) {
        await().until(() -> !page.typesOf(ticket).isEmpty());
        assertEquals(
                List.of(ticket),
                page.events().stream().map(FeedTest::ticketOf).distinct().toList());
    }

    private static long ticketOf(JsonNode event) {
        return event.path("ticketId").asLong();
    }

    private int refusal(String token, String query, String origin) {
        return assertThrows(FeedClient.Refused.class, () -> FeedClient.connect(server, token, query, origin)
                        .close())
                .status();
    }

    private String client(String scope) {
        var made = house.admin()
                .sends(Map.of("name", TestOrganisation.unique("client"), "scopes", List.of(scope)))
                .post(API + "/api-clients")
                .jsonPath();
        return given().auth()
                .preemptive()
                .basic(made.getString("clientId"), made.getString("clientSecret"))
                .formParam("grant_type", "client_credentials")
                .post(API + "/auth/token")
                .path("access_token");
    }

    private long organisation() {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }
}
