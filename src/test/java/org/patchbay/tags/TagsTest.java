package org.patchbay.tags;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;

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
