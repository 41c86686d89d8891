package org.patchbay.localstack;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs one server as a child process that outlives the JVM that started it, until somebody stops it. Its pid file
 * (process and port) lets the next JVM find it.
 */
public final class ServerProcess {

    /** So much of a log tells why something did not start. */
    private static final int TOLD_LINES = 60;

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration PORT_LIMIT = Duration.ofSeconds(3);

    private final LocalServer server;
    private final Path pidFile;
    private final Path log;

    ServerProcess(Path folder, LocalServer server) {
        this.server = server;
        String file = server.name().toLowerCase(Locale.ROOT);
        this.pidFile = folder.resolve(file + ".pid");
        this.log = folder.resolve(file + ".log");
    }

    /** Whether it already runs and answers; one that does not answer, or has the wrong port, is stopped. */
    boolean reuse(boolean usedByOthers) throws IOException, InterruptedException {
        Optional<ProcessHandle> running = running();
        if (running.isEmpty()) {
            return false;
        }
        int runningPort = Integer.parseInt(Files.readAllLines(pidFile).get(1));
        if (runningPort != server.port() && usedByOthers) {
            throw new IllegalStateException("%s of this folder serves another build on port %d: set %s to it too"
                    .formatted(server.name(), runningPort, server.portVariable()));
        }
        if (runningPort == server.port()
                && await(ANSWER_LIMIT, () -> !isRunning() || server.answers())
                && isRunning()) {
            return true;
        }
        stop();
        return false;
    }

    /** Returns before it is ready, so that several start side by side. */
    void launch() throws IOException, InterruptedException {
        refuseTakenPort();
        server.prepare();
        // Ctrl-C and a closed terminal reach the whole process group, but only the last user may stop the servers.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.addAll(server.command());
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Files.writeString(pidFile, ProcessMark.of(process.toHandle()).asText() + "\n" + server.port() + "\n");
    }

    void awaitReady() throws IOException, InterruptedException {
        if (!await(START_LIMIT, () -> !isRunning() || server.answers()) || !isRunning()) {
            stop();
            throw new IllegalStateException(
                    "%s does not start; %s ends with:%n%s".formatted(server.name(), log, tail(log)));
        }
    }

    /** Does not wait, so that several end side by side. */
    void requestStop() {
        running().ifPresent(ProcessHandle::destroy);
    }

    public void stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = running();
        if (running.isPresent()) {
            running.get().destroy();
            if (!await(STOP_LIMIT, () -> !isRunning())) {
                running.get().destroyForcibly();
                await(STOP_LIMIT, () -> !isRunning());
            }
        }
        Files.deleteIfExists(pidFile);
    }

    public Optional<ProcessHandle> running() {
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            return lines.size() < 2
                    ? Optional.empty()
                    : ProcessMark.parse(lines.get(0)).live();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + pidFile, e);
        }
    }

    private boolean isRunning() {
        return running().isPresent();
    }

    /** Patient for a moment: the kernel closes the socket of a killed process after the process seems gone. */
    private void refuseTakenPort() throws InterruptedException {
        if (!await(PORT_LIMIT, this::isPortFree)) {
            throw new IllegalStateException(
                    ("Port %d, meant for %s, is taken by another program, perhaps the local stack of another clone:"
                                    + " set %s")
                            .formatted(server.port(), server.name(), server.portVariable()));
        }
    }

    private boolean isPortFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The last lines of a log, for an error message. */
    public static String tail(Path log) throws IOException {
        // Not readAllLines: a stray byte would hide the error.
        String text = Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
    }

    private static boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }
}
