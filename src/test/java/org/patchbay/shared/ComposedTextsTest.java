package org.patchbay.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.web.TextParameterConverters;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.unique;

/** Texts come in composed or not, are kept composed, and are found however they are typed. */
@QuarkusTest
class ComposedTextsTest {

    private static final String COMPOSED = "Jos\u00e9";
    private static final String DECOMPOSED = "Jose\u0301";

    /** There is no composed form of its o, with a dot below and an accent. */
    private static final String NEVER_COMPOSED = "Ade\u1ecd\u0301la";

    private final TestOrganisation house = new TestOrganisation();

    @Inject
    ObjectMapper json;

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whateverComesAsJsonIsComposed() throws JsonProcessingException {
        var text = '"' + DECOMPOSED + '"';
        assertEquals(COMPOSED, json.readValue(text, String.class));
        assertEquals(
                Map.of(COMPOSED, List.of(COMPOSED)),
                json.readValue("{" + text + ":[" + text + "]}", new TypeReference<Map<String, List<String>>>() {}));
        var customer = newCustomer(DECOMPOSED, Map.of(DECOMPOSED, DECOMPOSED));
        house.admin()
                .asks()
                .get(API + "/customers/{id}", customer)
                .then()
                .body("name", is(COMPOSED))
                .body("attributes", is(Map.of(COMPOSED, COMPOSED)));
    }

    @Test
    void whatComesByAnAddressIsComposed() throws NoSuchMethodException {
        var annotations = getClass().getDeclaredMethod("takes", String.class).getParameterAnnotations()[0];
        var converter = new TextParameterConverters().getConverter(String.class, String.class, annotations);
        assertEquals(COMPOSED, converter.fromString(DECOMPOSED));
    }

    void takes(@QueryParam("text") String text) {}

    @Test
    void whatIsImportedIsComposed() {
        var customer = house.customer();
        for (var type : List.of("text/csv", "application/x-ndjson")) {
            var number = unique("N");
            var line = type.equals("text/csv")
                    ? "number,customerId,product,quantity,amount,currency,orderedAt\n%s,%d,%s,1,1,EUR,"
                            + "2026-11-02T09:30:00Z"
                    : "{\"number\":\"%s\",\"customerId\":%d,\"product\":\"%s\",\"quantity\":1,\"amount\":1,"
                            + "\"currency\":\"EUR\",\"orderedAt\":\"2026-11-02T09:30:00Z\"}";
            for (var product : List.of(DECOMPOSED, COMPOSED)) {
                var report = Wire.send(
                                house.integration().token(),
                                "POST",
                                API + "/orders/import",
                                Map.of("Content-Type", type),
                                line.formatted(number, customer.id(), product))
                        .as(200)
                        .json();
                assertEquals(
                        product.equals(DECOMPOSED) ? 1 : 0,
                        report.path("created").asInt(),
                        report.toString());
                assertEquals(0, report.path("errors").size(), report.toString());
            }
            assertEquals(
                    List.of(COMPOSED),
                    customer.reads("/orders?number={number}", number).getList("items.product"));
        }
    }

    @Test
    void thePasswordsOfAllKeyboardsAreTheSame() {
        for (var password : List.of(COMPOSED + " and more", DECOMPOSED + " and more")) {
            var username = unique("jose");
            house.admin()
                    .sends(Map.of(
                            "name",
                            "Jo",
                            "email",
                            unique("jo") + "@example.org",
                            "signIn",
                            Map.of("username", username, "password", password)))
                    .post(API + "/customers")
                    .then()
                    .statusCode(201);
            for (var typed : List.of(COMPOSED, DECOMPOSED)) {
                TestOrganisation.signIn(username, typed + " and more").then().statusCode(200);
            }
        }
    }

    @Test
    void aNameIsFoundHoweverItIsTyped() {
        var mark = unique("Stra\u00dfe ");
        var names = List.of(
                mark + DECOMPOSED, mark + NEVER_COMPOSED, mark + "\u0141ukasz \u00c6r\u00f8", mark + "\u5f20\u4f1f");
        var typed = List.of(
                List.of(mark + COMPOSED, mark + DECOMPOSED, mark.replace("\u00df", "ss") + "jose", mark + "JOS\u00c9"),
                List.of(mark + NEVER_COMPOSED, mark + "adeola", mark.replace("\u00df", "SS") + "Ade\u00f3la"),
                List.of(mark + "lukasz aero"),
                List.of(mark + "\u5f20"));
        names.forEach(name -> {
            newCustomer(name, Map.of());
            newAgent(name);
            house.admin()
                    .sends(Map.of("name", "Reply", "text", name, "shared", true))
                    .post(API + "/saved-replies")
                    .then()
                    .statusCode(201);
        });
        for (int i = 0; i < names.size(); i++) {
            for (var text : typed.get(i)) {
                var name = List.of(Texts.composed(names.get(i)));
                var reader = house.supervisor();
                assertEquals(name, found(reader, "/customers?text={text}", "name", text), text);
                assertEquals(name, found(reader, "/agents?name={text}", "name", text), text);
                assertEquals(name, found(reader, "/saved-replies?text={text}", "text", text), text);
            }
        }
        assertEquals(List.of(), found(house.admin(), "/customers?text={text}", "name", mark + "josa"));
    }

    private static List<String> found(Person reader, String path, String field, String text) {
        return reader.reads(path, text).getList("items." + field);
    }

    private long newCustomer(String name, Map<String, String> attributes) {
        return house.admin()
                .sends(Map.of("name", name, "email", unique("jo") + "@example.org", "attributes", attributes))
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private void newAgent(String name) {
        var request = new HashMap<String, Object>(Map.of("name", name, "capacity", 1));
        request.put("signIn", Map.of("username", unique("agent"), "password", TestOrganisation.PASSWORD));
        house.admin().sends(request).post(API + "/agents").then().statusCode(201);
    }
}
