package org.patchbay.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Promises of every response of the API. */
@QuarkusTest
class HouseRulesTest {

    private static final int MAX_BODY = 8 << 20;

    @TestHTTPResource(API)
    URI api;

    private final List<Executable> mistakes = new ArrayList<>();
    private Person admin;

    @BeforeEach
    void signIn() {
        admin = new TestOrganisation().admin();
    }

    @Test
    void everyMistakeIsAProblemWithAStableType() {
        mistake("no such thing", 404, "not-found", asks -> asks.get(API + "/nowhere"));
        mistake("no such thing outside the API", 404, "not-found", asks -> asks.get("/nowhere"));
        mistake("malformed JSON", 400, "bad-request", asks -> json(asks, "{\"name\":"));
        mistake("two values", 400, "bad-request", asks -> json(asks, "{\"name\":\"Jo\",\"email\":\"a@b.org\"}{}"));
        mistake("an unknown field", 400, "bad-request", asks -> json(asks, "{\"nmae\":\"Jo\"}"));
        mistake("a wrong type", 400, "bad-request", asks -> json(asks, "{\"name\":{},\"email\":[]}"));
        mistake("no body", 400, "validation-failed", asks -> json(asks, ""));
        mistake("broken rules", 400, "validation-failed", asks -> json(asks, "{\"name\":\"\"}"));
        mistake("an unknown value", 400, "bad-request", asks -> asks.get(API + "/tickets?status=LOST"));
        mistake("not a time", 400, "bad-request", asks -> asks.get(API + "/tickets?openedFrom=yesterday"));
        mistake("a time no database has", 400, "bad-request", asks -> asks.queryParam(
                        "openedTo", "+99999-01-01T00:00:00Z")
                .get(API + "/tickets"));
        mistake("not a number", 400, "bad-request", asks -> asks.get(API + "/tickets?limit=few"));
        mistake("no number", 400, "bad-request", asks -> asks.get(API + "/tickets?limit= "));
        mistake("too large a page", 400, "validation-failed", asks -> asks.get(API + "/tickets?limit=201"));
        mistake("too small a page", 400, "validation-failed", asks -> asks.get(API + "/tickets?limit=0"));
        mistake("an unknown order", 400, "bad-request", asks -> asks.get(API + "/tickets?sort=mood"));
        mistake("a made-up cursor", 400, "bad-cursor", asks -> asks.get(API + "/tickets?after=4711"));
        mistake("an id that is none", 404, "not-found", asks -> asks.get(API + "/tickets/first"));
        mistake("a template", 404, "not-found", asks -> asks.urlEncodingEnabled(false)
                .get(API + "/tickets/%7Bid%7D"));
        mistake("an id beyond all", 404, "not-found", asks -> asks.get(API + "/tickets/9223372036854775808"));
        mistake("another media type", 415, "unsupported-media-type", asks -> asks.contentType(ContentType.XML)
                .body("<a/>")
                .post(API + "/customers"));
        mistake("no such answer", 406, "not-acceptable", asks -> asks.accept("image/png")
                .get(API + "/tickets"));
        mistake("another method", 405, "method-not-allowed", asks -> asks.delete(API + "/tickets"));
        mistake("too much", 413, "content-too-large", asks -> json(asks, "\"" + "x".repeat(MAX_BODY) + "\""));
        assertAll(mistakes);
    }

    @Test
    void whatIsWrongWithAFieldIsToldInTheLanguageOfTheReader() {
        for (var complaint : Map.of(
                        "de-DE,de;q=0.9,en;q=0.8", "E-Mail-Adresse", "fr-FR,fr;q=0.9,en;q=0.8", "email address")
                .entrySet()) {
            admin.sends(Map.of("name", "Ada", "email", "nobody"))
                    .header("Accept-Language", complaint.getKey())
                    .post(API + "/customers")
                    .then()
                    .spec(refused(400, "validation-failed"))
                    .body("violations.message", hasItem(containsString(complaint.getValue())));
        }
    }

    @Test
    void aProblemNamesThePathAndEveryWrongField() {
        admin.sends(Map.of("name", " ", "email", "nobody"))
                .post(API + "/customers")
                .then()
                .spec(refused(400, "validation-failed"))
                .body("instance", is(API + "/customers"))
                .body("violations.field", hasItem("email"))
                .body("violations.field", hasItem("name"))
                .body("violations.message", everyItem(not(emptyOrNullString())));
        admin.sends(Map.of("nmae", "Jo"))
                .post(API + "/customers")
                .then()
                .body(containsString("nmae"))
                .body(not(containsString("org.patchbay")));
        admin.sends(Map.of("presence", "ASLEEP"))
                .put(API + "/agents/1/presence")
                .then()
                .spec(refused(400, "bad-request"))
                .body(containsString("presence"))
                .body(not(containsString("org.patchbay")));
        admin.asks().get(API + "/tickets?reason=BORED").then().body("detail", containsString("DAMAGED"));
        given().get("/elsewhere").then().body("instance", is("/elsewhere"));
        given().get(API + "/me").then().body("instance", is(API + "/me"));
    }

