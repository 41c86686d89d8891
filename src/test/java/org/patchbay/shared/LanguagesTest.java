package org.patchbay.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.shared.language.Language;
import org.patchbay.testing.EveryWord;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The API says everything in the language of whoever asks. */
@QuarkusTest
class LanguagesTest {

    private final TestOrganisation house = new TestOrganisation();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de                      | de | Das gibt es nicht       | Ein Ticket 9000000000 gibt es nicht.",
                "de-AT,de;q=0.9,en;q=0.8 | de | Das gibt es nicht       | Ein Ticket 9000000000 gibt es nicht.",
                "fr-FR,fr;q=0.9,de;q=0.8 | de | Das gibt es nicht       | Ein Ticket 9000000000 gibt es nicht.",
                "fr                      | en | There is no such thing  | There is no ticket 9000000000.",
                "xx-;q=9                 | en | There is no such thing  | There is no ticket 9000000000."
            })
    void aRefusalIsInTheLanguageThatIsAskedForAndSaysSoToCaches(
            String asked, String said, String title, String detail) {
        house.supervisor()
                .asks()
                .header("Accept-Language", asked)
                .get(API + "/tickets/9000000000")
                .then()
                .spec(refused(404, "not-found"))
                .header("Content-Language", said)
                .header("Vary", equalToIgnoringCase("Accept-Language"))
                .body("title", is(title))
                .body("detail", is(detail))
                .body("sentence", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":                 | Das JSON ist fehlerhaft (Zeile 1, Spalte 9): erwartet wird mehr.",
                "{\"name\" \"Jo\"}          | Das JSON ist fehlerhaft (Zeile 1, Spalte 9):"
                        + " erwartet wird ein Doppelpunkt zwischen Feld und Wert.",
                "{name:1}                   | Das JSON ist fehlerhaft (Zeile 1, Spalte 2):"
                        + " erwartet wird ein Anführungszeichen vor dem Feld.",
                "{\"name\":hunter2}         | Das JSON ist fehlerhaft (Zeile 1, Spalte 17):"
                        + " erwartet wird ein Text, eine Zahl, eine Liste, ein Objekt oder eines von 'null', 'true'"
                        + " und 'false'.",
                "{\"name\":\"Jo\"           | Das JSON ist fehlerhaft (Zeile 1, Spalte 13):"
                        + " erwartet wird das Ende des Objekts.",
                "{\"name\":\"Jo\",,}        | Das JSON ist fehlerhaft (Zeile 1, Spalte 14):"
                        + " erwartet wird ein Anführungszeichen vor dem Feld.",
                "{\"name\":01}              | Das JSON ist fehlerhaft (Zeile 1, Spalte 10):"
                        + " erwartet wird eine Zahl ohne führende Nullen.",
                "{\"name\":\"Jo\"}{}        | Nach dem JSON folgt noch etwas (Zeile 1, Spalte 14).",
                "{\"nmae\":\"Jo\"}          | Ein Feld nmae gibt es nicht (Zeile 1, Spalte 14).",
                "[]                         | Der Inhalt ist ein Objekt (Zeile 1, Spalte 1).",
                "{\"groupId\":\"hunter2\"}  | groupId ist eine ganze Zahl (Zeile 1, Spalte 12)."
            },
            quoteCharacter = '\0')
    void mistakesInJsonAreToldInTheLanguageOfTheReader(String json, String told) {
        in("de", 400, "bad-request", house.admin().token(), "POST", "/customers", json)
                .body("detail", is(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=few            | limit ist eine ganze Zahl.",
                "limit=1&limit=2      | limit ist mehr als einmal angegeben.",
                "openedFrom=yesterday | openedFrom ist eine Zeit wie 2026-11-02T09:30:00Z.",
                "sort=mood            | sort ist eines von openedAt, -openedAt, priority, relevance,"
                        + " answerDueAt, resolutionDueAt."
            })
    void mistakesInAddressesAreToldInTheLanguageOfTheReader(String query, String told) {
        in("de", 400, "bad-request", house.admin().token(), "GET", "/tickets?" + query, null)
                .body("detail", is(told));
    }

    @Test
    void whatMeetsNoResourceIsRefusedInTheLanguageOfTheReader() {
        var admin = house.admin();
        title(404, "Das gibt es nicht", given().get("/nowhere"));
        title(404, "Das gibt es nicht", german(admin).get(API + "/nowhere"));
        title(401, "Bitte melden Sie sich zuerst an", given().get(API + "/me"));
        title(403, "Das dürfen Sie nicht", german(house.customer()).get(API + "/audit"));
        title(405, "Das geht hier nicht", german(admin).delete(API + "/tickets"));
        title(
                406,
                "In dieser Form gibt es das nicht",
                german(admin).accept("image/png").get(API + "/tickets"));
        for (var nowhere : List.of("/nowhere", "/tickets/x")) {
            admin.asks()
                    .get(API + nowhere)
                    .then()
                    .spec(refused(404, "not-found"))
                    .body("detail", nullValue());
        }
        var other = german(admin).contentType("text/xml").body("<a/>").post(API + "/customers");
        title(415, "Dieses Format wird nicht angenommen", other);
    }

    /** Of each operation: letters for its ids, and a method, a form and a type that it does not have. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsToldInTheWordsOfTheFramework(Language language) {
        var foreign = new TreeSet<String>();
        var nowhere = List.of("/nowhere", "/q/nowhere", API + "/nowhere", API + "/tickets/99999999999999999999");
        nowhere.forEach(path -> ask(foreign, language, "GET", path, Map.of(), null));
        for (var operation : OpenApi.read().operations()) {
            var method = operation.method();
            var path = operation.path().replaceAll("\\{[^}]*}", "x");
            ask(foreign, language, "PATCH", path, Map.of(), null);
            if (operation.streams() || operation.endsSessions()) {
                continue;
            }
            if (!path.equals(operation.path())) {
                ask(foreign, language, method, path, Map.of(), null);
            }
            if (method.equals("GET")) {
                ask(foreign, language, method, path, Map.of("Accept", "image/png"), null);
            } else if (!operation.mediaTypes().isEmpty()) {
                ask(foreign, language, method, path, Map.of("Content-Type", "text/xml"), "<a/>");
            }
        }
        assertEquals(Set.of(), foreign);
    }

    private void ask(
            Set<String> foreign,
            Language language,
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body) {
        var sent = new HashMap<>(headers);
        sent.put("Accept-Language", language.tag());
        var answer = Wire.send(house.admin().token(), method, path, sent, body);
        if (answer.status() >= 400) {
            var problem = answer.json();
            Stream.of("title", "detail")
                    .map(part -> problem.path(part).asText())
                    .filter(text -> !text.isEmpty() && !EveryWord.isOurs(text, language))
                    .forEach(text -> foreign.add(method + " " + path + " " + headers + ": " + text));
        }
    }

    private static RequestSpecification given() {
        return RestAssured.given().header("Accept-Language", "de");
    }

    private static RequestSpecification german(Person person) {
        return person.asks().header("Accept-Language", "de");
    }

    private static void title(int status, String title, Response answer) {
        answer.then()
                .statusCode(status)
                .header("Content-Language", "de")
                .body("title", is(title))
                .body("detail", anyOf(nullValue(), not(containsString(" the "))));
        assertTrue(answer.headers()
                .getValues("Vary")
                .toString()
                .toLowerCase(Locale.ROOT)
                .contains("accept-language"));
    }

    @Test
    void ourOwnComplaintsAboutFieldsAreTranslatedAsTheStandardOnesAre() {
        var order = Map.of("number", "a b", "product", "", "currency", "euro");
        in("de", 400, "validation-failed", house.admin().token(), "POST", "/orders", order)
                .body("violations.message", hasItem("muss ein Währungscode nach ISO 4217 sein"))
                .body(
                        "violations.message",
                        hasItem(startsWith("muss 1 bis 64 druckbare Zeichen ohne Leerzeichen haben")))
                .body("violations.message", hasItem("darf nicht leer sein"))
                .body("violations.message", hasItem("darf nicht null sein"));
        in("en", 400, "validation-failed", house.admin().token(), "POST", "/orders", order)
                .body("violations.message", hasItem("must be a currency code of ISO 4217"));
        var skill = house.skill(TestOrganisation.unique("language"));
        var relax = Map.of(
                "orderNumber", "x",
                "channel", "CHAT",
                "requiredSkills",
                        List.of(Map.of(
                                "skillId",
                                skill,
                                "level",
                                2,
                                "relax",
                                List.of(Map.of("afterSeconds", 9, "level", 3)))));
        in("de", 400, "validation-failed", house.supervisor().token(), "POST", "/tickets", relax)
                .body("violations.message", hasItem("muss kleiner sein als beim Schritt davor"));
    }

    @Test
    void mistakesInRulesAreToldInTheLanguageOfTheReader() {
        var policy = house.policy(List.of());
        var rule = Map.of("name", "Lost", "condition", "hour", "queueId", 4711471147L);
        in(
                        "de",
                        400,
                        "validation-failed",
                        house.admin().token(),
                        "POST",
                        "/routing-policies/" + policy + "/versions",
                        Map.of("rules", List.of(rule)))
                .body(
                        "violations.message",
                        contains(
                                "muss ein bool sein, ist aber vom Typ int",
                                "Eine Warteschlange 4711471147 gibt es nicht."));
    }

    @Test
    void linesThatAreNotImportedAreToldWhyInTheLanguageOfTheReader() {
        var customer = house.customer().id();
        var csv = "number,customerId,product,quantity,amount,currency,orderedAt\n"
                + "L-1," + customer + ",Lamp,one,1.00,EUR,2026-11-02T09:30:00Z\n"
                + "too,few\n"
                + "L-2,9000000000,Lamp,1,1.00,EUR,2026-11-02T09:30:00Z\n"
                + "L-3," + customer + ",Lamp,0,1.00,euro,2026-11-02T09:30:00Z\n"
                + "L-4," + customer + ",\"Lamp,1,1.00,EUR,2026-11-02T09:30:00Z\n";
        house.integration()
                .asks()
                .header("Accept-Language", "de")
                .contentType("text/csv")
                .body(csv)
                .post(API + "/orders/import")
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .header("Vary", equalToIgnoringCase("Accept-Language"))
                .body("errors.line", contains(2, 3, 4, 5, 6))
                .body(
                        "errors.error",
                        contains(
                                "quantity ist „one“, nicht eine ganze Zahl",
                                "hat 2 Spalten statt derer der Kopfzeile",
                                "Eine Kundin oder einen Kunden 9000000000 gibt es nicht.",
                                "currency muss ein Währungscode nach ISO 4217 sein; quantity muss größer als 0 sein",
                                "ein Anführungszeichen wird hier geöffnet und nie geschlossen;"
                                        + " was danach kommt, wurde nicht gelesen"));
        house.integration()
                .asks()
                .header("Accept-Language", "de")
                .contentType("text/csv")
                .body("number;price\n")
                .post(API + "/orders/import")
                .then()
                .spec(refused(400, "bad-request"))
                .body("detail", containsString("Die Kopfzeile braucht die Spalten"));
    }

    @Test
    void whatIsMadeForANewOrganisationIsNamedInTheLanguageOfItsFounder() {
        var german = TestOrganisation.ofNewOrganisation("de-DE,de;q=0.9").admin();
        assertEquals(List.of("Standard"), german.reads("/queues").getList("items.name"));
        assertEquals(
                List.of("Verpasste Angebote"), german.reads("/presence-reasons").getList("items.name"));
        var english = TestOrganisation.ofNewOrganisation().admin();
        assertEquals(List.of("Default"), english.reads("/queues").getList("items.name"));
        assertEquals(
                List.of("Missed offers"), english.reads("/presence-reasons").getList("items.name"));
    }

    /** Requests of which none is good, or which name something that is not there. */
    @Test
    void noOperationRefusesGermansInEnglish() {
        var english = new ArrayList<String>();
        for (var person : house.oneOfEachRole()) {
            for (var operation : OpenApi.read().operations()) {
                var unknown = operation.path().replaceAll("\\{[^}]*}", "9000000000");
                if (operation.mediaTypes().contains("application/json")) {
                    for (var body : List.of("{", "[]", "{\"nothing\":1}")) {
                        ask(english, person, operation, unknown, body);
                    }
                } else if (!unknown.equals(operation.path())
                        || operation.method().equals("GET")) {
                    ask(english, person, operation, unknown + "?LIMIT=1", null);
                }
                if (!unknown.equals(operation.path())) {
                    ask(english, person, operation, unknown, null);
                }
            }
        }
        assertEquals(List.of(), english.stream().distinct().sorted().toList());
    }

    private static void ask(
            List<String> english, Person person, Operation operation, String path, @Nullable String body) {
        if (operation.streams() || operation.path().contains("/auth/")) {
            return;
        }
        var headers = new HashMap<>(Map.of("Accept-Language", "de"));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        var answer = Wire.send(person.token(), operation.method(), path, headers, body);
        if (answer.isProblem()) {
            EveryWord.englishIn(answer.json()).ifPresent(found -> english.add(operation + ": " + found));
        }
    }

    private static ValidatableResponse in(
            String language, int status, String type, String token, String method, String path, Object body) {
        var request = RestAssured.given().auth().oauth2(token).header("Accept-Language", language);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.request(method, API + path)
                .then()
                .spec(refused(status, type))
                .header("Content-Language", language);
    }
}
