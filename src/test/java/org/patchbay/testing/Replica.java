package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.patchbay.localstack.ServerProcess;

import static org.patchbay.testing.Patience.await;

/** One process of the packaged application, native where it was built so, in the profile {@code test}. */
public final class Replica implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** The folder of the packaged application in the build. */
    public static final Path PACKAGED = TARGET.resolve("quarkus-app");

    private static final Launch LAUNCH = new Launch(TARGET, PACKAGED);

    private static boolean trained;

    private final String name;
    private final int port;
    private final Process process;
    private final Path log;
    private final int before;

    private Replica(String name, int port, Process process, Path log, int before) {
        this.name = name;
        this.port = port;
        this.process = process;
        this.log = log;
        this.before = before;
    }

    /**
     * Starts a process and returns at once; {@link #awaitReady} waits.
     *
     * @param settings configuration properties beside those of the profile
     */
    public static Replica start(String name, Map<String, String> settings) {
        try {
            train();
            return launch(name, LAUNCH, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param ahead by how much the clock of its machine is ahead of ours; negative where it is behind */
    public static Replica startWithClock(String name, Duration ahead, Map<String, String> settings) {
        try {
            int port = FreePort.any();
            var clock = WrongClock.option(TARGET.resolve("replicas").resolve(name + "-clock.jar"), ahead);
            return run(name, port, LAUNCH.commandWithAgent(clock, properties(settings, port)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param application a packaged application in place of ours, where that is no native one */
    public static Replica start(String name, Map<String, String> settings, Path application) {
        try {
            return launch(name, new Launch(TARGET, application), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a native executable is tested. */
    public static boolean isNative() {
        try {
            return LAUNCH.nativeImage().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs once, so that all later starts are faster; makes the schema where there is none. */
    public static synchronized void train() {
        try {
            if (!trained && LAUNCH.wantsTraining()) {
                trained = true;
                int port = FreePort.any();
                try (var first = run("training", port, LAUNCH.trainingCommand(properties(Map.of(), port)))) {
                    first.awaitReady();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Client client() {
        return new Client(List.of(uri()));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Replica awaitReady() {
        await().until(() -> !isAlive() || client().status("/q/health/ready") == 200);
        if (!isAlive()) {
            throw new IllegalStateException(
                    name + " ended with " + process.exitValue() + " and does not start:\n" + endOfLog());
        }
        return this;
    }

    private String endOfLog() {
        try {
            return ServerProcess.tail(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Kubernetes does it. */
    public void terminate() {
        process.destroy();
    }

    /** The exit code, once the process has ended. */
    public int awaitExit() {
        await().until(() -> !isAlive());
        return process.exitValue();
    }

    /** Its log so far, after that of others of its name. */
    public String log() {
        try {
            return Files.readString(log).substring(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        terminate();
        awaitExit();
    }

    private static Replica launch(String name, Launch launch, Map<String, String> settings) throws IOException {
        int port = FreePort.any();
        return run(name, port, launch.command(properties(settings, port)));
    }

    private static Map<String, String> properties(Map<String, String> settings, int port) {
        var properties = new TreeMap<>(settings);
        properties.putIfAbsent("quarkus.profile", "test");
        properties.put("quarkus.http.port", Integer.toString(port));
        properties.putIfAbsent("quarkus.flyway.clean-at-start", "false");
        properties.putIfAbsent("patchbay.assignment.rehearsals", "1");
        return properties;
    }

    private static Replica run(String name, int port, List<String> command) throws IOException {
        var log = Files.createDirectories(TARGET.resolve("replicas")).resolve(name + ".log");
        int before = Files.exists(log) ? Files.readString(log).length() : 0;
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Starts.add(TARGET, name);
        // A stopped build leaves no replica behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Replica(name, port, process, log, before);
    }
}
