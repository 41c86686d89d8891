package org.patchbay.privacy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** How long an organisation keeps what was said. The clock is moved. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class RetentionTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Inject
    OldTickets oldTickets;

    private TestOrganisation house;
    private Person customer;

    @BeforeEach
    void open() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void whatWasSaidInATicketThatIsOverIsErasedWhenItWasKeptLongEnough() {
        long over = cancelled();
        long live = house.ticket(customer, house.order(customer), Map.of("note", "Still here"));
        var keeping = TestOrganisation.ofNewOrganisation();
        var other = keeping.customer();
        long kept = keeping.ticket(other, keeping.order(other), Map.of("note", "For ever"));
        other.takes("cancel", kept).then().statusCode(200);
        keep(30, null).then().statusCode(200);

        after(Duration.ofDays(30).minus(A_MINUTE));
        ticket(over).then().body("note", equalTo("It is broken"));

        after(A_MINUTE.multipliedBy(2));
        ticket(over)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("erasedAt", notNullValue())
                .body("$", not(hasKey("note")))
                .body("openedAt", notNullValue());
        house.admin()
                .asks()
                .get(API + "/tickets/{id}/events", over)
                .then()
                .body("items.type", contains("OPENED", "CANCELLED"))
                .body("items.findAll { it.note != null }.size()", is(0))
                .body("items.findAll { it.actorName != null }.size()", is(0));
        ticket(live).then().body("note", equalTo("Still here"));
        assertEquals(
                customer.name(),
                house.admin().reads("/customers/{id}", customer.id()).getString("name"));
        keeping.signedInAgain()
                .admin()
                .asks()
                .get(API + "/tickets/{id}", kept)
                .then()
                .body("note", equalTo("For ever"));
    }

    @Test
    void adminsSayHowLongAndNobodyElse() {
        var admin = house.admin();
        admin.asks()
                .get(API + "/retention")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("closedTicketsDays")))
                .body("version", is(0));
        keep(730, 7).then().statusCode(200).body("closedTicketsDays", is(730)).body("feedDays", is(7));
        admin.asks().get(API + "/retention").then().body("version", is(1)).header("ETag", equalTo("\"1\""));
        keep(null, null).then().statusCode(200).body("$", not(hasKey("feedDays")));
        for (var wrong : new Integer[][] {{0, null}, {3651, null}, {null, 0}, {null, 366}}) {
            keep(wrong[0], wrong[1]).then().spec(refused(400, "validation-failed"));
        }
        admin.sends(Map.of())
                .header("If-Match", "\"0\"")
                .put(API + "/retention")
                .then()
                .spec(refused(412, "version-mismatch"));
        house.supervisor().sends(Map.of()).put(API + "/retention").then().spec(refused(403, "forbidden"));
        assertEquals(
                2, admin.reads("/audit?action=RETENTION_SET").getList("items").size());
    }

    private long cancelled() {
        long ticket = house.ticket(customer, house.order(customer), Map.of("note", "It is broken"));
        customer.sends(Map.of("note", "Found it"))
                .post(API + "/tickets/{id}/cancel", ticket)
                .then()
                .statusCode(200);
        return ticket;
    }

    private Response keep(Integer closedTicketsDays, Integer feedDays) {
        var request = new HashMap<String, Integer>();
        request.put("closedTicketsDays", closedTicketsDays);
        request.put("feedDays", feedDays);
        return house.admin().sends(request).put(API + "/retention");
    }

    private Response ticket(long id) {
        return house.admin().asks().get(API + "/tickets/{id}", id);
    }

    /** Tokens do not live that long. */
    private void after(Duration time) {
        MovableClock.forward(time);
        house = house.signedInAgain();
        oldTickets.sweep();
    }
}
