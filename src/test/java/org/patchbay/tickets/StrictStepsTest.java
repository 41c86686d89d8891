package org.patchbay.tickets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StrictSettings;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.refused;

/** Steps where only holders resolve and nothing is reopened. */
@QuarkusTest
@TestProfile(StrictSettings.class)
class StrictStepsTest {

    private final TestOrganisation house = new TestOrganisation();

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void onlyTheHolderAndSupervisorsResolveAndWhatIsResolvedClosesAtOnce() {
        var customer = house.customer();
        long first = house.ticket(customer);
        var holder = house.availableAgent();
        long second = house.ticket(customer);
        house.agent().takes("resolve", first).then().spec(refused(403, "forbidden"));
        holder.takes("resolve", first).then().statusCode(200);
        house.awaitHeldBy(holder, second);
        house.supervisor().takes("resolve", second).then().statusCode(200);
        await().until(() -> house.status(second), is("CLOSED"));
        customer.takes("reopen", second)
                .then()
                .spec(refused(409, "step-not-allowed"))
                .body("allowedSteps", empty());
    }
}
