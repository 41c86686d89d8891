package org.patchbay.tickets;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.StrictSettings;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.House.refused;

/** Steps where only holders resolve and nothing is reopened. */
@QuarkusTest
@TestProfile(StrictSettings.class)
class StrictStepsTest {

    private final House house = new House();

    /** Another test may have closed our address for seconds. */
    @BeforeEach
    void clear() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> House.signIn("admin", House.PASSWORD).statusCode() == 200);
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
