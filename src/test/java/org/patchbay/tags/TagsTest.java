package org.patchbay.tags;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The tags of an organisation. */
@QuarkusTest
class TagsTest {

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @Test
    void adminsNameTagsAndStaffReadThem() {
        var admin = house.admin();
        long vip = house.tag("VIP");
        var agent = house.agent();
        agent.asks()
                .get(API + "/tags")
                .then()
                .body("items.name", contains("VIP"))
                .body("items.colour", contains("GREEN"))
                .body("items.archived", contains(false));
        house.integration().asks().get(API + "/tags/{id}", vip).then().statusCode(200);
        for (var name : List.of("vip", "VÍP")) {
            admin.sends(Map.of("name", name, "colour", "RED"))
                    .post(API + "/tags")
                    .then()
                    .spec(refused(409, "already-exists"))
                    .body("detail", containsString("name"));
        }
        admin.sends(Map.of("name", "Very important", "colour", "RED"))
                .header("If-Match", "\"0\"")
                .put(API + "/tags/{id}", vip)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("Very important"));
        admin.asks().delete(API + "/tags/{id}", vip).then().statusCode(204);
        admin.asks().get(API + "/tags/{id}", vip).then().spec(refused(404, "not-found"));
        admin.asks()
                .get(API + "/audit?subjectType=TAG&subjectId={id}", vip)
                .then()
                .body("items.action.sort()", contains("TAG_CREATED", "TAG_DELETED", "TAG_UPDATED"));
    }

    @Test
    void aConditionNamesTagsThatAreThereAndAPublishedOneKeepsTheirNames() {
        var admin = house.admin();
        long vip = house.tag("VIP");
        long policy = house.policy(List.of());
        drafts(policy, "hour > 8 ||\n ('vip' in tags && !('VIP' in tags))")
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", contains("rules[0].condition"))
                .body("violations[0].message", is("There is no tag vip."))
                .body("violations[0].line", is(2))
                .body("violations[0].column", is(3));
        drafts(policy, "'Fraud' in tags", "Accept-Language", "de")
                .then()
                .body("violations[0].message", is("Eine Markierung Fraud gibt es nicht."));
        drafts(policy, "'VIP' in tags").then().statusCode(201);
        rename(vip, "VIP", "RED").then().statusCode(200);
        admin.asks()
                .post(API + "/routing-policies/{id}/versions/2/publish", policy)
                .then()
                .statusCode(200);

        rename(vip, "VIP", "BLUE").then().statusCode(200);
        rename(vip, "Vip", "BLUE").then().spec(refused(409, "still-referred-to"));
        admin.asks().delete(API + "/tags/{id}", vip).then().spec(refused(409, "still-referred-to"));

        admin.asks()
                .post(API + "/routing-policies/{id}/versions/2/withdraw", policy)
                .then()
                .statusCode(200);
        rename(vip, "Vip", "BLUE").then().statusCode(200);
        admin.asks()
                .post(API + "/routing-policies/{id}/versions/2/publish", policy)
                .then()
                .spec(refused(409, "conflict"))
                .body("violations.field", contains("rules[0].condition"))
                .body("violations[0].message", is("There is no tag VIP."));
    }

    private Response drafts(long policy, String condition, String... header) {
        var request = house.admin().sends(Map.of("rules", List.of(Map.of("name", "Tagged", "condition", condition))));
        if (header.length > 0) {
            request.header(header[0], header[1]);
        }
        return request.post(API + "/routing-policies/{id}/versions", policy);
    }

    private Response rename(long tag, String name, String colour) {
        return house.admin().sends(Map.of("name", name, "colour", colour)).put(API + "/tags/{id}", tag);
    }

    @Test
    void aTagThatATicketBearsIsArchivedAndNeverLost() {
        var admin = house.admin();
        long vip = house.tag("VIP");
        long ticket = house.ticket(admin, house.order(house.customer()), Map.of("tagIds", List.of(vip)));
        admin.asks().delete(API + "/tags/{id}", vip).then().spec(refused(409, "still-referred-to"));
        admin.sends(Map.of("name", "VIP", "colour", "RED", "archived", true))
                .put(API + "/tags/{id}", vip)
                .then()
                .statusCode(200)
                .body("archived", is(true));
        admin.asks()
                .get(API + "/tickets/{id}?expand=true", ticket)
                .then()
                .body("tagIds", contains((int) vip))
                .body("details.tags.name", contains("VIP"));
        long another = house.ticket(house.customer());
        admin.sends(Map.of("add", List.of(vip)))
                .post(API + "/tickets/{id}/tags", another)
                .then()
                .spec(refused(409, "conflict"))
                .body("detail", containsString("VIP"));
        admin.sends(Map.of("remove", List.of(vip)))
                .post(API + "/tickets/{id}/tags", ticket)
                .then()
                .statusCode(200);
        admin.asks().delete(API + "/tags/{id}", vip).then().statusCode(204);
    }
}
