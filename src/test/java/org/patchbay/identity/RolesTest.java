package org.patchbay.identity;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Gaining and losing the roles of supervisors and admins. */
@QuarkusTest
class RolesTest {

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
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
    void ofAdminsWhoDeleteOrDemoteEachOtherAtTheSameMomentOneStays() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 6; round++) {
                var own = TestOrganisation.ofNewOrganisation();
                var supervisor = own.supervisor();
                set(own.admin(), supervisor, "admin").statusCode(200);
                var second = own.person(supervisor.name(), supervisor.username());
                var first = own.admin();
                var start = new CyclicBarrier(2);
                boolean demotes = round % 2 == 1;
                long firstId = first.id();
                var statuses = threads
                        .invokeAll(List.<Callable<Integer>>of(
                                () -> deleted(start, first, second.id()),
                                () -> demotes ? demoted(start, second, firstId) : deleted(start, second, firstId)))
                        .stream()
                        .map(Future::resultNow)
                        .toList();
                assertEquals(1, statuses.stream().filter(status -> status < 300).count(), statuses.toString());
                assertEquals(
                        1,
                        TestDatabase.count("select count(*) from account where find_in_set('admin', roles) > 0"
                                + " and organisation_id = (select id from organisation where slug = '"
                                + own.organisation() + "')"));
            }
        }
    }

    private static int deleted(CyclicBarrier start, Person by, long account) throws Exception {
        start.await();
        return Wire.send(by.token(), "DELETE", API + "/accounts/" + account, null)
                .status();
    }

    private static int demoted(CyclicBarrier start, Person by, long account) throws Exception {
        start.await();
        return Wire.send(
                        by.token(),
                        "PUT",
                        API + "/accounts/" + account + "/roles",
                        Map.of("roles", List.of("supervisor")))
                .status();
    }

    @Test
    void anAgentWhoIsTheLastAdminIsNotDeletedAndLosesNothing() {
        var agent = house.availableAgent();
        set(house.admin(), agent, "admin").statusCode(200);
        var last = house.person(agent.name(), agent.username());
        var supervisor = house.supervisor();
        last.asks().delete(API + "/accounts/{id}", house.admin().id()).then().statusCode(204);
        for (var by : List.of(supervisor, last)) {
            by.asks().delete(API + "/agents/{id}", agent.id()).then().spec(refused(409, "conflict"));
        }
        last.asks().get(API + "/agents/{id}", agent.id()).then().body("presence", is("AVAILABLE"));
        set(last, supervisor, "admin").statusCode(200);
        var second = house.person(supervisor.name(), supervisor.username());
        second.asks().delete(API + "/agents/{id}", agent.id()).then().statusCode(204);
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
        var stranger = TestOrganisation.ofNewOrganisation().supervisor();
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
