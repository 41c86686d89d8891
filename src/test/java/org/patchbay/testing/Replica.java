package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import static org.patchbay.testing.Patience.await;

/** One process of the packaged application, native where it was built so, in the profile {@code test}. */
public final class Replica implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** Where the build puts it. */
    public static final Path PACKAGED = TARGET.resolve("quarkus-app");

    /** It lives for a minute: what would make it faster after ten only makes it start later. */
    private static final String SHORT_LIVED = "-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final String name;
    private final int port;
    private final Process process;
    private final Path log;

    private Replica(String name, int port, Process process, Path log) {
        this.name = name;
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a process and returns at once; {@link #awaitReady} waits.
     *
     * @param settings configuration properties beside those of the profile
     */
    public static Replica start(String name, Map<String, String> settings) {
        return start(name, settings, PACKAGED);
    }

    /** @param application a packaged application, in place of ours where that is no native one */
    public static Replica start(String name, Map<String, String> settings, Path application) {
        try {
            int port = freePort();
            var properties = new TreeMap<>(settings);
            properties.putIfAbsent("quarkus.profile", "test");
            properties.put("quarkus.http.port", Integer.toString(port));
            properties.putIfAbsent("quarkus.flyway.clean-at-start", "false");
            var log = Files.createDirectories(TARGET.resolve("replicas")).resolve(name + ".log");
            var process = new ProcessBuilder(command(properties, application))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Starts.add(TARGET, name);
            // A build that is stopped leaves no replica behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Replica(name, port, process, log);
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
            throw new IllegalStateException(name + " does not start, see " + log);
        }
        return this;
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
    public int awaitExit(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(name + " still runs after " + limit);
        }
        return process.exitValue();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        terminate();
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Map<String, String> properties, Path application)
            throws IOException {
        var options = properties.entrySet().stream()
                .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                .toList();
        var command = new ArrayList<String>();
        var nativeImage = nativeImage();
        if (nativeImage != null) {
            command.add(nativeImage.toString());
            command.addAll(options);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    Arrays.asList(System.getProperty("replica.jvm", SHORT_LIVED).split(" ")));
            command.addAll(options);
            command.add("-jar");
            command.add(application.resolve("quarkus-run.jar").toString());
        }
        return command;
    }

    public static boolean isNative() {
        try {
            return nativeImage() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path nativeImage() throws IOException {
        try (var files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
