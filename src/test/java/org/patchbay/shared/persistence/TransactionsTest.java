package org.patchbay.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Transactions that end because of others, over the real database. */
@QuarkusTest
class TransactionsTest {

    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DUPLICATE = 1062;

    /** An event that is told once its transaction is committed. */
    record Counted() {}

    /** Counts in the database, where a rollback takes it back, and publishes each commit. */
    @Singleton
    static class Counters {

        final AtomicInteger tries = new AtomicInteger();
        final AtomicInteger told = new AtomicInteger();

        /** The messages of MySQL. */
        final List<String> refused = new CopyOnWriteArrayList<>();

        private final EntityManager entities;
        private final Event<Counted> counted;

        Counters(EntityManager entities, Event<Counted> counted) {
            this.entities = entities;
            this.counted = counted;
        }

        @Transactional
        void countAnnotated(int first, int second, Runnable between) {
            count(first, second, between);
        }

        void count(int first, int second, Runnable between) {
            tries.incrementAndGet();
            counted.fire(new Counted());
            count(first);
            between.run();
            try {
                count(second);
            } catch (PersistenceException e) {
                refused.add(saidBy(e).getMessage());
                throw e;
            }
        }

        private static SQLException saidBy(Throwable thrown) {
            return thrown instanceof SQLException said ? said : saidBy(thrown.getCause());
        }

        private void count(int id) {
            entities.createNativeQuery("update counter set n = n + 1 where id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
        }

        void onCounted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Counted commit) {
            told.incrementAndGet();
        }
    }

    /** Counts one after the other. */
    @FunctionalInterface
    private interface Counting {
        void count(int first, int second, Runnable between);
    }

    @Inject
    Counters counters;

    @Inject
    CurrentOrganisation currentOrganisation;

    @Inject
    EntityManager entities;

    @BeforeEach
    void makeCounters() {
        TestDatabase.execute(
                "drop table if exists counter",
                "create table counter (id int primary key, n int not null)",
                "insert into counter values (1, 0), (2, 0)");
        counters.tries.set(0);
        counters.told.set(0);
        counters.refused.clear();
    }

    @AfterEach
    void leaveNoTable() {
        TestDatabase.execute("drop table counter");
    }

    @Test
    void ofTwoAnnotatedOnesThatWaitForEachOtherBothEndAndNothingIsDoneTwice() throws Exception {
        assertBothEnd(counters::countAnnotated);
    }

    @Test
    void ofTwoOthersThatWaitForEachOtherBothEndAndNothingIsDoneTwice() throws Exception {
        assertBothEnd((first, second, between) -> Transactions.inNew(() -> counters.count(first, second, between)));
    }

    private void assertBothEnd(Counting counting) throws Exception {
        var bothHoldTheirFirst = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> count(counting, 1, 2, bothHoldTheirFirst));
            var other = threads.submit(() -> count(counting, 2, 1, bothHoldTheirFirst));
            one.get();
            other.get();
        }
        assertEquals(List.of("Deadlock found when trying to get lock; try restarting transaction"), counters.refused);
        assertEquals(3, counters.tries.get());
        assertEquals(2, counters.told.get());
        assertEquals(List.of(2, 2), TestDatabase.list("select n from counter order by id", row -> row.getInt(1)));
    }

    /** Meets the other the first time only. */
    private void count(Counting counting, int first, int second, CyclicBarrier bothHoldTheirFirst) {
        var isFirst = new AtomicInteger();
        currentOrganisation.in(
                0,
                () -> counting.count(first, second, () -> {
                    if (isFirst.getAndIncrement() == 0) {
                        meet(bothHoldTheirFirst);
                    }
                }));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The resolver holds the ticket and waits for the agent, whose lock a transaction holds that then asks for the
     * ticket.
     */
    @Test
    void aStepThatTheDatabaseRollsBackForAnotherIsTakenOnce() throws Exception {
        var house = TestOrganisation.ofNewOrganisation();
        var agent = house.availableAgent();
        long ticket = house.ticket(house.customer());
        house.awaitHeldBy(agent, ticket);
        long before = deadlocks();
        try (var other = TestDatabase.connect()) {
            other.setAutoCommit(false);
            // MySQL rolls back the one of the two that changed less.
            execute(
                    other,
                    "insert into counter with recursive n (i) as (select 3 union all select i + 1 from n where i < 900)"
                            + " select i, 0 from n");
            execute(other, "select * from agent where id = " + agent.id() + " for update");
            var answer = CompletableFuture.supplyAsync(() -> agent.takes("resolve", ticket));
            TestDatabase.awaitTransaction("LOCK WAIT");
            execute(other, "select * from ticket where id = " + ticket + " for update");
            other.commit();
            answer.get().then().statusCode(200);
        }
        assertEquals(before + 1, deadlocks(), "by MySQL's own word");
        assertEquals("RESOLVED", house.status(ticket));
        assertEquals(0, agent.reads("/agents/{id}", agent.id()).getInt("load"));
        assertEquals(
                List.of("OPENED", "ASSIGNED", "RESOLVED"),
                house.admin().reads("/tickets/{id}/events", ticket).getList("items.type"));
    }

    @Test
    void whoWaitedForALockInVainTriesAgainWhateverTellsIt() {
        for (var told : List.of(
                new IllegalStateException(sql(LOCK_WAIT_TIMEOUT)),
                suppressing(sql(LOCK_WAIT_TIMEOUT)),
                sql(DEADLOCK))) {
            var tries = new AtomicInteger();
            assertEquals("done", succeedAfter(tries, told));
            assertEquals(2, tries.get());
        }
    }

    private static String succeedAfter(AtomicInteger tries, Exception failure) {
        try {
            return Transactions.outlast(() -> {
                if (tries.incrementAndGet() == 1) {
                    throw failure;
                }
                return "done";
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatOthersAreNotToBlameForIsNotTriedAgain() {
        assertTries(1, sql(DUPLICATE));
    }

    @Test
    void whoAlwaysMeetsOthersIsToldSoInTheEnd() {
        assertTries(5, sql(DEADLOCK));
    }

    /** It would hold its locks, and see an old state. */
    @Test
    void insideAnotherTransactionNothingIsTriedAgain() {
        QuarkusTransaction.requiringNew().run(() -> assertTries(1, sql(DEADLOCK)));
    }

    private static void assertTries(int expected, SQLException failure) {
        var tries = new AtomicInteger();
        var told = assertThrows(
                SQLException.class,
                () -> Transactions.outlast(() -> {
                    tries.incrementAndGet();
                    throw failure;
                }));
        assertSame(failure, told);
        assertEquals(expected, tries.get());
    }

    @Test
    void theServerTellsWhoWaitsForALockBeforeTheSocketIsGivenUp() {
        var seconds = currentOrganisation.everywhere(
                () -> entities.createNativeQuery("select @@session.innodb_lock_wait_timeout")
                        .getSingleResult());
        long socket = ConfigProvider.getConfig()
                .getValue("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", Long.class);
        assertTrue(((Number) seconds).longValue() * 2_000 <= socket, () -> seconds + " s, and " + socket + " ms");
    }

    /** The deadlocks in which the transaction that closed the circle went on. */
    private static long deadlocks() {
        return TestDatabase.count("select count from information_schema.innodb_metrics where name = 'lock_deadlocks'");
    }

    private static SQLException sql(int code) {
        return new SQLException("as the server says", "40001", code);
    }

    private static Exception suppressing(Exception told) {
        var commit = new IllegalStateException("the commit failed");
        commit.addSuppressed(told);
        return commit;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
