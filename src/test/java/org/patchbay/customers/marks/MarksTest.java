package org.patchbay.customers.marks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Customers bear tags, and the ids by which other systems know them. */
@QuarkusTest
class MarksTest {

    private TestOrganisation house;
    private Person admin;
    private Person agent;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        admin = house.admin();
        agent = house.agent();
    }

    @Test
    void aCustomerBearsTagsAndIsListedByThem() {
        long vip = house.tag("VIP");
        long press = house.tag("Press");
        long carla = create(agent, Map.of("tagIds", List.of(vip)));
        create(agent, Map.of());
        tagged(vip, carla);
        tag(carla, List.of(press, vip)).then().statusCode(200).body("tagIds", contains((int) press, (int) vip));
        change(carla, Map.of()).then().body("tagIds", contains((int) press, (int) vip));
        tag(carla, List.of(press)).then().statusCode(200);
        agent.asks().get(API + "/customers?tagId={tag}", vip).then().body("items", empty());
        tagged(press, carla);
        // The tags of an organisation are those of its tickets and of its customers.
        admin.asks().delete(API + "/tags/{id}", press).then().spec(refused(409, "still-referred-to"));
        admin.sends(Map.of("name", "Press", "colour", "GREY", "archived", true))
                .put(API + "/tags/{id}", press)
                .then()
                .statusCode(200);
        tag(carla, List.of(press, vip)).then().statusCode(200);
        tag(create(agent, Map.of()), List.of(press)).then().spec(refused(409, "conflict"));
        long foreign = TestOrganisation.ofNewOrganisation().tag("VIP");
        tag(carla, List.of(foreign)).then().spec(refused(409, "conflict"));
        // The erased are found by none.
        admin.sends(Map.of("cancelTickets", false)).post(API + "/customers/{id}/erasure", carla);
        agent.asks().get(API + "/customers?tagId={tag}", vip).then().body("items", empty());
    }

    @Test
    void tagsGoAlongWithAMergeAndComeBack() {
        long vip = house.tag("VIP");
        long press = house.tag("Press");
        long kept = create(agent, Map.of("tagIds", List.of(vip)));
        long merged = create(agent, Map.of("tagIds", List.of(vip, press)));
        int merge = admin.sends(Map.of("customerId", merged))
                .post(API + "/customers/{id}/merges", kept)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        tagged(press, kept);
        admin.asks()
                .delete(API + "/customers/{id}/merges/{merge}", kept, merge)
                .then()
                .statusCode(204);
        tagged(press, merged);
        agent.asks().get(API + "/customers/{id}", kept).then().body("tagIds", contains((int) vip));
    }

    @Test
    void anotherSystemFindsItsCustomerByItsOwnId() {
        var shop = house.integration();
        long carla = create(shop, Map.of());
        give(shop, carla, "Shop-4711").then().statusCode(200).body("externalId", is("Shop-4711"));
        shop.asks()
                .get(API + "/customers?externalId=Shop-4711")
                .then()
                .body("items.id", contains((int) carla), "items.externalId", contains("Shop-4711"));
        shop.asks().get(API + "/customers?externalId=Shop-47").then().body("items", empty());
        long ben = create(agent, Map.of());
        give(shop, ben, "Shop-4711")
                .then()
                .spec(refused(409, "already-exists"))
                .body("detail", containsString("" + carla));
        give(shop, ben, "shop-4711").then().statusCode(200);
        shop.asks().delete(API + "/customers/{id}/external-id", ben).then().statusCode(204);
        agent.asks().get(API + "/customers/{id}", ben).then().body("externalId", nullValue());
        for (var bad : List.of("", " 1", "1 ", "1\t2", "1".repeat(191))) {
            give(shop, ben, bad).then().spec(refused(400, "validation-failed"));
        }
        admin.sends(Map.of("externalId", "7"))
                .header("If-Match", "\"0\"")
                .put(API + "/customers/{id}/external-id", ben)
                .then()
                .spec(refused(412, "version-mismatch"));
    }

    /** It opens the way in as that customer, so neither agents say it, nor those who see some of the customers. */
    @Test
    void agentsGiveNoIds() {
        long carla = create(agent, Map.of());
        give(agent, carla, "4711").then().spec(refused(403, "forbidden"));
        give(house.supervisor(), carla, "4711").then().spec(refused(403, "forbidden"));
        var foreign = TestOrganisation.ofNewOrganisation().admin();
        give(foreign, carla, "4711").then().spec(refused(404, "not-found"));
    }

    private void tagged(long tag, long customer) {
        agent.asks().get(API + "/customers?tagId={tag}", tag).then().body("items.id", contains((int) customer));
    }

    private Response give(Person who, long customer, String externalId) {
        return who.sends(Map.of("externalId", externalId)).put(API + "/customers/{id}/external-id", customer);
    }

    private Response tag(long customer, List<Long> tags) {
        return change(customer, Map.of("tagIds", tags));
    }

    private Response change(long customer, Map<String, ?> more) {
        var change = new HashMap<String, Object>(Map.of("name", "Carla"));
        change.putAll(more);
        return agent.sends(change).put(API + "/customers/{id}", customer);
    }

    private static long create(Person who, Map<String, ?> more) {
        return who.sends(request(more))
                .post(API + "/customers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Map<String, Object> request(Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("name", "Carla", "email", unique("carla") + "@example.org"));
        request.putAll(more);
        return request;
    }
}
