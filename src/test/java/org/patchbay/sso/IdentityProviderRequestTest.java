package org.patchbay.sso;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Permissions to set an identity provider, and the stored settings. {@code SingleSignOnIT} signs in. */
@QuarkusTest
class IdentityProviderRequestTest {

    private static final String SECRET = "a client secret for tests";
    private static final String PATH = API + "/organisations/{id}/sign-in";

    private TestOrganisation house;
    private long organisation;

    @BeforeEach
    void settle() {
        house = TestOrganisation.ofNewOrganisation();
        organisation = idOf(house);
    }

    @Test
    void anAdminSaysWhereTheirPeopleSignIn() {
        var admin = house.admin();
        admin.asks().get(PATH, organisation).then().spec(refused(404, "not-found"));
        put(admin, settings())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("issuer", is("https://idp.example/realms/acme"))
                .body("roles.support", is("agent"))
                .body("clientSecret", nullValue());
        var changed = settings();
        changed.remove("clientSecret");
        changed.put("defaultRole", "customer");
        put(admin, changed).then().statusCode(200).header("ETag", "\"1\"").body("defaultRole", is("customer"));
        admin.sends(changed)
                .header("If-Match", "\"0\"")
                .put(PATH, organisation)
                .then()
                .spec(refused(412, "version-mismatch"));
        TestOrganisation.operator()
                .asks()
                .get(PATH, organisation)
                .then()
                .statusCode(200)
                .body("clientId", is("patchbay"));
        admin.asks().delete(PATH, organisation).then().statusCode(204);
        admin.asks().get(PATH, organisation).then().spec(refused(404, "not-found"));
        admin.asks()
                .get(API + "/audit?limit=200")
                .then()
                .body("items.action", hasItem("SIGN_ON_SET"))
                .body("items.action", hasItem("SIGN_ON_REMOVED"))
                .body(not(containsString(SECRET)));
    }

    @Test
    void anotherOrganisationsAdminSeesAndChangesNothing() {
        put(house.admin(), settings()).then().statusCode(200);
        var stranger = TestOrganisation.ofNewOrganisation().admin();
        stranger.asks().get(PATH, organisation).then().spec(refused(404, "not-found"));
        put(stranger, settings()).then().spec(refused(404, "not-found"));
        stranger.asks().delete(PATH, organisation).then().spec(refused(404, "not-found"));
        house.admin().asks().get(PATH, organisation).then().statusCode(200).header("ETag", "\"0\"");
        TestOrganisation.operator().asks().get(PATH, Long.MAX_VALUE).then().spec(refused(404, "not-found"));
        var operators = TestDatabase.count("select id from organisation where slug = 'operators'");
        TestOrganisation.operator()
                .sends(settings())
                .put(PATH, operators)
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void theSecretIsSealedAndGoesToNoOtherIssuer() {
        put(house.admin(), settings()).then().statusCode(200);
        assertEquals(
                0,
                TestDatabase.count("select count(*) from sign_on where organisation_id = " + organisation
                        + " and sealed_secret like '%secret%'"));
        var elsewhere = settings();
        elsewhere.remove("clientSecret");
        elsewhere.put("issuer", "https://elsewhere.example");
        put(house.admin(), elsewhere).then().spec(refused(400, "validation-failed"));
    }

    @Test
    void anIssuerIsASafeAddressAndRolesAreThoseOfPeople() {
        for (var issuer : List.of(
                "http://idp.example",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "https://",
                "https://user@idp.example",
                "https://idp.example?x=y",
                "https://idp.example#x",
                "idp.example",
                "http://localhost.example")) {
            var unsafe = settings();
            unsafe.put("issuer", issuer);
            put(house.admin(), unsafe).then().spec(refused(400, "validation-failed"));
        }
        for (var role : List.of("operator", "integration", "king")) {
            var greedy = settings();
            greedy.put("roles", Map.of("support", role));
            put(house.admin(), greedy).then().spec(refused(400, "bad-request"));
        }
    }

    @Test
    void nobodyTellsWhereNobodySignsInElsewhere() {
        var disabled = settings();
        disabled.put("enabled", false);
        put(house.admin(), disabled).then().statusCode(200);
        var suspended = TestOrganisation.ofNewOrganisation();
        suspended.admin().sends(settings()).put(PATH, idOf(suspended)).then().statusCode(200);
        TestOrganisation.operator()
                .asks()
                .post(API + "/organisations/{id}/suspend", idOf(suspended))
                .then()
                .statusCode(200);
        for (var slug : List.of(
                house.organisation(), suspended.organisation(), "DEFAULT", "no-such-organisation", "operators")) {
            for (var answer : List.of(signOn(slug), given().post(API + "/auth/sso/{slug}", slug))) {
                answer.then()
                        .spec(refused(404, "not-found"))
                        .body("detail", is("Nobody signs in elsewhere for this organisation."));
            }
        }
    }

    @Test
    void anIdentityProviderThatDoesNotAnswerHoldsNobodyUp() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (int port : List.of(silent.getLocalPort(), 1)) {
                var unreachable = settings();
                unreachable.put("issuer", "http://127.0.0.1:" + port);
                put(house.admin(), unreachable).then().statusCode(200);
                var posted = CompletableFuture.supplyAsync(
                        () -> house.admin().asks().post(API + "/auth/sso/{slug}", house.organisation()));
                signOn(house.organisation()).then().spec(refused(502, "identity-provider-failed"));
                posted.join().then().spec(refused(502, "identity-provider-failed"));
            }
        }
    }

    @Test
    void aProviderSendsUsToNoAddressThatIsNotSafe() throws IOException {
        var asked = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        int port = server.getAddress().getPort();
        var issuer = "http://127.0.0.1:" + port;
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            var answer = """
                    {"issuer":"%s","authorization_endpoint":"%s/auth","token_endpoint":"%s/token","jwks_uri":"%s"}
                    """.formatted(issuer, issuer, issuer, "http://127.0.0.2:" + port + "/keys")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var malicious = settings();
            malicious.put("issuer", issuer);
            put(house.admin(), malicious).then().statusCode(200);
            signOn(house.organisation()).then().spec(refused(502, "identity-provider-failed"));
            assertEquals(List.of("/.well-known/openid-configuration"), asked);
        } finally {
            server.stop(0);
        }
    }

    private static Response signOn(String slug) {
        return given().redirects().follow(false).get(API + "/auth/sso/{slug}", slug);
    }

    private Response put(Person who, Map<String, Object> settings) {
        return who.sends(settings).put(PATH, organisation);
    }

    private static long idOf(TestOrganisation house) {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }

    private static Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "issuer",
                "https://idp.example/realms/acme",
                "clientId",
                "patchbay",
                "clientSecret",
                SECRET,
                "enabled",
                true,
                "roleClaim",
                "groups",
                "roles",
                Map.of("support", "agent", "lead", "supervisor")));
    }
}
