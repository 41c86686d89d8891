package org.patchbay.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The trial on one machine: compose.yaml, and the files that it builds and mounts. */
class ComposeTest {

    private static final Path DOCKER = Path.of("src", "main", "docker");
    private static final JsonNode SERVICES = compose("compose.yaml").get("services");

    private static JsonNode compose(String file) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object compose = new Yaml(new SafeConstructor(options)).load(Files.readString(DOCKER.resolve(file)));
            return new ObjectMapper().valueToTree(compose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theApplicationFindsItsServersAndSharesTheirPasswords() {
        assertEquals(Set.of("app", "mysql", "broker"), Set.copyOf(names(SERVICES)));
        JsonNode app = SERVICES.at("/app/environment");
        JsonNode mysql = SERVICES.at("/mysql/environment");
        JsonNode broker = SERVICES.at("/broker/environment");

        assertEquals(
                "jdbc:mysql://mysql:3306/" + mysql.get("MYSQL_DATABASE").asText(),
                app.get("QUARKUS_DATASOURCE_JDBC_URL").asText());
        assertEquals(mysql.get("MYSQL_USER"), app.get("QUARKUS_DATASOURCE_USERNAME"));
        assertEquals(mysql.get("MYSQL_PASSWORD"), app.get("QUARKUS_DATASOURCE_PASSWORD"));
        assertEquals("broker", app.get("AMQP_HOST").asText());
        assertEquals("5672", app.get("AMQP_PORT").asText());
        assertEquals(broker.get("ARTEMIS_USER"), app.get("AMQP_USERNAME"));
        assertEquals(broker.get("ARTEMIS_PASSWORD"), app.get("AMQP_PASSWORD"));
    }

    @Test
    void theApplicationAndItsMediaServerShareTheirSecrets() {
        JsonNode services = compose("compose.media.yaml").get("services");
        JsonNode app = services.at("/app/environment");
        JsonNode janus = services.at("/janus/environment");
        assertEquals(
                "http://janus:8088/janus", app.get("PATCHBAY_CALLS_JANUS_NODES").asText());
        assertEquals(janus.get("JANUS_SECRET"), app.get("PATCHBAY_CALLS_JANUS_SECRET"));
        assertEquals(janus.get("JANUS_ADMIN_KEY"), app.get("PATCHBAY_CALLS_JANUS_ADMIN_KEY"));
        String ports = janus.get("JANUS_PORTS").asText();
        assertEquals(
                janus.get("JANUS_ADDRESS").asText() + ":" + ports + ":" + ports + "/udp",
                services.at("/janus/ports/0").asText());
    }

    @Test
    void theSigningKeyOutlivesTheContainer() {
        String file =
                SERVICES.at("/app/environment/PATCHBAY_AUTH_SIGNING_KEY_FILE").asText();
        String folder = file.substring(0, file.lastIndexOf('/'));
        assertEquals("signing-key:" + folder, SERVICES.at("/app/volumes/0").asText());
        assertEquals(
                "true",
                SERVICES.at("/app/environment/PATCHBAY_AUTH_CREATE_SIGNING_KEY").asText());
        assertTrue(SERVICES.at("/app/read_only").asBoolean());
    }

    @Test
    void onlyTheApplicationIsReachableAndFromThisMachineOnly() {
        for (JsonNode port : SERVICES.at("/app/ports")) {
            assertTrue(port.asText().startsWith("127.0.0.1:"), port.asText());
        }
        assertFalse(SERVICES.get("mysql").has("ports"));
        assertFalse(SERVICES.get("broker").has("ports"));
    }

    @Test
    void theApplicationWaitsForHealthyServersAndEveryVolumeIsDeclared() {
        for (String server : List.of("mysql", "broker")) {
            assertTrue(SERVICES.at("/" + server + "/healthcheck/test").isArray());
            assertEquals(
                    "service_healthy",
                    SERVICES.at("/app/depends_on/" + server + "/condition").asText());
        }
        for (JsonNode volume : SERVICES.findValues("volumes").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .toList()) {
            String source = volume.asText().substring(0, volume.asText().indexOf(':'));
            assertTrue(
                    source.startsWith("./")
                            ? Files.isRegularFile(DOCKER.resolve(source))
                            : compose("compose.yaml").get("volumes").has(source),
                    source);
        }
    }

    /** Uses the broker's own parser, which checks the file against its schema. */
    @Test
    void theBrokerKeepsRequestsThatFailFiveTimesForAHuman() throws Exception {
        FileConfiguration broker = new FileConfiguration();
        new FileDeploymentManager(DOCKER.resolve("artemis/broker.xml").toUri().toString())
                .addDeployable(broker)
                .readConfiguration();
        String requests =
                SERVICES.at("/app/environment/PATCHBAY_ASSIGNMENT_ADDRESS").asText();
        var settings = broker.getAddressSettings().get(requests);
        assertEquals(SimpleString.of(requests + ".dead"), settings.getDeadLetterAddress());
        assertEquals(5, settings.getMaxDeliveryAttempts());
        assertEquals(
                Map.of(requests, RoutingType.ANYCAST, requests + ".dead", RoutingType.ANYCAST),
                broker.getAddressConfigurations().stream()
                        .flatMap(address -> address.getQueueConfigs().stream())
                        .collect(Collectors.toMap(
                                queue -> queue.getName().toString(), QueueConfiguration::getRoutingType)));
        assertTrue(broker.getAcceptorConfigurations().stream().anyMatch(acceptor -> Integer.valueOf(5672)
                .equals(Integer.valueOf(String.valueOf(acceptor.getParams().get("port"))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native", "Dockerfile.native-micro"})
    void everyImageRunsAsANumberedUserAndTellsHowToBuildIt(String name) throws Exception {
        String dockerfile = Files.readString(DOCKER.resolve(name));
        assertTrue(Pattern.compile("^USER 1001$", Pattern.MULTILINE)
                .matcher(dockerfile)
                .find());
        assertTrue(Pattern.compile("^FROM [^\\s:]+:(?!latest)\\S+( AS \\w+)?$", Pattern.MULTILINE)
                .matcher(dockerfile)
                .find());
        assertTrue(dockerfile.contains("docker build -f src/main/docker/" + name));
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
