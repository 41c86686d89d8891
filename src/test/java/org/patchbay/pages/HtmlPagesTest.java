package org.patchbay.pages;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.web.BuiltPages;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.refused;

/** The built pages as they are served; pages of the tests stand in for them. */
@QuarkusTest
class HtmlPagesTest {

    private static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9_-]{40,})'");

    @TestHTTPResource
    URI address;

    @Test
    void whateverPathABrowserIsSentToIsTheApplication() {
        for (var path :
                List.of("/", "/index.html", "/tickets/4711", "/sign-in?problem=no-role", "/apiary", "/queues")) {
            browse(path)
                    .then()
                    .statusCode(200)
                    .contentType("text/html;charset=utf-8")
                    .header("Cache-Control", "no-store")
                    .header("X-Frame-Options", "DENY")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .body(containsString("The application"));
        }
        given().get("/").then().statusCode(200).body(containsString("The application"));
        given().accept(HTML).head("/").then().statusCode(200).body(emptyString());
    }

    @Test
    void whoLacksAPartOfAPageIsToldOfWhichVersionOursAre() {
        for (var page : List.of("/index.html", "/widget.html")) {
            given().head(page).then().statusCode(200).header("Patchbay-Pages", "2026-11-29T09:30:00.000Z");
        }
    }

    @Test
    void pagesAreCountedTogetherWhateverTheirPaths() {
        browse("/tickets/4711").then().statusCode(200);
        browse("/tickets/4712").then().statusCode(200);
        await().untilAsserted(() -> given().get("/q/metrics")
                .then()
                .body(containsString("uri=\"/{page}\""))
                .body(not(containsString("uri=\"/tickets/471"))));
    }

    @Test
    void whatIsNoPageStaysAProblem() {
        for (var path : List.of(
                "/api",
                "/api/v1/nowhere",
                "/api/v2/tickets",
                "/q/nowhere",
                "/assets/none.js",
                "/assets",
                "/nowhere.js",
                "/favicon.ico")) {
            browse(path).then().spec(refused(404, "not-found"));
        }
        given().get("/tickets/4711").then().spec(refused(404, "not-found"));
        given().accept(HTML).post("/tickets/4711").then().spec(refused(405, "method-not-allowed"));
    }

    @Test
    void aPageMayAskForCameraAndMicrophoneAndForNothingElse() {
        var permissions = browse("/").header("Permissions-Policy");
        assertTrue(permissions.startsWith("camera=(self), microphone=(self), display-capture=(self),"), permissions);
        assertTrue(permissions.contains("geolocation=()"), permissions);
    }

    @Test
    void aPageRunsItsOwnScriptsAndNoOthers() {
        var answer = browse("/");
        var policy = answer.header("Content-Security-Policy");
        var nonce = nonce(answer);
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                        + "'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://"
                        + address.getAuthority()
                        + "; media-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
                        + "; frame-ancestors 'none'",
                policy);
        assertEquals(1, answer.headers().getValues("Content-Security-Policy").size());
        assertEquals(2, answer.asString().split(Pattern.quote("nonce=\"" + nonce + "\""), -1).length - 1);
        assertFalse(answer.asString().contains("__NONCE__"));
        assertNotEquals(nonce, nonce(browse("/")));
    }

    @Test
    void aMadeUpHostSaysNothingInThePolicy() {
        var policy = given().header("Host", "x;script-src *").get("/").header("Content-Security-Policy");
        assertTrue(policy == null || !policy.contains("*"), policy);
    }

    @Test
    void filesWhoseNamesChangeWithThemAreKeptForEver() {
        given().get("/assets/index-4f2a9c.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("42"));
        given().get("/assets/index-000000.js")
                .then()
                .spec(refused(404, "not-found"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void scriptsTravelCompressedAndWhatHoldsSecretsDoesNot() throws Exception {
        assertEquals(Optional.of("gzip"), encoding("/assets/index-4f2a9c.js"));
        assertEquals(Optional.of("identity"), encoding("/"));
        assertEquals(Optional.of("identity"), encoding("/api/v1/auth/options"));
    }

    /** REST Assured unpacks responses without a trace. */
    private Optional<String> encoding(String path) throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Accept-Encoding", "gzip");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            assertEquals(200, answer.statusCode());
            return answer.headers().firstValue("Content-Encoding");
        }
    }

    @Test
    void theWidgetIsShownByOurOwnPagesWhereNobodyNamesSites() {
        for (var query : List.of("", "?organisation=default", "?organisation=no-such-organisation")) {
            var answer = browse("/widget.html" + query);
            answer.then()
                    .statusCode(200)
                    .header("X-Frame-Options", nullValue())
                    .header("Cache-Control", "no-store")
                    .body(containsString("The widget"))
                    .body(not(containsString("__NONCE__")));
            assertTrue(answer.header("Content-Security-Policy").endsWith("frame-ancestors 'self'"));
        }
    }

    @Test
    void aMalformedQuestionForTheWidgetIsRefused() throws Exception {
        // No client of ours would send it, and Vert.x does not let it in.
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET /widget.html?organisation=%zz HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        }
        given().accept(HTML).post("/widget.html").then().spec(refused(405, "method-not-allowed"));
    }

    @Test
    void whereNothingWasBuiltInThereIsNoPage() {
        assertEquals(Optional.empty(), new BuiltPages().html("no-such-page.html"));
        assertEquals("a-1-b-1-", HtmlPage.of("a-__NONCE__-b-__NONCE__-").with("1"));
    }

    private static Response browse(String path) {
        return given().accept(HTML).urlEncodingEnabled(false).get(path);
    }

    private static String nonce(Response answer) {
        var nonce = NONCE.matcher(answer.header("Content-Security-Policy"));
        assertTrue(nonce.find());
        return nonce.group(1);
    }
}
