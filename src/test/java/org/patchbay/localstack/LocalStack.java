package org.patchbay.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers Patchbay needs, for development and tests on a machine that has none of them. Maven runs this before
 * {@code quarkus:dev} and before tests. All builds of a clone share the servers; the last one to end stops them.
 *
 * <p>State is in {@code .local-stack}; delete that folder to start afresh.
 */
public final class LocalStack {

    private static final Duration CHILDREN_LIMIT = Duration.ofSeconds(10);

    private final Path folder;
    private final Map<LocalServer, ServerProcess> processes = new LinkedHashMap<>();
    private final Users users;

    LocalStack(Path folder, List<LocalServer> servers) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.users = new Users(folder.resolve("users"));
        servers.forEach(server -> processes.put(server, new ServerProcess(folder, server)));
    }

    /** Argument: the project's folder. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath().resolve(".local-stack");
        // Below the ports that the kernel lends to outgoing connections.
        LocalServer broker = new AmqpBroker(folder, port("LOCAL_STACK_AMQP_PORT", "local-stack.amqp.port", 25772));
        LocalServer database = new MySqlServer(folder, port("LOCAL_STACK_MYSQL_PORT", "local-stack.mysql.port", 23306));
        LocalServer janus = new Janus(folder, port("LOCAL_STACK_JANUS_PORT", "local-stack.janus.port", 24088));
        List<LocalServer> wanted = new ArrayList<>();
        if (setting("AMQP_HOST", "amqp-host").isEmpty()) {
            wanted.add(broker);
        }
        if (setting("QUARKUS_DATASOURCE_JDBC_URL", "quarkus.datasource.jdbc.url")
                .isEmpty()) {
            wanted.add(database);
        }
        if (Janus.isInstalled()) {
            wanted.add(janus);
        }
        LocalStack stack = new LocalStack(folder, List.of(broker, database, janus));
        ProcessHandle me = ProcessHandle.current();
        if (stack.enter(me)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.leaveAtExit(me), "local-stack"));
        }
        System.out.println("Local stack: " + stack.start(me, wanted));
    }

    /** The process of this project's broker, while it runs. */
    public static Optional<ProcessHandle> broker(Path project) {
        Path folder = project.toAbsolutePath().resolve(".local-stack");
        return new ServerProcess(folder, new AmqpBroker(folder, 0)).running();
    }

    /** Keeps the servers from being stopped until {@link #leave}; false if the user is in already. */
    boolean enter(ProcessHandle user) throws IOException {
        try (FileChannel lock = lock()) {
            return lock.isOpen() && users.add(user);
        }
    }

    /** Returns when the wanted servers answer, and reports its actions. */
    String start(ProcessHandle user, List<LocalServer> wanted) throws IOException, InterruptedException {
        try (FileChannel lock = lock()) {
            boolean shared = users.othersThan(user);
            List<String> done = new ArrayList<>();
            List<ServerProcess> launched = new ArrayList<>();
            for (Map.Entry<LocalServer, ServerProcess> entry : processes.entrySet()) {
                LocalServer server = entry.getKey();
                String outcome = "skipped, configured elsewhere or not installed";
                if (wanted.contains(server)) {
                    boolean reused = entry.getValue().reuse(shared);
                    if (!reused) {
                        entry.getValue().launch();
                        launched.add(entry.getValue());
                    }
                    outcome = (reused ? "reused" : "started") + " on port " + server.port();
                }
                done.add(server.name() + " " + outcome);
            }
            for (ServerProcess process : launched) {
                process.awaitReady();
            }
            return String.join("; ", done);
        }
    }

    /** The last user stops all servers, also those it did not want itself. */
    void leave(ProcessHandle user) throws IOException, InterruptedException {
        try (FileChannel lock = lock()) {
            users.remove(user);
            if (!users.othersThan(user)) {
                for (ServerProcess process : processes.values()) {
                    process.requestStop();
                }
                for (ServerProcess process : processes.values()) {
                    process.stop();
                }
            }
        }
    }

    private void leaveAtExit(ProcessHandle user) {
        try {
            awaitOtherChildren();
            leave(user);
        } catch (IOException e) {
            System.err.println("The local stack may still run: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The application that dev mode forked ends at the same time, and quietly if its servers outlive it. */
    private void awaitOtherChildren() throws InterruptedException {
        List<ProcessHandle> own = processes.values().stream()
                .map(ServerProcess::running)
                .flatMap(Optional::stream)
                .toList();
        long deadline = System.nanoTime() + CHILDREN_LIMIT.toNanos();
        while (System.nanoTime() < deadline
                && ProcessHandle.current().children().anyMatch(child -> !own.contains(child))) {
            Thread.sleep(50);
        }
    }

    /** One start or stop at a time, in all JVMs; closing the channel lets the next one in. */
    private FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private static int port(String variable, String property, int standard) {
        return setting(variable, property).map(Integer::parseInt).orElse(standard);
    }

    private static Optional<String> setting(String variable, String property) {
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
