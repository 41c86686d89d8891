package org.patchbay.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Customers who wait read their place in the line, and about how long it takes. */
@QuarkusTest
class LinesTest {

    private TestOrganisation house;

    @BeforeEach
    void foundAnOrganisation() {
        house = TestOrganisation.ofNewOrganisation();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whoeverWaitsHasAPlaceAndAnEstimateOnceEnoughLeft() {
        var served = new ArrayList<Long>();
        var agent = house.agent(6);
        for (int i = 0; i < 4; i++) {
            served.add(begun(house.customer()));
        }
        house.present(agent, "AVAILABLE");
        served.forEach(chat -> house.awaitHeldBy(agent, chat));
        house.sendEverybodyHome();
        var customers = List.of(house.customer(), house.customer(), house.customer());
        var waiting = customers.stream().map(this::begun).toList();
        for (int i = 0; i < 3; i++) {
            int place = i + 1;
            await().until(() -> waits(customers, waiting, place - 1).get("position"), is(place));
            assertNull(waits(customers, waiting, i).get("expectedSeconds"));
        }
        house.supervisor()
                .sends(Map.of("priority", "URGENT"))
                .put(API + "/tickets/{id}/priority", waiting.getLast())
                .then()
                .statusCode(200);
        await().until(() -> waits(customers, waiting, 2).get("position"), is(1));
        customers.getFirst().takes("cancel", waiting.getFirst()).then().statusCode(200);
        // Five left in half an hour: six minutes each.
        await().until(() -> waits(customers, waiting, 1).get("expectedSeconds"), is(720));
        await().until(() -> waits(customers, waiting, 2).get("expectedSeconds"), is(360));
        assertNull(waits(customers, waiting, 0).get("position"));
        house.customer()
                .asks()
                .get(API + "/tickets/{id}/wait", waiting.get(1))
                .then()
                .spec(refused(404, "not-found"));
    }

    private long begun(Person customer) {
        return customer.sends(Map.of("text", "Hello"))
                .post(API + "/conversations")
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("id");
    }

    private static JsonPath waits(List<Person> customers, List<Long> tickets, int which) {
        return customers.get(which).reads("/tickets/{id}/wait", tickets.get(which));
    }
}
