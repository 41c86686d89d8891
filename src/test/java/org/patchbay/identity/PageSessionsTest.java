package org.patchbay.identity;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.PASSWORD;
import static org.patchbay.testing.TestOrganisation.refused;

/** The sign-in of our own pages: with cookies, which are believed from our own pages only. */
@QuarkusTest
class PageSessionsTest {

    private static final String ACCESS = "patchbay-access";
    private static final String REFRESH = "patchbay-refresh";
    private static final String DEVICE = "patchbay-device";
    private static final int TABS = 6;

    @TestHTTPResource(API)
    URI api;

    private final TestOrganisation house = new TestOrganisation();
    private Person agent;

    @BeforeEach
    void hire() {
        agent = house.agent();
    }

    @Test
    void aPageSignsInWithoutSeeingAToken() {
        var signedIn = signIn(agent, Map.of());
        signedIn.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("id", is((int) agent.account()))
                .body("organisationId", notNullValue())
                .body("name", is(agent.reads("/me").getString("name")))
                .body("roles", is(List.of("agent")))
                .body("expiresAt", containsString("T"))
                .body(not(containsString("oken")));
        var access = header(signedIn, ACCESS);
        assertEquals(List.of("Path=/api", "Max-Age=2592000", "HttpOnly", "SameSite=Strict"), attributes(access));
        var refresh = header(signedIn, REFRESH);
        assertEquals(
                List.of("Path=/api/v1/auth", "Max-Age=2592000", "HttpOnly", "SameSite=Strict"), attributes(refresh));
        page(signedIn).get(API + "/me").then().statusCode(200).body("id", is((int) agent.account()));
    }

    @Test
    void aBrowserInWhichSomebodySignedInIsKnownFromThenOnAlsoWhereTheySignedOut() {
        var signedIn = signIn(agent, Map.of());
        assertEquals(
                List.of("Path=/api/v1/auth", "Max-Age=31536000", "HttpOnly", "SameSite=Strict"),
                attributes(device(signedIn)));
        var inFrame = device(signIn(agent, Map.of("embedded", true)));
        assertTrue(inFrame.startsWith(DEVICE + "-embedded="), inFrame);
        assertTrue(inFrame.endsWith("SameSite=None; Secure; Partitioned"), inFrame);
        var signedOut = ofOurPage(page(signedIn)).delete(API + "/auth/session");
        assertEquals(cookies(signedOut), signedOut.headers().getValues("Set-Cookie"), "nothing is said of the device");
    }

    @Test
    void aPageInAFrameOfAnotherSiteHasCookiesOfItsOwnThere() {
        var signedIn = signIn(agent, Map.of("embedded", true));
        for (var name : List.of(ACCESS + "-embedded", REFRESH + "-embedded")) {
            assertEquals(
                    List.of("HttpOnly", "SameSite=None", "Secure", "Partitioned"),
                    attributes(header(signedIn, name)).subList(2, 6));
        }
        page(signedIn).get(API + "/me").then().statusCode(200).body("id", is((int) agent.account()));
        var refreshed = ofOurPage(page(signedIn)).post(API + "/auth/session/refresh");
        assertTrue(header(refreshed, REFRESH + "-embedded").contains("Partitioned"));
        ofOurPage(page(refreshed)).delete(API + "/auth/session").then().statusCode(204);
        ofOurPage(page(refreshed)).post(API + "/auth/session/refresh").then().spec(refused(401, "session-ended"));
    }

    @Test
    void anAgentWhoVisitsAShopIsACustomerThereAndAnAgentAtTheDesk() {
        var customer = house.customer();
        var desk = signIn(agent, Map.of());
        var shop = signIn(customer, Map.of("embedded", true));
        var all = new HashMap<>(values(desk));
        all.putAll(values(shop));
        given().cookies(all).get(API + "/me").then().body("id", is((int) agent.account()));
        given().cookies(all)
                .header("Patchbay-Embedded", "true")
                .get(API + "/me")
                .then()
                .body("id", is((int) customer.account()));
        // Sockets say it in their address. An agent would be told that the parameter is unknown.
        given().cookies(all).get(API + "/offers?embedded=true").then().spec(refused(403, "forbidden"));
        ofOurPage(given().cookies(all))
                .header("Patchbay-Embedded", "true")
                .delete(API + "/auth/session")
                .then()
                .statusCode(204);
        refresh(shop).then().spec(refused(401, "session-ended"));
        refresh(desk).then().statusCode(200).body("id", is((int) agent.account()));
    }

