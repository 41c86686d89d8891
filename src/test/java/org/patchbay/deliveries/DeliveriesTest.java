package org.patchbay.deliveries;

import java.time.Duration;
import java.util.ArrayList;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Deliveries go in order within a lane, beside one another between lanes, and are in the queue until they are done. */
@QuarkusTest
class DeliveriesTest {

    private static final int LANES = 20;
    private static final int EACH = 10;

    @Inject
    Errand errand;

    @Inject
    Deliveries deliveries;

    @Inject
    CurrentOrganisation currentOrganisation;

    private TestOrganisation house;
    private long organisation;

    @BeforeEach
    void found() {
        house = TestOrganisation.ofNewOrganisation();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        errand.delivered.clear();
        errand.failing.clear();
    }

    @AfterEach
    void leaveNothing() {
        TestDatabase.execute(
                "delete from delivery where organisation_id = " + organisation,
                "delete from delivery_lane where organisation_id = " + organisation);
    }

    @Test
    void eachLaneIsInOrderAndEachDeliveryIsDoneOnce() {
        for (int i = 0; i < EACH; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                add("lane " + lane, "%02d".formatted(i));
            }
        }
        await().until(this::left, is(0L));
        assertEquals(LANES * EACH, errand.delivered.size());
        for (int lane = 0; lane < LANES; lane++) {
            var its = "lane " + lane + ":";
            var got = errand.delivered.stream()
                    .filter(each -> each.startsWith(its))
                    .toList();
            assertEquals(got.stream().sorted().toList(), got);
        }
        await().until(
                        () -> TestDatabase.count(
                                "select count(*) from delivery_lane where organisation_id = " + organisation),
                        is(0L));
    }

    @Test
    void aFailingOneKeepsItsLaneUntilItIsGivenUpAndAnAdminTriesItAgain() {
        errand.failing.put("bad", DeliveryFailed.forNow("Nobody is there."));
        add("a", "bad");
        add("a", "after it");
        add("b", "beside it");
        await().until(() -> errand.delivered, contains("b:beside it", "a:after it"));
        var admin = house.admin();
        admin.asks()
                .get(API + "/deliveries?state=WAITING")
                .then()
                .statusCode(200)
                .body("items", empty());
        long id = admin.asks()
                .get(API + "/deliveries?state=PARKED")
                .then()
                .statusCode(200)
                .body(
                        "items.lane", contains("a"),
                        "items.problem", contains("Nobody is there."),
                        "items.attempts", contains(3),
                        "items[0].triedAt", notNullValue())
                .extract()
                .jsonPath()
                .getLong("items[0].id");
        errand.failing.clear();
        admin.sends("{}").post(API + "/deliveries/{id}/retry", id).then().statusCode(200);
        await().until(() -> errand.delivered, contains("b:beside it", "a:after it", "a:bad"));
        await().until(this::left, is(0L));
        admin.sends("{}").post(API + "/deliveries/{id}/retry", id).then().spec(refused(404, "not-found"));
    }

    @Test
    void oneThatNobodyWillTakeIsGivenUpAtOnceAndMayBeDiscarded() {
        errand.failing.put("no", DeliveryFailed.forGood("They refuse it."));
        add("a", "no");
        var admin = house.admin();
        await().until(() -> admin.reads("/deliveries?state=PARKED").getList("items.attempts"), contains(1));
        long id = admin.reads("/deliveries").getLong("items[0].id");
        admin.asks().delete(API + "/deliveries/{id}", id).then().statusCode(204);
        admin.asks().delete(API + "/deliveries/{id}", id).then().spec(refused(404, "not-found"));
    }

    @Test
    void whoLostALaneWritesNothingToItAnyMore() {
        in(() -> DeliveryLane.open("ELSEWHERE", "a", Times.now().minus(Duration.ofDays(1))));
        var lane = new DeliveryLane(organisation, "ELSEWHERE", "a", fence(), true);
        in(() -> {
            assertTrue(lane.take(Times.now(), Times.now().minusSeconds(1)));
            assertFalse(lane.take(Times.now(), Times.now().plusSeconds(60)), "its fence has been counted");
            var former = lane.taken();
            assertTrue(former.take(Times.now(), Times.now().plusSeconds(60)), "the lease of the first is over");
            assertFalse(former.dueAt(Times.now()));
            assertTrue(former.taken().dueAt(Times.now().plusSeconds(60)));
        });
    }

    @Test
    void noStatementReadsMoreThanItsRows() {
        TestDatabase.execute(
                "set session cte_max_recursion_depth = 100000",
                ("insert into delivery (organisation_id, kind, lane, payload, attempts, created_at, parked_at)"
                                + " with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000)"
                                + " select %d, 'ELSEWHERE', concat('lane ', n.i %% 500), 'x', 0, utc_timestamp(),"
                                + " if(n.i %% 50 = 0, utc_timestamp(), null) from n")
                        .formatted(organisation),
                "analyze table delivery");
        var statements = new ArrayList<>(StatementLog.during(() -> {
                    add("lane 1", "x");
                    await().until(() -> errand.delivered, contains("lane 1:x"));
                    house.admin().reads("/deliveries?state=PARKED&limit=5");
                })
                .stream()
                .map(Sent::sql)
                .filter(sql -> sql.contains("from delivery") || sql.contains("update delivery"))
                .distinct()
                .toList());
        assertTrue(statements.size() >= 4, () -> "only these were seen: " + statements);
        for (var sql : statements) {
            for (var key : TestDatabase.list("explain " + sql, row -> row.getString("key"))) {
                assertTrue(key != null, () -> "no key for " + sql);
            }
        }
    }

    private long fence() {
        return TestDatabase.count(
                "select fence from delivery_lane where lane = 'a' and organisation_id = " + organisation);
    }

    private long left() {
        return TestDatabase.count("select count(*) from delivery where organisation_id = " + organisation);
    }

    private void add(String lane, String payload) {
        in(() -> deliveries.add(Errand.KIND, lane, payload));
    }

    private void in(Runnable work) {
        currentOrganisation.in(organisation, () -> Transactions.inNew(work));
    }
}
