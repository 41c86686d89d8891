package org.patchbay.skills;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Skills, and the levels at which agents have them. */
@QuarkusTest
class SkillsTest {

    private TestOrganisation house;
    private Person ada;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
        ada = house.agent();
    }

    @Test
    void aSkillIsNamedOnceRenamedAndDeletedWithItsVersion() {
        var admin = house.admin();
        var request = Map.of("name", "French");
        long id = admin.sends(request)
                .header("Idempotency-Key", "french")
                .post(API + "/skills")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .jsonPath()
                .getLong("id");
        admin.sends(request)
                .header("Idempotency-Key", "french")
                .post(API + "/skills")
                .then()
                .statusCode(201)
                .body("id", is((int) id));
        admin.sends(request).post(API + "/skills").then().spec(refused(409, "already-exists"));
        admin.sends(Map.of("name", "Français"))
                .header("If-Match", "\"0\"")
                .put(API + "/skills/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("Français"));
        admin.sends(request)
                .header("If-Match", "\"0\"")
                .put(API + "/skills/{id}", id)
                .then()
                .spec(refused(412, "version-mismatch"));
        admin.asks()
                .header("If-Match", "\"0\"")
                .delete(API + "/skills/{id}", id)
                .then()
                .spec(refused(412, "version-mismatch"));
        assertEquals(List.of(id), house.each("/skills"));
        admin.asks().delete(API + "/skills/{id}", id).then().statusCode(204);
        admin.asks().get(API + "/skills/{id}", id).then().spec(refused(404, "not-found"));
        admin.asks().get(API + "/audit").then().body("items.action", hasItem("SKILL_DELETED"));
    }

    @Test
    void aSkillHasAName() {
        for (var name : new String[] {null, " ", "x".repeat(101)}) {
            var request = new HashMap<String, String>();
            request.put("name", name);
            house.admin()
                    .sends(request)
                    .post(API + "/skills")
                    .then()
                    .spec(refused(400, "validation-failed"))
                    .body("violations.field", contains("name"));
        }
    }

    @Test
    void anAgentsSkillsAreReplacedAsAWholeAndAuditedWhereTheyChange() {
        long french = house.skill("French");
        long lamps = house.skill("Lamps");
        var both = List.of(level(french, 8), level(lamps, 10));
        var supervisor = house.supervisor();
        skills(supervisor, both).then().statusCode(200).body("level", contains(8, 10));
        skills(supervisor, List.of(level(lamps, 10), level(french, 8))).then().statusCode(200);
        ada.asks()
                .get(API + "/agents/{id}/skills", ada.id())
                .then()
                .statusCode(200)
                .body("skillId", contains((int) french, (int) lamps));
        skills(house.admin(), List.of(level(lamps, 3))).then().body("level", contains(3));
        assertEquals(
                2,
                TestDatabase.count(
                        "select count(*) from audit_entry where action = 'AGENT_SKILLS_SET' and subject_id = '"
                                + ada.id() + "'"));
        skills(house.admin(), List.of()).then().statusCode(200).body("$", empty());
    }

    @Test
    void levelsAreFromOneToTenAndOfSkillsThatAreThere() {
        long french = house.skill("French");
        for (int level : new int[] {0, 11}) {
            skills(house.admin(), List.of(level(french, level)))
                    .then()
                    .spec(refused(400, "validation-failed"))
                    .body("violations.field", hasItem(containsString("level")));
        }
        skills(house.admin(), List.of(Map.of("level", 5)))
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", hasItem(containsString("skillId")));
        skills(house.admin(), List.of(level(french, 1), level(french, 2)))
                .then()
                .spec(refused(400, "validation-failed"));
        skills(house.admin(), List.of(level(TestOrganisation.ofNewOrganisation().skill("Theirs"), 1)))
                .then()
                .spec(refused(409, "conflict"));
        ada.asks().get(API + "/agents/{id}/skills", ada.id()).then().body("$", empty());
    }

    @Test
    void aSkillStaysWhileAnAgentHasItAndAnAgentWhoLeavesHasNone() {
        long french = house.skill("French");
        house.skilled(ada, french, 8);
        house.admin().asks().delete(API + "/skills/{id}", french).then().spec(refused(409, "still-referred-to"));
        house.admin().asks().delete(API + "/agents/{id}", ada.id()).then().statusCode(204);
        skills(house.admin(), List.of(level(french, 8))).then().spec(refused(404, "not-found"));
        house.admin().asks().delete(API + "/skills/{id}", french).then().statusCode(204);
    }

    @Test
    void agentsOutOfSightHaveNoSkillsToReadOrSet() {
        long french = house.skill("French");
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        house.member(munich, ada, "GROUP");
        var ofBerlin = house.supervisor();
        house.member(berlin, ofBerlin, "GROUP");
        var ofMunich = house.supervisor();
        house.member(munich, ofMunich, "GROUP");
        house.isolate(false, false, true);
        skills(ofBerlin, List.of(level(french, 8))).then().spec(refused(404, "not-found"));
        ofBerlin.asks().get(API + "/agents/{id}/skills", ada.id()).then().spec(refused(404, "not-found"));
        skills(ofMunich, List.of(level(french, 8))).then().statusCode(200);
        ofBerlin.asks().get(API + "/skills").then().body("items.name", contains("French"));
    }

    private Response skills(Person who, List<?> skills) {
        return who.sends(skills).put(API + "/agents/{id}/skills", ada.id());
    }

    private static Map<String, Object> level(long skill, int level) {
        return Map.of("skillId", skill, "level", level);
    }
}
