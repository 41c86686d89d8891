package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

/** Several replicas over the real table. The clock is moved instead of waiting for the end of a lease. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class LeasesTest {

    private static final int REPLICAS = 8;
    private static final int ROUNDS = 25;
    private static final Duration ABOUT_HALF = Leases.LASTS.dividedBy(2).plusMillis(1);

    @Inject
    LeaseTable table;

    private final String work = TestOrganisation.unique("work");
    private final Shutdown shutdown = new Shutdown(Patience.LIMIT);
    private Leases first;
    private Leases second;

    @BeforeEach
    void startTwo() {
        first = replica();
        second = replica();
    }

    @AfterEach
    void leaveNothing() {
        TestDatabase.execute("delete from lease where name like '" + work + "%'");
    }

    @Test
    void ofManyReplicasWhoseWorkIsDueAtOnceOneDoesIt() throws Exception {
        var replicas = Stream.generate(this::replica).limit(REPLICAS).toList();
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(1, holders(replicas, work + round), "the first time");
        }
        MovableClock.forward(Leases.LASTS);
        for (int round = 0; round < ROUNDS; round++) {
            assertEquals(1, holders(replicas, work + round), "after the end of the lease");
        }
    }

    @Test
    void oneThatWasKilledIsFollowedWhenItsLeaseEnds() {
        MovableClock.stop();
        assertTrue(first.take(work));
        assertTrue(first.take(work));
        assertFalse(second.take(work));
        MovableClock.forward(Leases.LASTS.minusMillis(1));
        assertFalse(second.take(work));
        MovableClock.forward(Duration.ofMillis(1));
        assertTrue(second.take(work));
        assertFalse(first.holds(work));
        assertFalse(first.take(work));
    }

    @Test
    void oneThatLivesKeepsItsWork() {
        assertTrue(first.take(work));
        for (int renewal = 0; renewal < 5; renewal++) {
            MovableClock.forward(ABOUT_HALF);
            first.renew();
            assertFalse(second.take(work));
        }
        assertTrue(first.holds(work));
    }

    @Test
    void oneThatHungKeepsWhatNobodyTookAndLearnsOfTheRest() {
        assertTrue(first.take(work + "1"));
        assertTrue(first.take(work + "2"));
        MovableClock.forward(Leases.LASTS);
        assertTrue(second.take(work + "1"));
        first.renew();
        assertFalse(first.holds(work + "1"));
        assertFalse(first.take(work + "1"));
        assertTrue(first.take(work + "2"));
        assertFalse(second.take(work + "2"));
    }

    @Test
    void oneThatStopsGivesItsWorkBackAndTakesNone() throws InterruptedException {
        assertTrue(first.take(work));
        assertTrue(second.take(work + "2"));
        shutdown.stop();
        first.release();
        assertFalse(first.holds(work));
        var another = new Leases(table, new Shutdown(Patience.LIMIT), new SimpleMeterRegistry());
        assertTrue(another.take(work));
        assertFalse(another.take(work + "2"), "given back by another");
        second.release();
        assertFalse(second.take(work + "2"));
        assertEquals(0, TestDatabase.count("select count(*) from lease where name = '" + work + "2'"));
    }

    @Test
    void aHolderWhoseClockWasWrongIsNotWaitedFor() {
        MovableClock.forward(Duration.ofDays(1));
        assertTrue(first.take(work));
        MovableClock.forward(Duration.ofDays(-1));
        assertTrue(second.take(work));
        first.renew();
        assertFalse(first.holds(work));
    }

    @Test
    void eachReplicaTellsWhatItHolds() {
        var metrics = new SimpleMeterRegistry();
        var told = new Leases(table, shutdown, metrics);
        assertTrue(first.take(work));
        told.take(work);
        var gauge = metrics.get("patchbay.lease.held").tag("work", work).gauge();
        assertEquals(0, gauge.value());
        first.release();
        told.take(work);
        assertEquals(1, gauge.value());
        MovableClock.forward(Leases.LASTS);
        assertEquals(0, gauge.value());
        assertFalse(told.holds(work));
    }

    /** The schedule asks before each run: the only replica there is holds what is due. */
    @Test
    void theOnlyReplicaDoesAllWork() {
        await().until(() -> {
            var metrics = given().get("/q/metrics").asString();
            return Stream.of("sweep", "gauges")
                    .allMatch(name -> metrics.contains("patchbay_lease_held{work=\"" + name + "\"} 1.0"));
        });
        given().get("/q/metrics").then().body(containsString("patchbay_agents{presence=\"AVAILABLE\"} "));
        assertEquals(
                1, TestDatabase.count("select count(distinct holder) from lease where name in ('sweep', 'gauges')"));
    }

    private Leases replica() {
        return new Leases(table, shutdown, new SimpleMeterRegistry());
    }

    private static long holders(List<Leases> replicas, String work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var takes = replicas.stream()
                    .map(replica -> (Callable<Boolean>) () -> replica.take(work))
                    .toList();
            long holders = 0;
            for (var take : threads.invokeAll(takes)) {
                holders += take.get() ? 1 : 0;
            }
            return holders;
        }
    }
}
