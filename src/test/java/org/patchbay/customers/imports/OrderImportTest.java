package org.patchbay.customers.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Orders in bulk, from a shop. */
@QuarkusTest
class OrderImportTest {

    private static final String HEADER = "number,customerId,product,quantity,amount,currency,orderedAt\n";

    private final TestOrganisation house = new TestOrganisation();
    private Person shop;
    private Person customer;

    @BeforeEach
    void arrive() {
        shop = house.integration();
        customer = house.customer();
    }

    @Test
    void goodLinesAreKeptAndEachBadOneIsReportedWithItsNumber() {
        var quoted = unique("C");
        var text = HEADER
                + line(quoted, "\"Lamp, \"\"Aurora\"\"\nwith a second line\"", "1")
                + line(unique("C"), "Chair", "none")
                + "\n"
                + line("with space", "", "0")
                + "too,few\n"
                + line(unique("C"), "Chair", "1").replace("," + customer.id() + ",", ",999999999,")
                + line(unique("C"), "Chair", "1").replace("2026-11-02T", "2026-11-02 ")
                + line(unique("C"), "Chair", "1").replace("2026-11-02T", "+99999-11-02T")
                + line(unique("C"), "Ünïcödé 🛋", "2").stripTrailing();
        csv(text)
                .statusCode(200)
                .body("created", is(2))
                .body("unchanged", is(0))
                .body("errors.line", contains(4, 6, 7, 8, 9, 10))
                .body("errors[0].error", containsString("quantity"))
                .body("errors[1].error", containsString("number"))
                .body("errors[1].error", containsString("product"))
                .body("errors[1].error", containsString("quantity"))
                .body("errors[2].error", containsString("columns"))
                .body("errors[3].error", containsString("999999999"))
                .body("errors[4].error", containsString("orderedAt"))
                .body("errors[5].error", containsString("orderedAt"));
        shop.asks()
                .get(API + "/orders?number={n}", quoted)
                .then()
                .body("items.product", contains("Lamp, \"Aurora\"\nwith a second line"));
    }

    @Test
    void aRepeatedImportChangesNothingAndAConflictingOneIsReported() {
        var number = unique("C");
        var text = HEADER + line(number, "Lamp", "1") + line(unique("C"), "Lamp", "1");
        csv(text).body("created", is(2)).body("unchanged", is(0));
        csv(text).body("created", is(0)).body("unchanged", is(2)).body("errors", empty());
        csv(HEADER + line(number, "Another lamp", "1"))
                .body("created", is(0))
                .body("unchanged", is(0))
                .body("errors.line", contains(2));
        shop.asks()
                .get(API + "/orders?number={n}", number)
                .then()
                .body("items.product", contains("Lamp"))
                .body("items.version", contains(0));
    }

    @Test
    void whatASpreadsheetWritesIsRead() {
        var number = unique("C");
        var text = "\uFEFF\"orderedAt\","
                + "\"currency\",\"amount\",\"quantity\",\"product\",\"customerId\",\"number\",\"remark\"\r\n"
                + "2026-11-02T09:30:00Z,EUR,49.90,1,Lamp," + customer.id() + "," + number + ",\"ours, only\"\r\n\r\n";
        csv(text).statusCode(200).body("created", is(1)).body("errors", empty());
    }

    @Test
    void aTextIsReadInTheCharsetThatIsDeclared() {
        var number = unique("C");
        var text = HEADER + line(number, "Größe ß", "1");
        for (var charset : List.of("windows-1252", "ISO-8859-15", "UTF-16")) {
            lines(
                            "text/csv; charset=" + charset,
                            text.replace(number, number + charset).getBytes(Charset.forName(charset)))
                    .statusCode(200)
                    .body("created", is(1))
                    .body("errors", empty());
            assertEquals(
                    List.of("Größe ß"),
                    shop.reads("/orders?number=" + number + charset).getList("items.product"));
        }
    }

