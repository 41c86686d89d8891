package org.patchbay.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A real identity provider, which the build unpacked. Its realms are those of {@code src/test/resources/keycloak}, anew
 * at each start; everybody there has {@link TestOrganisation#PASSWORD}.
 */
public final class Keycloak implements AutoCloseable {

    public static final String CLIENT = "patchbay";
    public static final String SECRET = "a secret for tests";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of("target/keycloak").toAbsolutePath();
    private static final Path REALMS = Path.of("src/test/resources/keycloak");
    private static final Path LOG = HOME.resolve("keycloak.log");
    private static final String ADMIN = "admin";

    /** It lives for a minute, on two cores that others use too. */
    private static final String JVM = "-Xms64m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC"
            + " -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8"
            + " -Djava.security.egd=file:/dev/urandom";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a process and returns at once; {@link #awaitReady} waits. */
    public static Keycloak start() throws IOException {
        Path home;
        try (var unpacked = Files.list(HOME)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        var realms = Files.createDirectories(home.resolve("data/import"));
        try (var files = Files.list(REALMS)) {
            for (var file : files.toList()) {
                Files.copy(file, realms.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        int port = FreePort.any();
        var builder = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        JVM,
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        TestOrganisation.PASSWORD));
        var process =
                builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
        var keycloak = new Keycloak(process, port);
        // A stopped build leaves none behind.
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        return keycloak;
    }

    public Keycloak awaitReady() {
        Patience.await().until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak does not start, see " + LOG);
        }
        return this;
    }

    public String issuer(String realm) {
        return "http://127.0.0.1:" + port + "/realms/" + realm;
    }

    /** A token that it issues to a person for this client. */
    public String token(String kind, String realm, String client, String username) throws Exception {
        var answer = send(
                HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded"),
                "POST",
                form(Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid",
                        "client_id",
                        client,
                        "client_secret",
                        SECRET,
                        "username",
                        username,
                        "password",
                        TestOrganisation.PASSWORD)));
        return answer.path(kind).asText();
    }

    /** Takes a role away from a person, or gives it. */
    public void role(String method, String realm, String username, String role) throws Exception {
        var admin = send(
                        HttpRequest.newBuilder(URI.create(issuer("master") + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded"),
                        "POST",
                        form(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMIN,
                                "password",
                                TestOrganisation.PASSWORD)))
                .path("access_token")
                .asText();
        var users = "/users?exact=true&username=" + username;
        var user = manage(admin, realm, "GET", users, null).path(0).path("id").asText();
        var known = manage(admin, realm, "GET", "/roles/" + role, null);
        manage(admin, realm, method, "/users/" + user + "/role-mappings/realm", "[" + known + "]");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    public static BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&")));
    }

    private JsonNode manage(String admin, String realm, String method, String path, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/realms/" + realm + path))
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json"),
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private JsonNode send(HttpRequest.Builder request, String method, BodyPublisher body) throws Exception {
        var answer = http.send(request.method(method, body).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create(issuer("other"))).build(), BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
