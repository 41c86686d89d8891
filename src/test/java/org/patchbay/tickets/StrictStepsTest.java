package org.patchbay.tickets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.StrictSettings;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.House.refused;

/** Steps where only holders resolve and nothing is reopened. */
@QuarkusTest
@TestProfile(StrictSettings.class)
class StrictStepsTest {

    private final House house = new House();

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void onlyTheHolderAndSupervisorsResolveAndNobodyReopens() {
        var customer = house.customer();
        long first = house.ticket(customer);
        var holder = house.availableAgent();
        long second = house.ticket(customer);
        house.agent().takes("resolve", first).then().spec(refused(403, "forbidden"));
        holder.takes("resolve", first).then().statusCode(200);
        house.awaitHeldBy(holder, second);
        house.supervisor().takes("resolve", second).then().statusCode(200);
        customer.takes("reopen", second)
                .then()
                .spec(refused(409, "step-not-allowed"))
                .body("currentStatus", is("RESOLVED"))
                .body("allowedSteps", contains("CLOSE"));
    }
}
