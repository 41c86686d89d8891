package org.patchbay.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The fields that an organisation gives its tickets. */
@QuarkusTest
class FieldsTest {

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @Test
    void adminsDefineFieldsAndStaffReadThem() {
        var admin = house.admin();
        long serial = house.field("serial_number", "TEXT");
        long cover = house.choice("cover", "1 year", "2 years");
        house.agent()
                .asks()
                .get(API + "/ticket-fields")
                .then()
                .body("items.key", contains("serial_number", "cover"))
                .body("items[0].options", empty())
                .body("items[1].options", contains("1 year", "2 years"));
        admin.sends(Map.of("key", "serial_number", "label", "Another", "type", "TEXT"))
                .post(API + "/ticket-fields")
                .then()
                .spec(refused(409, "already-exists"));
        admin.sends(Map.of("label", "Cover", "options", List.of("3 years"), "archived", true))
                .put(API + "/ticket-fields/{id}", cover)
                .then()
                .statusCode(200)
                .body("key", is("cover"))
                .body("type", is("CHOICE"))
                .body("options", contains("3 years"))
                .body("archived", is(true));
        admin.sends(Map.of("label", "Late"))
                .header("If-Match", "\"7\"")
                .put(API + "/ticket-fields/{id}", serial)
                .then()
                .spec(refused(412, "version-mismatch"));
        admin.asks().delete(API + "/ticket-fields/{id}", cover).then().statusCode(204);
        admin.asks()
                .get(API + "/audit?subjectType=TICKET_FIELD&subjectId={id}", cover)
                .then()
                .body(
                        "items.action.sort()",
                        contains("TICKET_FIELD_CREATED", "TICKET_FIELD_DELETED", "TICKET_FIELD_UPDATED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Serial", "1st", "in", "while", "a-b", "a.b"})
    void aKeyIsAWordThatConditionsCanSay(String key) {
        house.admin()
                .sends(Map.of("key", key, "label", "Label", "type", "TEXT"))
                .post(API + "/ticket-fields")
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", hasItem("key"));
    }

    @Test
    void aChoiceHasDifferentOptionsAndNothingElseHasAny() {
        for (var wrong : List.of(
                Map.of("type", "CHOICE"),
                Map.of("type", "CHOICE", "options", List.of("a", "a")),
                Map.of("type", "NUMBER", "options", List.of("a")))) {
            var request = new HashMap<String, Object>(Map.of("key", "cover", "label", "Cover"));
            request.putAll(wrong);
            house.admin().sends(request).post(API + "/ticket-fields").then().spec(refused(400, "validation-failed"));
        }
    }

    @Test
    void aFieldThatIsUsedIsArchivedAndNeverLost() {
        var admin = house.admin();
        long serial = house.field("serial_number", "TEXT");
        house.ticket(admin, house.order(house.customer()), Map.of("fields", Map.of("serial_number", "SN-1")));
        admin.asks().delete(API + "/ticket-fields/{id}", serial).then().spec(refused(409, "still-referred-to"));

        long urgent = house.field("urgent", "YES_NO");
        long policy = house.policy(List.of(Map.of("name", "Urgent", "condition", "fields.urgent", "priority", "HIGH")));
        house.publish(policy);
        admin.asks().delete(API + "/ticket-fields/{id}", urgent).then().spec(refused(409, "still-referred-to"));
        admin.asks()
                .post(API + "/routing-policies/{id}/versions/1/withdraw", policy)
                .then()
                .statusCode(200);
        admin.asks().delete(API + "/ticket-fields/{id}", urgent).then().statusCode(204);
    }
}
