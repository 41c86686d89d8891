package org.patchbay.customers;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.House.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.House.API;
import static org.patchbay.testing.House.refused;
import static org.patchbay.testing.House.unique;

/** Orders in bulk, from a shop. */
@QuarkusTest
class OrderImportTest {

    private static final String HEADER = "number,customerId,product,quantity,amount,currency,orderedAt\n";

    private final House house = new House();
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
        return lines("text/csv", text);
    }

    private ValidatableResponse jsonLines(String text) {
        return lines("application/x-ndjson", text);
    }

    private ValidatableResponse lines(String type, String text) {
        return shop.asks()
                .header("Content-Type", type)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(API + "/orders/import")
                .then();
    }
}
