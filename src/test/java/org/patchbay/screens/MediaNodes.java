package org.patchbay.screens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.patchbay.localstack.Janus;
import org.patchbay.localstack.ServerProcess;
import org.patchbay.testing.FreePort;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** Media servers of a test's own, all at work when a test begins. Skips it where Janus is missing; fails it in CI. */
final class MediaNodes implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final String ADVICE =
            "Calls by a media server are NOT tested: install janus (Debian, Ubuntu:" + " apt-get install janus)";

    private final int count;
    private final Map<String, Janus> nodes = new LinkedHashMap<>();
    private final Map<String, ServerProcess> running = new LinkedHashMap<>();

    MediaNodes(int count) {
        this.count = count;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!Janus.isInstalled()) {
            if (Browsers.isRequired(System.getenv())) {
                fail(ADVICE);
            }
            abort(ADVICE);
        }
        for (int i = 0; i < count; i++) {
            var node = new Janus(Path.of("target", "janus-" + i).toAbsolutePath(), FreePort.any());
            nodes.put(node.address().toString(), node);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, InterruptedException {
        for (var node : nodes.entrySet()) {
            if (!running.containsKey(node.getKey())) {
                running.put(node.getKey(), node.getValue().start());
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        for (var process : running.values()) {
            process.stop();
        }
    }

    /** As {@code kill -9}. */
    void kill(String address) {
        running.remove(address).running().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Of a replica that uses them. */
    Map<String, String> settings() {
        return Map.of(
                "patchbay.calls.janus.nodes",
                nodes.keySet().stream().collect(Collectors.joining(",")),
                "patchbay.calls.janus.secret",
                Janus.SECRET,
                "patchbay.calls.janus.admin-key",
                Janus.SECRET,
                "patchbay.calls.janus.look-every",
                "1s",
                "patchbay.calls.look-every",
                "1s");
    }
}