    @Test
    void aPasswordIsCheckedAsEverywhere() {
        var wrong = credentials(agent);
        wrong.put("password", "not the password");
        ofOurPage(given())
                .contentType(ContentType.JSON)
                .body(wrong)
                .post(API + "/auth/session")
                .then()
                .spec(refused(401, "wrong-credentials"))
                .header("Set-Cookie", is((String) null));
    }

    @Test
    void theTokenThatARequestNamesWinsOverTheCookie() {
        var other = house.supervisor();
        var signedIn = signIn(agent, Map.of());
        page(signedIn)
                .header("Authorization", "Bearer " + other.token())
                .get(API + "/me")
                .then()
                .statusCode(200)
                .body("id", is((int) other.account()));
        page(signedIn)
                .header("Authorization", "Bearer nonsense")
                .get(API + "/me")
                .then()
                .spec(refused(401, "unauthorized"));
    }

    @Test
    void whatACookieChangesMustComeFromAPageOfOurs() {
        var signedIn = signIn(agent, Map.of());
        var path = API + "/agents/" + agent.id() + "/presence";
        var own = api.getScheme() + "://" + api.getAuthority();
        var away = Map.of("presence", "OFFLINE");
        for (var origin : List.of(
                Map.<String, String>of(),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", own),
                Map.of("Origin", "null"),
                Map.of("Origin", "https://elsewhere.example"),
                Map.of("Origin", own + ".elsewhere.example"))) {
            page(signedIn)
                    .headers(origin)
                    .contentType(ContentType.JSON)
                    .body(away)
                    .put(path)
                    .then()
                    .spec(refused(403, "foreign-origin"));
        }
        for (var origin : List.of(Map.of("Sec-Fetch-Site", "same-origin"), Map.of("Origin", own))) {
            page(signedIn)
                    .headers(origin)
                    .contentType(ContentType.JSON)
                    .body(away)
                    .put(path)
                    .then()
                    .statusCode(200);
        }
        page(signedIn)
                .header("Sec-Fetch-Site", "cross-site")
                .get(API + "/me")
                .then()
                .statusCode(200);
        agent.sends(away).put(path).then().statusCode(200);
        agent.sends(away)
                .header("Cookie", ACCESS + "=" + value(signedIn, ACCESS))
                .header("Sec-Fetch-Site", "cross-site")
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void aWebSocketIsOpenedWithACookieByPagesOfOursOnly() {
        var signedIn = signIn(agent, Map.of());
        upgrade(page(signedIn)).then().spec(refused(403, "foreign-origin"));
        upgrade(page(signedIn).header("Sec-Fetch-Site", "cross-site")).then().spec(refused(403, "foreign-origin"));
        upgrade(page(signedIn).header("Origin", "https://elsewhere.example"))
                .then()
                .spec(refused(403, "foreign-origin"));
        upgrade(page(signedIn).header("Origin", api.getScheme() + "://" + api.getAuthority()))
                .then()
                .statusCode(200);
        upgrade(agent.asks()).then().statusCode(200);
    }

    @Test
    void noOtherPageSignsItsVisitorsInOrOut() {
        var signedIn = signIn(agent, Map.of());
        for (var site : List.of("cross-site", "same-site", "none")) {
            foreign(given().contentType(ContentType.JSON).body(credentials(agent)), site)
                    .post(API + "/auth/session")
                    .then()
                    .spec(refused(403, "foreign-origin"));
            foreign(page(signedIn), site)
                    .post(API + "/auth/session/refresh")
                    .then()
                    .spec(refused(403, "foreign-origin"));
            foreign(page(signedIn), site).delete(API + "/auth/session").then().spec(refused(403, "foreign-origin"));
        }
        given().contentType(ContentType.JSON)
                .body(credentials(agent))
                .post(API + "/auth/session")
                .then()
                .spec(refused(403, "foreign-origin"));
        refresh(signedIn).then().statusCode(200);
    }

    @Test
    void tabsThatRefreshAtTheSameMomentStaySignedInOnOneChain() throws Exception {
        var signedIn = signIn(agent, Map.of());
        var start = new CyclicBarrier(TABS);
        Callable<Response> tab = () -> {
            start.await();
            return refresh(signedIn);
        };
        try (var threads = Executors.newFixedThreadPool(TABS)) {
            var answers = threads.invokeAll(Collections.nCopies(TABS, tab)).stream()
                    .map(Future::resultNow)
                    .toList();
            answers.forEach(answer -> answer.then().statusCode(200));
            assertEquals(
                    1,
                    answers.stream()
                            .map(answer -> value(answer, REFRESH))
                            .distinct()
                            .count());
            assertNotEquals(value(signedIn, REFRESH), value(answers.getFirst(), REFRESH));
            refresh(answers.getLast()).then().statusCode(200);
        }
    }

    @Test
    void anOldCookieEndsItsSession() {
        for (var old : List.of("two refreshes ago", "too long ago")) {
            var first = signIn(agent, Map.of());
            var second = refresh(first);
            var newest = old.startsWith("two") ? refresh(second) : second;
            TestDatabase.execute(
                    "update session set last_used_at = last_used_at - interval 11 second where account_id = "
                            + agent.account());
            refresh(first).then().spec(refused(401, "session-ended"));
            refresh(newest).then().spec(refused(401, "session-ended"));
        }
    }

    @Test
    void signingOutClearsTheCookiesAlsoWhereTheTokenHasEnded() {
        var signedIn = signIn(agent, Map.of());
        var answer =
                ofOurPage(given().cookie(REFRESH, value(signedIn, REFRESH))).delete(API + "/auth/session");
        answer.then().statusCode(204);
        for (var name : List.of(ACCESS, REFRESH)) {
            assertEquals("", value(answer, name));
            assertTrue(header(answer, name).contains("Max-Age=0"));
        }
        refresh(signedIn).then().spec(refused(401, "session-ended"));
        await().until(() -> page(signedIn).get(API + "/me").statusCode() == 401);
        ofOurPage(page(signedIn)).delete(API + "/auth/session").then().statusCode(204);
        ofOurPage(given()).delete(API + "/auth/session").then().statusCode(204);
        agent.asks().get(API + "/me").then().statusCode(200);
    }

    @Test
    void whatIsLeftOfAnEndedSessionKeepsNobodyFromSigningInAgain() {
        var left = new HashMap<>(Map.of(ACCESS, "nonsense", REFRESH, "nonsense"));
        ofOurPage(given().cookies(left))
                .contentType(ContentType.JSON)
                .body(credentials(agent))
                .post(API + "/auth/session")
                .then()
                .statusCode(200);
        given().cookies(left).get(API + "/auth/options").then().statusCode(200);
        ofOurPage(given().cookies(left))
                .post(API + "/auth/session/refresh")
                .then()
                .spec(refused(401, "session-ended"));
        given().cookies(left).get(API + "/me").then().spec(refused(401, "unauthorized"));
    }

    @Test
    void aPageSignsItselfOutEverywhereToo() {
        var signedIn = signIn(agent, Map.of());
        page(signedIn).post(API + "/auth/sign-out-everywhere").then().spec(refused(403, "foreign-origin"));
        ofOurPage(page(signedIn)).post(API + "/auth/sign-out-everywhere").then().statusCode(204);
        refresh(signedIn).then().spec(refused(401, "session-ended"));
    }

    private Map<String, Object> credentials(Person person) {
        return new HashMap<>(
                Map.of("organisation", house.organisation(), "username", person.username(), "password", PASSWORD));
    }

    private Response signIn(Person person, Map<String, Object> more) {
        var request = credentials(person);
        request.putAll(more);
        return ofOurPage(given()).contentType(ContentType.JSON).body(request).post(API + "/auth/session");
    }

    private static Response refresh(Response signedIn) {
        return ofOurPage(page(signedIn)).post(API + "/auth/session/refresh");
    }

    private static Response upgrade(RequestSpecification asks) {
        return asks.header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .get(API + "/me");
    }

    private static RequestSpecification ofOurPage(RequestSpecification asks) {
        return foreign(asks, "same-origin");
    }

    private static RequestSpecification foreign(RequestSpecification asks, String site) {
        return asks.header("Sec-Fetch-Site", site);
    }

    /** A request with the cookies of this response, as a browser would send them. */
    private static RequestSpecification page(Response signedIn) {
        return given().cookies(values(signedIn));
    }

    private static Map<String, String> values(Response signedIn) {
        return cookies(signedIn).stream()
                .map(cookie -> cookie.split(";")[0].split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The cookies of the session. */
    private static List<String> cookies(Response answer) {
        var values = answer.headers().getValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.startsWith(DEVICE))
                .toList();
        assertEquals(2, values.size(), values.toString());
        return values;
    }

    private static String header(Response answer, String name) {
        return cookies(answer).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    private static String device(Response answer) {
        return answer.headers().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(DEVICE))
                .findFirst()
                .orElseThrow();
    }

    private static String value(Response answer, String name) {
        return header(answer, name).split(";")[0].split("=", 2)[1];
    }

    private static List<String> attributes(String cookie) {
        var parts = new ArrayList<>(List.of(cookie.split("; ")));
        parts.removeFirst();
        return parts;
    }
}
