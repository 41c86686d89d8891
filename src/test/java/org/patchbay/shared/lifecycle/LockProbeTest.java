package org.patchbay.shared.lifecycle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** MySQL locks. The servers that do not are MySQL too, to which a statement comes without a part of it. */
@QuarkusTest
class LockProbeTest {

    @Inject
    DataSource ours;

    /** Changes what reaches the server. */
    private record Altered(int isolation, UnaryOperator<String> sql, Runnable afterCommit) {

        private DataSource database() {
            return proxy(DataSource.class, (self, method, arguments) -> connect());
        }

        private Connection connect() throws SQLException {
            var connection = TestDatabase.connect();
            connection.setTransactionIsolation(isolation);
            return proxy(Connection.class, (self, method, arguments) -> {
                if (method.getName().equals("prepareStatement")) {
                    arguments[0] = sql.apply((String) arguments[0]);
                }
                try {
                    var result = method.invoke(connection, arguments);
                    if (method.getName().equals("commit")) {
                        afterCommit.run();
                    }
                    return result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }

        private static <T> T proxy(Class<T> type, InvocationHandler calls) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
        }
    }

    @Test
    void theDatabaseThatWeStartedOnDoesWhatItIsAskedFor() throws SQLException {
        new LockProbe(ours).look();
    }

    @Test
    void replicasThatStartAtOnceAreNotInEachOthersWay() throws SQLException {
        try (var other = TestDatabase.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select id from lock_probe order by id limit 2 for update");
            new LockProbe(ours).look();
            other.rollback();
        }
    }

    @Test
    void aReplicaThatChangesTheSameRowInBetweenIsNoReasonToRefuse() throws SQLException {
        var other = new Altered(
                Connection.TRANSACTION_READ_COMMITTED,
                UnaryOperator.identity(),
                () -> TestDatabase.execute("update lock_probe set round = round + 1 where id > 1"));
        new LockProbe(other.database()).look();
    }

    @Test
    void aServerThatTakesTheWordsAndLocksNothingIsRefused() {
        var why = refused(Connection.TRANSACTION_READ_COMMITTED, sql -> sql.replace(" for update skip locked", ""));
        assertTrue(why.contains("takes \"for update\" and locks nothing"), why);
        assertTrue(why.contains("MySQL 8"), why);
        assertTrue(why.contains("guide/scaling.md"), why);
    }

    @Test
    void aServerThatWaitsForLockedRowsIsRefused() {
        var why = refused(
                Connection.TRANSACTION_READ_COMMITTED,
                sql -> sql.replace("for update skip locked", "for update nowait"));
        assertTrue(why.contains("does not do \"for update skip locked\""), why);
    }

    @Test
    void aServerThatDoesNotKnowTheWordsIsRefused() {
        var why = refused(Connection.TRANSACTION_READ_COMMITTED, sql -> sql.replace("skip locked", "skip nothing"));
        assertTrue(why.contains("does not do \"for update skip locked\""), why);
    }

    @Test
    void aServerThatFindsNothingBehindALockedRowIsRefused() {
        var why = refused(
                Connection.TRANSACTION_READ_COMMITTED,
                sql -> sql.replace("order by id limit 1 ", "where id = 1 order by id limit 1 "));
        assertTrue(why.contains("does not skip a locked row"), why);
    }

    @Test
    void anotherIsolationThanReadCommittedIsRefused() {
        var repeatable = refused(Connection.TRANSACTION_REPEATABLE_READ, UnaryOperator.identity());
        assertTrue(repeatable.contains("hides what was committed"), repeatable);
        var dirty = refused(Connection.TRANSACTION_READ_UNCOMMITTED, UnaryOperator.identity());
        assertTrue(dirty.contains("shows what is not committed"), dirty);
    }

    @Test
    void theProbeLeavesNothingLocked() throws SQLException {
        new LockProbe(ours).look();
        refused(Connection.TRANSACTION_READ_COMMITTED, sql -> sql.replace(" for update skip locked", ""));
        assertEquals(
                TestDatabase.count("select count(*) from lock_probe"),
                TestDatabase.list("select id from lock_probe for update skip locked", row -> row.getInt(1))
                        .size());
    }

    /** The message with which a start ends. */
    private static String refused(int isolation, UnaryOperator<String> sql) {
        var probe = new LockProbe(new Altered(isolation, sql, () -> {}).database());
        return assertThrows(IllegalStateException.class, () -> probe.start(new StartupEvent()))
                .getMessage();
    }
}
