package org.patchbay.identity;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.House.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.patchbay.testing.House.API;
import static org.patchbay.testing.House.refused;
import static org.patchbay.testing.Patience.await;

/** Who becomes a supervisor or an admin, and who no longer is one. */
@QuarkusTest
class RolesTest {

    private House house;

    @BeforeEach
    void foundAnOrganisation() {
        house = House.ofNewOrganisation();
    }

    @Test
    void anAgentBecomesASupervisorTooAndThenIsNoneAndStaysAnAgent() {
        var agent = house.availableAgent();
        agent.asks().get(API + "/floor").then().spec(refused(403, "forbidden"));
        set(house.admin(), agent, "supervisor")
                .statusCode(200)
                .body("roles", containsInAnyOrder("agent", "supervisor"));
        var leader = house.person(agent.name(), agent.username());
        leader.asks().get(API + "/floor").then().statusCode(200);
        house.admin()
                .asks()
                .get(API + "/audit?action=ACCOUNT_ROLES_CHANGED")
                .then()
                .body("items.subjectId", hasItem(Long.toString(agent.id())));

        set(house.admin(), agent).statusCode(200).body("roles", containsInAnyOrder("agent"));
        await().untilAsserted(() -> leader.asks().get(API + "/floor").then().spec(refused(401, "unauthorized")));
        var again = house.person(agent.name(), agent.username());
        again.asks().get(API + "/floor").then().spec(refused(403, "forbidden"));
        house.present(again, "AVAILABLE");
        house.awaitHeldBy(again, house.ticket(house.customer()));
    }

    @Test
    void nobodyIsLeftWithoutARoleAndNoOrganisationWithoutAnAdmin() {
        var admin = house.admin();
        var supervisor = house.supervisor();
        set(admin, supervisor).spec(refused(409, "conflict"));
        set(admin, admin, "supervisor").spec(refused(409, "conflict"));
        set(admin, supervisor, "admin").statusCode(200);
        var second = house.person(supervisor.name(), supervisor.username());
        set(second, admin, "supervisor").statusCode(200);
        await().untilAsserted(() -> admin.asks().get(API + "/accounts").then().spec(refused(401, "unauthorized")));
    }

    @Test
    void onlyPeopleOfTheHouseAreGivenRolesAndOnlyThoseThatThereAre() {
        var admin = house.admin();
        var customer = house.customer();
        long customersAccount = customer.reads("/me").getLong("id");
        send(admin, customersAccount, List.of("admin")).spec(refused(409, "conflict"));
        long shop = house.integration().reads("/me").getLong("id");
        send(admin, shop, List.of("admin")).spec(refused(409, "conflict"));
        send(admin, house.supervisor().id(), List.of("operator")).spec(refused(400, "bad-request"));
        var stranger = House.ofNewOrganisation().supervisor();
        send(admin, stranger.id(), List.of("admin")).spec(refused(404, "not-found"));
    }

    private static ValidatableResponse set(Person by, Person whose, String... roles) {
        return send(by, whose.id(), List.of(roles));
    }

    private static ValidatableResponse send(Person by, long account, List<String> roles) {
        return by.sends(Map.of("roles", roles))
                .put(API + "/accounts/{id}/roles", account)
                .then();
    }
}
