package org.patchbay.localstack;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.testing.FreePort;

import io.vertx.amqp.AmqpClientOptions;
import io.vertx.mutiny.amqp.AmqpClient;
import io.vertx.mutiny.amqp.AmqpMessage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** On a stack of its own, in a folder of its own, so it disturbs nobody. */
@DisabledIfEnvironmentVariable(named = "QUARKUS_DATASOURCE_JDBC_URL", matches = ".+")
@DisabledIfEnvironmentVariable(named = "AMQP_HOST", matches = ".+")
class LocalStackTest {

    private static final String ADDRESS = "assignment-requests";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ProcessHandle me = ProcessHandle.current();

    @TempDir
    Path temp;

    Path folder;
    LocalServer broker;
    LocalServer database;
    List<LocalServer> servers;
    LocalStack stack;
    Process neighbour;

    @BeforeEach
    void laysOutAStackWithTwoUsers() throws IOException {
        folder = temp.resolve("a folder with spaces");
        broker = new AmqpBroker(folder, FreePort.any());
        database = new MySqlServer(folder, FreePort.any());
        servers = List.of(broker, database);
        stack = new LocalStack(folder, servers);
        neighbour = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        neighbour.destroyForcibly().waitFor();
        stack.leave(me);
    }

    @Test
    void rowsAndMessagesSurviveKilledServersAndTheLastUserStopsThem() throws Exception {
        assertTrue(stack.enter(me));
        assertFalse(stack.enter(me), "A second run in the same JVM must not leave twice");
        stack.start(me, servers);
        execute("create database shop");
        execute("create table shop.parcel (id int primary key)");
        execute("insert into shop.parcel values (42)");
        send("ticket 42");

        kill(broker);
        kill(database);
        stack.start(me, servers);
        assertEquals(42, selectNumber("select id from shop.parcel"));
        assertEquals("ticket 42", receive());

        stack.enter(neighbour.toHandle());
        String done = new LocalStack(folder, servers).start(neighbour.toHandle(), servers);
        assertEquals("AMQP reused on port %d; MySQL reused on port %d".formatted(broker.port(), database.port()), done);
        stack.leave(me);
        assertTrue(database.answers() && broker.answers(), "Stopped although a neighbour uses them");

        stack.leave(neighbour.toHandle());
        assertFalse(isRunning(database) || isRunning(broker), "Nobody uses them any more");
    }

    @Test
    void aUserThatWasKilledDoesNotKeepTheServersRunning() throws Exception {
        stack.enter(me);
        stack.enter(neighbour.toHandle());
        stack.start(me, List.of(broker));
        neighbour.destroyForcibly().waitFor();
        stack.leave(me);
        assertFalse(isRunning(broker));
    }

    @Test
    void aTakenPortIsNamedTogetherWithTheVariableThatMovesIt() throws Exception {
        try (ServerSocket other = new ServerSocket(broker.port())) {
            ServerProcess process = new ServerProcess(folder, broker);
            String message =
                    assertThrows(IllegalStateException.class, process::launch).getMessage();
            assertTrue(message.contains(String.valueOf(other.getLocalPort())), message);
            assertTrue(message.contains("LOCAL_STACK_AMQP_PORT"), message);
        }
    }

    private void kill(LocalServer server) {
        ProcessHandle process = new ServerProcess(folder, server).running().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        assertFalse(server.answers());
    }

    private boolean isRunning(LocalServer server) {
        return new ServerProcess(folder, server).running().isPresent() || server.answers();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int selectNumber(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + database.port() + "/?sslMode=DISABLED", "root", "");
    }

    private void send(String text) {
        AmqpClient client = client();
        client.createSender(ADDRESS)
                .flatMap(sender -> sender.sendWithAck(
                        AmqpMessage.create().durable(true).withBody(text).build()))
                .await()
                .atMost(PATIENCE);
        client.close().await().atMost(PATIENCE);
    }

    private String receive() {
        AmqpClient client = client();
        AmqpMessage message = client.createReceiver(ADDRESS)
                .flatMap(receiver -> receiver.toMulti().toUni())
                .await()
                .atMost(PATIENCE);
        client.close().await().atMost(PATIENCE);
        return message.bodyAsString();
    }

    private AmqpClient client() {
        return AmqpClient.create(new AmqpClientOptions().setHost("127.0.0.1").setPort(broker.port()));
    }
}
