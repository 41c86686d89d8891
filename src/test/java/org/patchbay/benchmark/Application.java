package org.patchbay.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.patchbay.localstack.LocalStack;
import org.patchbay.testing.Client;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;

/** The packaged application in a process of its own, configured as in production but for its addresses. */
final class Application implements AutoCloseable {

    private static final Path DOCKERFILE = Path.of("src/main/docker/Dockerfile.jvm");

    private static final String OF_THE_CONTAINER = "-XX:InitialRAMPercentage=12.5 -XX:MaxRAMPercentage=50";

    private static final String EXECUTABLE = "benchmark.executable";

    /** Half of the memory of the container, as {@code Dockerfile.native} has it. */
    private static final String OF_THE_NATIVE_CONTAINER = "-Xmx256m";

    private final Replica replica;
    private final Database database;
    private final Duration startUp;

    private Application(Replica replica, Database database, Duration startUp) {
        this.replica = replica;
        this.database = database;
        this.startUp = startUp;
    }

    /** Returns once it is ready. */
    static Application start(Database database) {
        return start(database, Map.of());
    }

    /** As {@link #start(Database)}, configured otherwise. */
    static Application start(Database database, Map<String, String> more) {
        return start(database, more, "");
    }

    /** As {@link #start(Database, Map)}, with one more option of Java. */
    static Application start(Database database, Map<String, String> more, String option) {
        if (isNative()) {
            System.setProperty("replica.executable", System.getProperty(EXECUTABLE));
            System.setProperty("replica.executable-options", OF_THE_NATIVE_CONTAINER);
        } else {
            System.setProperty("replica.jvm", (jvmOptions() + " " + option).strip());
        }
        long start = System.nanoTime();
        var settings = settings(database);
        settings.putAll(more);
        var replica = Replica.start("benchmark", settings).awaitReady();
        return new Application(replica, database, Duration.ofNanos(System.nanoTime() - start));
    }

    /**
     * The JVM options of the image. The heap that Java derives from the 512 MB of the image's container is written out,
     * since there is no container here. To try others: {@code -Dbenchmark.jvm="..."}, which come last.
     */
    static String jvmOptions() {
        try {
            var options = Pattern.compile("JAVA_OPTS=\"([^\"]*)\"").matcher(Files.readString(DOCKERFILE));
            if (!options.find() || !options.group(1).contains(OF_THE_CONTAINER)) {
                throw new IllegalStateException(DOCKERFILE + " sets no JAVA_OPTS with " + OF_THE_CONTAINER);
            }
            var more = System.getProperty("benchmark.jvm", "");
            return (options.group(1).replace(OF_THE_CONTAINER, "-Xms64m -Xmx256m") + " " + more).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what is measured, for the head of the table. */
    static String description() {
        return isNative() ? System.getProperty(EXECUTABLE) + " " + OF_THE_NATIVE_CONTAINER : jvmOptions();
    }

    /** Whether {@code -Dbenchmark.executable=} names a native executable, which then takes the place of the jar. */
    static boolean isNative() {
        return System.getProperty(EXECUTABLE) != null;
    }

    private static Map<String, String> settings(Database database) {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.profile", "prod");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.datasource.jdbc.url", database.url());
        settings.put("quarkus.datasource.username", Servers.databaseUser());
        settings.put("quarkus.datasource.password", Servers.databasePassword());
        settings.put("amqp-host", Servers.amqpHost());
        settings.put("amqp-port", Integer.toString(Servers.amqpPort()));
        settings.put("patchbay.assignment.address", requestAddress(database));
        settings.put("patchbay.activity.address", "activity." + database.name());
        settings.put("patchbay.auth.signing-key-file", "target/benchmark-signing-key.pem");
        settings.put("patchbay.auth.create-signing-key", "true");
        settings.put("patchbay.bootstrap.admin-username", LoadedCentre.ADMIN);
        settings.put("patchbay.bootstrap.admin-password", LoadedCentre.PASSWORD);
        // The whole load comes from one address, and each desk works as fast as it can.
        settings.put("patchbay.rate-limits.enabled", "false");
        // Those who act under load signed in before it.
        settings.put("patchbay.auth.token-lifetime", "PT2H");
        // Signing in is slow on purpose and not what is measured here.
        settings.put("patchbay.auth.bcrypt-cost", "4");
        return settings;
    }

    /** One address for each database, because each has its own application. */
    private static String requestAddress(Database database) {
        return Optional.ofNullable(System.getenv("PATCHBAY_ASSIGNMENT_ADDRESS"))
                .filter(address -> !address.isBlank())
                .orElse("assignment-requests." + database.name());
    }

    Duration startUp() {
        return startUp;
    }

    LoadedCentre centre() throws SQLException {
        return LoadedCentre.prepare(replica.client(), replica.uri(), database);
    }

    URI uri() {
        return replica.uri();
    }

    Client client() {
        return replica.client();
    }

    Rest rest() {
        return Rest.signedIn(replica.client(), replica.uri());
    }

    /** Resident memory in MB, where the system tells it as Linux does. */
    OptionalLong residentMegabytes() throws IOException {
        var status = Path.of("/proc", Long.toString(replica.pid()), "status");
        if (Files.notExists(status)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    ProcessHandle process() {
        return ProcessHandle.of(replica.pid()).orElseThrow();
    }

    /** The processor time that its process has used so far. */
    Duration processorTime() {
        return process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The broker's process; nothing where it is not that of the local stack. */
    static Optional<ProcessHandle> broker() {
        return Optional.ofNullable(System.getenv("AMQP_HOST"))
                        .filter(host -> !host.isBlank())
                        .isPresent()
                ? Optional.empty()
                : LocalStack.broker(Path.of(""));
    }

    /** As Kubernetes would, so that Java writes its cache. */
    void stop() {
        replica.close();
    }

    /** At once: all work is committed, and no client waits for a response. */
    @Override
    public void close() throws InterruptedException {
        replica.kill();
    }
}
