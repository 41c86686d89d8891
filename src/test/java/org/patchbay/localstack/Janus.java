package org.patchbay.localstack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The media server, where this machine has it: nothing that Maven fetches carries sound. */
public final class Janus implements LocalServer {

    /** That of a developer's machine, which nobody else reaches. */
    public static final String SECRET = "patchbay-dev";

    private static final List<String> OTHER_PLUGINS = List.of(
            "audiobridge",
            "duktape",
            "echotest",
            "lua",
            "nosip",
            "recordplay",
            "sip",
            "streaming",
            "textroom",
            "videocall",
            "voicemail");

    private static final List<String> OTHER_TRANSPORTS = List.of("mqtt", "nanomsg", "pfunix", "rabbitmq", "websockets");

    private final Path settings;
    private final int port;

    /** @param folder where its settings, its log and its pid file are */
    public Janus(Path folder, int port) {
        this.settings = folder.resolve("janus");
        this.port = port;
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "janus")));
    }

    /** Starts it, and returns when it answers. */
    public ServerProcess start() throws IOException, InterruptedException {
        ServerProcess process = new ServerProcess(Files.createDirectories(settings.getParent()), this);
        process.launch();
        process.awaitReady();
        return process;
    }

    @Override
    public String name() {
        return "Janus";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String portVariable() {
        return "LOCAL_STACK_JANUS_PORT";
    }

    public URI address() {
        return URI.create("http://localhost:" + port + "/janus");
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(settings);
        Files.writeString(
                settings.resolve("janus.jcfg"), """
                general: {
                  api_secret = "%s"
                  hide_dependencies = true
                }
                media: {
                  rtp_port_range = "20000-22999"
                }
                nat: {
                  full_trickle = false
                  ignore_mdns = true
                }
                plugins: {
                  disable = "%s"
                }
                transports: {
                  disable = "%s"
                }
                """.formatted(SECRET, files(OTHER_PLUGINS), files(OTHER_TRANSPORTS)));
        Files.writeString(settings.resolve("janus.transport.http.jcfg"), """
                general: {
                  json = "compact"
                  base_path = "/janus"
                  http = true
                  ip = "127.0.0.1"
                  port = %d
                }
                """.formatted(port));
        Files.writeString(settings.resolve("janus.plugin.videoroom.jcfg"), """
                general: {
                  admin_key = "%s"
                }
                """.formatted(SECRET));
    }

    private static String files(List<String> modules) {
        return modules.stream().map(module -> "libjanus_" + module + ".so").collect(Collectors.joining(","));
    }

    @Override
    public List<String> command() {
        return List.of("janus", "-C", settings.resolve("janus.jcfg").toString(), "-F", settings.toString());
    }

    @Override
    public boolean answers() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest info = HttpRequest.newBuilder(URI.create(address() + "/info"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(info, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