    @Test
    void whatIsNotValidInItsCharsetIsReportedAndNeverReplaced() {
        var text = HEADER
                + line(unique("C"), "Lamp", "1")
                + line(unique("C"), "Größe", "1")
                + line(unique("C"), "Chair", "1");
        lines("text/csv", text.getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(200)
                .body("created", is(2))
                .body("errors.line", contains(3))
                .body("errors[0].error", is("is not valid UTF-8"));
        lines("application/x-ndjson", json(unique("Ü"), "1").getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(200)
                .body("errors.line", contains(1));
        lines("text/csv; charset=klingon", text.getBytes(StandardCharsets.UTF_8))
                .spec(refused(400, "bad-request"));
        lines("text/csv; charset=windows-1252", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))
                .spec(refused(400, "bad-request"));
    }

    @Test
    void semicolonsTabsAndDecimalCommasAreReadAsTheyAreDeclared() {
        for (var delimiter : List.of(";", "\t")) {
            var text = (HEADER + line(unique("C"), "Lamp", "1")).replace(",", delimiter);
            csv(text).statusCode(200).body("created", is(1)).body("errors", empty());
        }
        var number = unique("C");
        var text = "sep=;\r\n"
                + (HEADER + line(number, "Lamp", "1")).replace(",", ";").replace("49.90", "1.049,90")
                + line(unique("C"), "Lamp", "one").replace(",", ";");
        csv("?decimal=COMMA", text)
                .statusCode(200)
                .body("created", is(1))
                .body("errors.line", contains(4))
                .body("errors[0].error", is("quantity is \"one\", not a whole number"));
        assertEquals(List.of(1049.9f), shop.reads("/orders?number=" + number).getList("items.amount"));
        csv((HEADER + line(unique("C"), "Lamp", "1")).replace(",", ";").replace("49.90", "49,90"))
                .body("created", is(0))
                .body("errors[0].error", containsString("decimal=COMMA"));
        csv("?decimal=+", text).spec(refused(400, "bad-request"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldWhereItWasOpened() {
        var text = HEADER
                + line(unique("C"), "\"Two\nlines\"", "1")
                + line(unique("C"), "\"Lamp", "1")
                + line(unique("C"), "Chair", "1");
        csv(text)
                .statusCode(200)
                .body("created", is(1))
                .body("errors.line", contains(4))
                .body("errors[0].error", containsString("never closed"));
    }

    @Test
    void aTextWithoutTheColumnsIsRefusedAsAWhole() {
        for (var text : List.of("", "number,product\nC-1,Lamp\n", "number,number\n", "\"open")) {
            csv(text).spec(refused(400, "bad-request"));
        }
    }

    @Test
    void jsonLinesAreReadAlike() {
        var number = unique("C");
        var good = json(number, "1");
        jsonLines("\uFEFF" + good + "\n\n" + good + "\nnot json\n" + json(unique("C"), "\"many\"") + "\n"
                        + json(unique("C"), "-1") + "\nnull\n[]\n" + json(unique("C"), "1") + json(unique("C"), "1")
                        + "\n" + good.replace("product", "produkt") + "\n" + json(unique("C"), "1.5"))
                .statusCode(200)
                .body("created", is(1))
                .body("unchanged", is(1))
                .body("errors.line", contains(4, 5, 6, 7, 8, 9, 10, 11))
                .body("errors[1].error", containsString("quantity"))
                .body("errors[6].error", containsString("produkt"))
                .body("errors.error.toString()", not(containsString("org.patchbay")));
        assertEquals(List.of("Lamp"), shop.reads("/orders?number=" + number).getList("items.product"));
    }

    private String line(String number, String product, String quantity) {
        return number + "," + customer.id() + "," + product + "," + quantity + ",49.90,EUR,2026-11-02T09:30:00Z\n";
    }

    private String json(String number, String quantity) {
        return "{\"number\":\"" + number + "\",\"customerId\":" + customer.id() + ",\"product\":\"Lamp\",\"quantity\":"
                + quantity + ",\"amount\":49.9,\"currency\":\"EUR\",\"orderedAt\":\"2026-11-02T09:30:00Z\"}";
    }

    private ValidatableResponse csv(String text) {
        return csv("", text);
    }

    private ValidatableResponse csv(String query, String text) {
        return lines(query, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse jsonLines(String text) {
        return lines("application/x-ndjson", text.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse lines(String type, byte[] text) {
        return lines("", type, text);
    }

    private ValidatableResponse lines(String query, String type, byte[] text) {
        return shop.asks()
                .config(RestAssuredConfig.config()
                        .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body(text)
                .post(API + "/orders/import" + query)
                .then();
    }
}