    @Test
    void whatHasNoOrderOfItsOwnIsToldInAlphabeticalOrder() {
        var wrong = Map.of("number", "", "product", "", "quantity", 0, "amount", -1, "currency", "euro");
        admin.sends(wrong)
                .post(API + "/orders")
                .then()
                .spec(refused(400, "validation-failed"))
                .body(
                        "violations.field.unique()",
                        contains("amount", "currency", "customerId", "number", "orderedAt", "product", "quantity"));
        admin.sends(Map.of("roles", List.of("supervisor", "admin")))
                .put(
                        API + "/accounts/{id}/roles",
                        new TestOrganisation().supervisor().id())
                .then()
                .body("roles", contains("admin", "supervisor"));
        var attributes = Map.of("tier", "gold", "newsletter", "yes", "since", "2019", "branch", "Graz", "VAT", "no");
        var customer = Map.of(
                "name", "Ada", "email", TestOrganisation.unique("ada") + "@example.org", "attributes", attributes);
        for (int i = 0; i < 2; i++) {
            var answer = admin.sends(customer)
                    .header("Idempotency-Key", customer.get("email"))
                    .post(API + "/customers")
                    .asString();
            assertTrue(answer.matches("(?s).*VAT.*branch.*newsletter.*since.*tier.*"), answer);
        }
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsMeasuredWhileItIsRead() throws IOException {
        for (var type : List.of("application/json", "text/csv", "application/x-ndjson")) {
            var path = type.equals("application/json") ? "/customers" : "/orders/import";
            var start = type.equals("application/json")
                    ? "\""
                    : "number,customerId,product,quantity,amount,currency,orderedAt\n";
            var line = "x".repeat(1 << 16) + (type.equals("application/json") ? "" : "\n");
            var answer = chunked(path, type, start, line, MAX_BODY / line.length() + 8);
            assertTrue(answer.startsWith("HTTP/1.1 413"), type + ": " + answer);
            assertTrue(answer.contains("urn:patchbay:problem:content-too-large"), type + ": " + answer);
        }
    }

    @Test
    void otherOriginsAreRefused() {
        admin.asks()
                .header("Origin", "https://elsewhere.example")
                .get(API + "/me")
                .then()
                .spec(refused(403, "forbidden"))
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options(API + "/tickets")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        admin.asks()
                .header("Origin", api.getScheme() + "://" + api.getAuthority())
                .get(API + "/me")
                .then()
                .statusCode(200);
    }

    @Test
    void everyAnswerBearsTheSecurityHeaders() {
        for (var path : List.of(API + "/me", API + "/nowhere", "/nowhere", "/q/health/live")) {
            var answer = given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("X-Frame-Options", "DENY")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Strict-Transport-Security", containsString("max-age="));
            if (path.startsWith(API)) {
                answer.header("Cache-Control", "no-store")
                        .header("Content-Security-Policy", containsString("default-src 'none'"));
            }
        }
    }

    @Test
    void aMissingTokenIsAskedFor() {
        given().get(API + "/me").then().spec(refused(401, "unauthorized")).header("WWW-Authenticate", is("Bearer"));
    }

    private void mistake(String what, int status, String type, Function<RequestSpecification, Response> made) {
        mistakes.add(
                () -> assertDoesNotThrow(() -> made.apply(admin.asks()).then().spec(refused(status, type)), what));
    }

    private static Response json(RequestSpecification asks, String body) {
        return asks.contentType(ContentType.JSON).body(body).post(API + "/customers");
    }

    private String chunked(String path, String type, String start, String line, int lines) throws IOException {
        try (var socket = new Socket(api.getHost(), api.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST " + API + path + " HTTP/1.1\r\nHost: " + api.getAuthority() + "\r\nAuthorization: Bearer "
                            + admin.token() + "\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            try {
                chunk(out, start);
                for (int i = 0; i < lines; i++) {
                    chunk(out, line);
                }
                chunk(out, "");
                out.flush();
            } catch (IOException e) {
                // The server need not read on once it has refused.
            }
            return answer(socket.getInputStream());
        }
    }

    /** Reads up to the end of the JSON, or of the stream. */
    private static String answer(InputStream in) throws IOException {
        var answer = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.append((char) next);
                if (next == '}') {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            answer.append("... and nothing more");
        }
        return answer.toString();
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
