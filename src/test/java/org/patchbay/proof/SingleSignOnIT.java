package org.patchbay.proof;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Browser;
import org.patchbay.testing.Client;
import org.patchbay.testing.Keycloak;
import org.patchbay.testing.Patience;
import org.patchbay.testing.Replica;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** People of an organisation sign in at a real identity provider, through any replica. */
class SingleSignOnIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGN_ON = "/api/v1/auth/sso/default";
    private static Keycloak keycloak;
    private static Replica one;
    private static Replica other;
    private static Client admin;
    private static long organisation;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        keycloak = Keycloak.start();
        var pair = Pair.fresh();
        keycloak.awaitReady();
        one = pair.left();
        other = pair.right();
        admin = new Client(List.of(one.uri())).signedIn("admin", TestOrganisation.PASSWORD);
        organisation = TestDatabase.count("select id from organisation where slug = 'default'");
        set(true, Keycloak.CLIENT);
    }

    @AfterAll
    static void close() {
        keycloak.close();
    }

    @Test
    void whoSignsInAtTheIdentityProviderHasASessionWhicheverReplicaAnswers() throws Exception {
        var browser = new Browser();
        var back = backFrom(browser, browser.visit(one, SIGN_ON), "bert");
        assertEquals(Browser.HOST, back.getAuthority());
        assertTrue(back.getRawPath().startsWith(SIGN_ON), back.toString());
        var landed = browser.visit(other, back.getRawPath() + "?" + back.getRawQuery());
        assertEquals(200, landed.statusCode(), landed.body());
        assertEquals(Map.of(), browser.cookies(Browser.HOST), "our session is the session");

        var token = JSON.readTree(landed.body());
        var me = me(token.path("accessToken").asText());
        assertEquals("Bert Acme", me.path("name").asText());
        assertEquals("[\"agent\"]", me.path("roles").toString());
        assertEquals(200, admin.get("/agents/" + me.path("id").asLong()).status());
        var refreshed = new Client(List.of(one.uri()))
                .post("/auth/refresh", JSON.createObjectNode().set("refreshToken", token.path("refreshToken")));
        assertEquals(200, refreshed.status());

        var replayed = browser.visit(other, back.getRawPath() + "?" + back.getRawQuery());
        assertTrue(replayed.statusCode() != 200, "a code that comes a second time");
        var stolen = new Browser().visit(other, back.getRawPath() + "?" + back.getRawQuery());
        assertTrue(stolen.statusCode() != 200, "a code that comes from another browser");
    }

    @Test
    void aPageComesBackSignedInByCookiesToWhereItWanted() throws Exception {
        var browser = new Browser();
        var back = backFrom(browser, browser.open(one, SIGN_ON + "?return=/tickets/4711"), "bert");
        var landed = browser.open(other, back.getRawPath() + "?" + back.getRawQuery());
        assertEquals(303, landed.statusCode(), landed.body());
        assertEquals("/tickets/4711", landed.headers().firstValue("Location").orElseThrow());
        assertEquals("", landed.body());
        assertEquals(
                Set.of("patchbay-access", "patchbay-refresh"),
                browser.cookies(Browser.HOST).keySet());
        var me = JSON.readTree(browser.visit(one, "/api/v1/me").body());
        assertEquals("Bert Acme", me.path("name").asText());

        var elsewhere = new Browser();
        back = backFrom(elsewhere, elsewhere.open(one, SIGN_ON + "?return=//elsewhere.example"), "bert");
        landed = elsewhere.open(other, back.getRawPath() + "?" + back.getRawQuery());
        assertEquals("/", landed.headers().firstValue("Location").orElseThrow());
        var failed = new Browser().open(one, SIGN_ON + "?error=access_denied");
        assertTrue(Set.of(302, 303).contains(failed.statusCode()), failed.body());
    }

    @Test
    void cookiesAreSecureWhereTheProxyWasAskedByHttps() throws Exception {
        var body = JSON.writeValueAsString(Map.of("username", "admin", "password", TestOrganisation.PASSWORD));
        var request = HttpRequest.newBuilder(one.uri().resolve("/api/v1/auth/session"))
                .header("X-Forwarded-Host", Browser.HOST)
                .header("X-Forwarded-Proto", "https")
                .header("Origin", "https://" + Browser.HOST)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        var cookies = answer.headers().allValues("Set-Cookie");
        assertEquals(3, cookies.size());
        cookies.forEach(cookie -> assertTrue(cookie.endsWith("; HttpOnly; SameSite=Strict; Secure"), cookie));
    }

    @Test
    void aTokenOfTheIdentityProviderIsExchanged() throws Exception {
        var first = exchanged(keycloak.token("access_token", "acme", Keycloak.CLIENT, "carla"));
        var again = exchanged(keycloak.token("id_token", "acme", Keycloak.CLIENT, "carla"));
        assertEquals(me(first).path("id"), me(again).path("id"));
        assertEquals("[\"customer\"]", me(first).path("roles").toString());
        assertEquals(1, TestDatabase.count("select count(*) from customer where email = 'carla@acme.example'"));
        assertEquals(
                0,
                TestDatabase.count("select count(*) from account where username = 'carla' and"
                        + " (password_hash is not null or email is not null)"),
                "nothing that a password link could be mailed to");
    }

    @Test
    void aRoleThatIsTakenAwayThereIsGoneHereAndSessionsEnd() throws Exception {
        var before = exchanged(keycloak.token("access_token", "acme", Keycloak.CLIENT, "ada"));
        assertEquals("[\"agent\",\"supervisor\"]", me(before).path("roles").toString());
        long id = me(before).path("id").asLong();
        keycloak.role("DELETE", "acme", "ada", "lead");
        var after = exchanged(keycloak.token("access_token", "acme", Keycloak.CLIENT, "ada"));
        assertEquals("[\"agent\"]", me(after).path("roles").toString());
        Patience.await().until(() -> status(before) == 401);
        assertEquals(200, status(after));
        assertEquals(1, audited("ACCOUNT_ROLES_CHANGED", Long.toString(id)));

        keycloak.role("DELETE", "acme", "ada", "support");
        refused(403, "no-role", keycloak.token("access_token", "acme", Keycloak.CLIENT, "ada"));
        Patience.await().until(() -> status(after) == 401);
        keycloak.role("POST", "acme", "ada", "support");
        assertEquals(
                id,
                me(exchanged(keycloak.token("access_token", "acme", Keycloak.CLIENT, "ada")))
                        .path("id")
                        .asLong());
    }

    @Test
    void whoHasNoRoleOrSomebodyElsesNameIsRefused() throws Exception {
        refused(403, "no-role", keycloak.token("access_token", "acme", Keycloak.CLIENT, "nobody"));
        assertEquals(0, TestDatabase.count("select count(*) from account where username = 'nobody'"));
        refused(409, "identity-taken", keycloak.token("access_token", "acme", Keycloak.CLIENT, "admin"));
        assertEquals(1, TestDatabase.count("select count(*) from account where username = 'admin'"));
        assertEquals(1, audited("SIGN_IN_FAILED", "nobody"));
        assertEquals(1, audited("SIGN_IN_FAILED", "admin"));
    }

    @Test
    void onlyTokensOfThisIssuerAndClientAreGood() throws Exception {
        refused(401, "unauthorized", keycloak.token("access_token", "other", Keycloak.CLIENT, "ada"));
        refused(401, "unauthorized", keycloak.token("id_token", "acme", "another-client", "bert"));
        refused(401, "unauthorized", keycloak.token("refresh_token", "acme", Keycloak.CLIENT, "bert"));
        var good = keycloak.token("access_token", "acme", Keycloak.CLIENT, "bert");
        var parts = good.split("\\.");
        var elses =
                keycloak.token("access_token", "acme", Keycloak.CLIENT, "carla").split("\\.");
        refused(401, "unauthorized", parts[0] + "." + elses[1] + "." + parts[2]);
        refused(401, "unauthorized", "eyJhbGciOiJub25lIn0." + parts[1] + ".");
        refused(401, "unauthorized", "nonsense");
        // Not even with the cookie that would name the tenant.
        for (var path : List.of("/api/v1/me", "/api/v1/tickets", SIGN_ON.replace("default", "operators"))) {
            var request = HttpRequest.newBuilder(one.uri().resolve(path))
                    .header("Authorization", "Bearer " + good)
                    .header("Cookie", "q_session_" + tenant() + "=x");
            var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            assertTrue(status == 401 || status == 404, path + ": " + status);
        }
    }

    @Test
    void aChangeIsFollowedAtOnceByEveryReplica() throws Exception {
        var token = keycloak.token("access_token", "acme", Keycloak.CLIENT, "bert");
        assertEquals(302, new Browser().visit(other, SIGN_ON).statusCode());
        set(true, "another-client");
        var redirected = new Browser().visit(other, SIGN_ON);
        assertTrue(Browser.redirect(redirected).getQuery().contains("client_id=another-client"));
        assertEquals(401, exchange(other, token).statusCode());
        set(false, Keycloak.CLIENT);
        var unknown = new Browser().visit(other, SIGN_ON.replace("default", "no-such-organisation"));
        for (var answer : List.of(new Browser().visit(other, SIGN_ON), exchange(other, token), unknown)) {
            assertEquals(404, answer.statusCode());
            assertEquals(
                    JSON.readTree(unknown.body()).path("detail"),
                    JSON.readTree(answer.body()).path("detail"));
        }
        set(true, Keycloak.CLIENT);
        assertEquals(200, exchange(other, token).statusCode());
    }

    @Test
    void groupsFollowTheClaimToo() throws Exception {
        var bert = exchanged(keycloak.token("access_token", "acme", Keycloak.CLIENT, "bert"));
        long id = me(bert).path("id").asLong();
        assertEquals(
                List.of("GROUP"),
                TestDatabase.list("select sees from membership where account_id = " + id, row -> row.getString(1)));
        keycloak.role("POST", "acme", "bert", "lead");
        exchanged(keycloak.token("access_token", "acme", Keycloak.CLIENT, "bert"));
        assertEquals(
                List.of("SUBTREE"),
                TestDatabase.list("select sees from membership where account_id = " + id, row -> row.getString(1)));
        keycloak.role("DELETE", "acme", "bert", "lead");
    }

    private static String tenant() {
        return TestDatabase.list("select concat('sign-on-', id, '-', version) from sign_on", row -> row.getString(1))
                .getFirst();
    }

    private static void set(boolean enabled, String client) {
        var answer = admin.put(
                "/organisations/" + organisation + "/sign-in",
                JSON.valueToTree(Map.of(
                        "issuer",
                        keycloak.issuer("acme"),
                        "clientId",
                        client,
                        "clientSecret",
                        Keycloak.SECRET,
                        "enabled",
                        enabled,
                        "roleClaim",
                        "realm_access/roles",
                        "groupClaim",
                        "realm_access/roles",
                        "groups",
                        Map.of("support", place("GROUP"), "lead", place("SUBTREE")),
                        "roles",
                        Map.of("support", "agent", "lead", "supervisor", "shopper", "customer"))));
        assertEquals(200, answer.status(), String.valueOf(answer.body()));
        assertFalse(answer.body().toString().contains(Keycloak.SECRET));
    }

    private static Map<String, Object> place(String sees) {
        return Map.of(
                "groupId",
                TestDatabase.count("select id from org_group where root_of = " + organisation),
                "sees",
                sees);
    }

    private static URI backFrom(Browser browser, HttpResponse<String> redirected, String username) throws Exception {
        assertEquals(302, redirected.statusCode(), redirected.body());
        var page = browser.visit(Browser.redirect(redirected));
        var answer = browser.submit(page, Map.of("username", username, "password", TestOrganisation.PASSWORD));
        assertEquals(302, answer.statusCode(), answer.body());
        return Browser.redirect(answer);
    }

    private String exchanged(String token) throws Exception {
        var answer = exchange(one, token);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).path("accessToken").asText();
    }

    private void refused(int status, String type, String token) throws Exception {
        var answer = exchange(one, token);
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "urn:patchbay:problem:" + type,
                JSON.readTree(answer.body()).path("type").asText());
    }

    private HttpResponse<String> exchange(Replica replica, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(replica.uri().resolve(SIGN_ON))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode me(String token) throws Exception {
        return JSON.readTree(asMe(token).body());
    }

    private int status(String token) throws Exception {
        return asMe(token).statusCode();
    }

    private HttpResponse<String> asMe(String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(one.uri().resolve("/api/v1/me"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static long audited(String action, String subject) {
        return TestDatabase.count(
                "select count(*) from audit_entry where action = '" + action + "' and subject_id = '" + subject + "'");
    }
}
