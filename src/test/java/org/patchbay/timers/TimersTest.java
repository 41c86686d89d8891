package org.patchbay.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.WorkerLoop;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;

/** Timers over the real database; the loop of the application runs, and another one as that of a second replica. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class TimersTest {

    private static final TimerKind<Long> KIND = TimerKind.ofNumber("test");
    private static final Duration LATER = Duration.ofMinutes(10);

    /** Notes fired timers in the database, where a rollback takes it back; acts on some subjects as a test says. */
    @Singleton
    static class Notes implements TimerHandler<Long> {

        final Map<Long, Consumer<DueTimer<Long>>> particular = new ConcurrentHashMap<>();
        private final EntityManager entities;

        Notes(EntityManager entities) {
            this.entities = entities;
        }

        @Override
        public TimerKind<Long> kind() {
            return KIND;
        }

        @Override
        public void fire(DueTimer<Long> timer) {
            entities.createNativeQuery("insert into fired values (?1, ?2, ?3, ?4, ?5)")
                    .setParameter(1, CurrentOrganisation.id())
                    .setParameter(2, timer.subjectId())
                    .setParameter(3, timer.payload())
                    .setParameter(4, timer.dueAt())
                    .setParameter(5, Times.now())
                    .executeUpdate();
            particular.getOrDefault(timer.subjectId(), any -> {}).accept(timer);
        }
    }

    /** Counts how often the second replica looked and found something. */
    @Vetoed
    static class Looks extends Firing {

        final AtomicInteger found = new AtomicInteger();

        Looks(List<TimerHandler<?>> handlers, CurrentOrganisation currentOrganisation, TimerMetrics metrics) {
            super(handlers, currentOrganisation, metrics);
        }

        @Override
        WorkerLoop.Batch<Timer.Candidate> due(int limit) {
            var batch = super.due(limit);
            if (!batch.pieces().isEmpty()) {
                found.incrementAndGet();
            }
            return batch;
        }
    }

    @Inject
    Timers timers;

    @All
    List<TimerHandler<?>> handlers;

    @Inject
    TimerMetrics timerMetrics;

    @Inject
    TimersConfig config;

    @Inject
    CurrentOrganisation currentOrganisation;

    @Inject
    Notes notes;

    @Inject
    MeterRegistry metrics;

    private long organisation;
    private Looks looks;
    private Shutdown second;

    @BeforeEach
    void startTheSecondReplica() {
        organisation = organisation("default");
        TestDatabase.execute(
                "delete from timer",
                "drop table if exists fired",
                "create table fired (organisation bigint, subject_id bigint, round bigint, due_at datetime(6),"
                        + " fired_at datetime(6))");
        looks = new Looks(handlers, currentOrganisation, timerMetrics);
        second = new Shutdown(Patience.LIMIT);
        new TimerLoop(looks, config, second).start(new Able());
    }

    @AfterEach
    void stopIt() throws InterruptedException {
        second.stop();
        notes.particular.clear();
        TestDatabase.execute("delete from timer", "drop table fired");
    }

    @Test
    void aTimerFiresOnceInItsOrganisationWhenItIsDueAsItWasSet() {
        long another = organisation(TestOrganisation.ofNewOrganisation().organisation());
        var due = Times.now().plus(LATER);
        set(another, 7, 3, due);
        set(organisation, 1, 1, Times.now());
        awaitFired(1);
        assertEquals(0, fired(7));
        TestDatabase.execute("delete from fired");

        MovableClock.forward(LATER);
        awaitFired(1);
        assertEquals(
                List.of(another + " 7 3 true true"),
                TestDatabase.list(
                        "select concat_ws(' ', organisation, subject_id, round, if(due_at = '"
                                + due.toString().replace("T", " ").replace("Z", "")
                                + "', 'true', due_at), if(fired_at >= due_at, 'true', fired_at)) from fired",
                        row -> row.getString(1)));
        assertEquals(0, left());
    }

    @Test
    void withoutItsTransactionThereIsNoTimer() {
        assertThrows(RuntimeException.class, () -> timers.set(KIND, 1, 1L, Times.now()));
        assertThrows(
                IllegalStateException.class,
                () -> currentOrganisation.in(
                        organisation, () -> QuarkusTransaction.requiringNew().run(() -> {
                            timers.set(KIND, 1, 1L, Times.now());
                            throw new IllegalStateException("changed my mind");
                        })));
        set(organisation, 2, 1, Times.now());
        awaitFired(1);
        assertEquals(0, fired(1));
    }

    @Test
    void ofManyEachFiresOnceAndNoneTooEarlyAndALookFiresAllThatItFinds() {
        int many = 1_000;
        var start = Times.now().plus(LATER);
        currentOrganisation.in(
                organisation, () -> QuarkusTransaction.requiringNew().run(() -> LongStream.range(0, many)
                        .forEach(i -> timers.set(KIND, i, i, start.plusMillis(i * LATER.toMillis() / many)))));
        assertEquals(many, left());

        MovableClock.forward(LATER.plus(LATER.dividedBy(2)));
        await().until(() -> TestDatabase.count("select count(*) from fired") >= many / 2);
        MovableClock.forward(LATER.dividedBy(2));
        await().until(() -> left() == 0);
        assertEquals(many, TestDatabase.count("select count(*) from fired"));
        assertEquals(many, TestDatabase.count("select count(distinct subject_id) from fired"));
        assertEquals(0, TestDatabase.count("select count(*) from fired where fired_at < due_at"));
        assertTrue(looks.found.get() <= many / 50, () -> looks.found + " looks found something");
    }

    @Test
    void oneThatFailsIsTriedAgainAfterGrowingPausesAndHoldsUpNobody() {
        notes.particular.put(1L, timer -> {
            throw new IllegalStateException("not yet");
        });
        double failed = metrics.counter("patchbay.timers.failed").count();
        for (int i = 0; i < 300; i++) {
            set(organisation, 1, i, Times.now());
        }
        await().until(() -> TestDatabase.count("select count(*) from timer where attempts > 0") == 300);
        set(organisation, 2, 1, Times.now());
        awaitFired(1);
        MovableClock.forward(Timer.pause(0));
        await().until(() -> TestDatabase.count("select count(*) from timer where attempts < 2") == 0);
        assertEquals(0, fired(1), "what a failed one did");
        assertTrue(metrics.counter("patchbay.timers.failed").count() >= failed + 600);

        notes.particular.clear();
        MovableClock.forward(Timer.pause(1));
        await().until(() -> left() == 0);
        assertEquals(300, fired(1));
    }

    @Test
    void pausesDoubleUpToAMinute() {
        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L),
                LongStream.of(0, 1, 2, 3, 4, 5, 6, 1_000_000)
                        .mapToObj(attempts -> Timer.pause((int) attempts).toSeconds())
                        .toList());
    }

    @Test
    void whatALostConnectionUndidIsDoneAgain() {
        var interrupted = ConcurrentHashMap.<Long>newKeySet();
        // Not before all are set, over a connection that would be lost too.
        var due = Times.now().plus(LATER);
        for (long subject = 0; subject < 20; subject++) {
            notes.particular.put(subject, timer -> {
                if (interrupted.add(timer.subjectId()) && timer.subjectId() % 5 == 0) {
                    TestDatabase.killConnections();
                }
            });
            set(organisation, subject, 1, due);
        }
        MovableClock.forward(LATER);
        await().until(() -> left() == 0);
        assertEquals(20, TestDatabase.count("select count(*) from fired"));
        assertEquals(20, TestDatabase.count("select count(distinct subject_id) from fired"));
    }

    @Test
    void oneThatIsBeingFiredIsNotFiredAgainAndBlocksNobody() {
        var over = new CountDownLatch(1);
        notes.particular.put(1L, timer -> awaitUninterrupted(over));
        set(organisation, 1, 1, Times.now());
        TestDatabase.awaitTransaction("RUNNING");
        set(organisation, 2, 1, Times.now());
        awaitFired(1);
        assertEquals(0, fired(1));
        over.countDown();
        awaitFired(2);
        assertEquals(1, fired(1));
    }

    @Test
    void whatNobodyHandlesIsKeptAndStandsBeforeNobody() {
        currentOrganisation.in(
                organisation, () -> QuarkusTransaction.requiringNew().run(() -> {
                    for (int i = 0; i < 450; i++) {
                        timers.set(
                                TimerKind.plain("from the future"),
                                i,
                                Times.now().minusSeconds(60));
                    }
                }));
        set(organisation, 1, 1, Times.now());
        awaitFired(1);
        await().until(() -> TestDatabase.count("select count(*) from timer where attempts > 0") == 450);
    }

    @Test
    void thoseOfASuspendedOrganisationWaitUntilItIsActiveAgain() {
        long suspended = organisation(TestOrganisation.ofNewOrganisation().organisation());
        TestOrganisation.operator()
                .asks()
                .post(API + "/organisations/{id}/suspend", suspended)
                .then()
                .statusCode(200);
        set(suspended, 1, 1, Times.now());
        set(organisation, 2, 1, Times.now());
        awaitFired(1);
        await().until(() -> TestDatabase.count("select max(attempts) from timer") == 1);
        assertEquals(0, fired(1));

        TestOrganisation.operator()
                .asks()
                .post(API + "/organisations/{id}/activate", suspended)
                .then()
                .statusCode(200);
        MovableClock.forward(Timer.pause(1));
        awaitFired(2);
    }

    @Test
    void aLoopThatIsStoppedFinishesWhatItFires() throws InterruptedException {
        notes.particular.put(1L, timer -> Patience.pause(Duration.ofMillis(100)));
        for (int i = 0; i < 20; i++) {
            set(organisation, 1, i, Times.now());
        }
        await().until(() -> left() < 20);
        second.stop();
        await().until(() -> left() == 0);
        assertEquals(20, TestDatabase.count("select count(distinct round) from fired"));
        assertEquals(20, fired(1));
    }

    private void set(long organisation, long subject, long round, Instant due) {
        currentOrganisation.in(
                organisation, () -> QuarkusTransaction.requiringNew().run(() -> timers.set(KIND, subject, round, due)));
    }

    private static void awaitFired(int count) {
        await().until(() -> TestDatabase.count("select count(*) from fired") == count);
    }

    private static long fired(long subject) {
        return TestDatabase.count("select count(*) from fired where subject_id = " + subject);
    }

    private static long left() {
        return TestDatabase.count("select count(*) from timer");
    }

    private static long organisation(String slug) {
        return TestDatabase.count("select id from organisation where slug = '" + slug + "'");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
