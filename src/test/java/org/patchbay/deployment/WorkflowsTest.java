package org.patchbay.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The files that a fork of the project gets with it. */
class WorkflowsTest {

    private static final Path GITHUB = Path.of(".github");
    private static final Pattern ACTION = Pattern.compile("[\\w.-]+/[\\w.-]+@v\\d+");
    private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");

    /** The files of dependencies that are kept up to date, by ecosystem. */
    private static final Map<String, String> KEPT = Map.of(
            "maven", "pom.xml",
            "npm", "package.json",
            "docker", "Dockerfile.jvm",
            "docker-compose", "compose.yaml",
            "github-actions", ".github/workflows/suite.yml");

    @Test
    void everyActionIsOfAMajorVersion() throws IOException {
        var others = new ArrayList<String>();
        for (var workflow : workflows()) {
            yaml(workflow).findValuesAsText("uses").stream()
                    .filter(action -> !ACTION.matcher(action).matches())
                    .forEach(others::add);
        }
        assertEquals(List.of(), others);
    }

    @Test
    void workflowsOnlyReadWhatIsOurs() throws IOException {
        for (var workflow : workflows()) {
            assertEquals("read", yaml(workflow).at("/permissions/contents").asText(), workflow.toString());
        }
    }

    @Test
    void everyProfileThatTheyNameIsThere() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        for (var workflow : workflows()) {
            PROFILE.matcher(Files.readString(workflow))
                    .results()
                    .forEach(profile -> assertTrue(pom.contains("<id>" + profile.group(1) + "</id>"), profile.group()));
        }
    }

    @Test
    void whateverWeDependOnIsKeptUpToDate() {
        Set<String> kept = new HashSet<>();
        for (var update : yaml(GITHUB.resolve("dependabot.yml")).get("updates")) {
            var kind = update.get("package-ecosystem").asText();
            var folder = Path.of(".").resolve(update.get("directory").asText().substring(1));
            assertTrue(Files.exists(folder.resolve(KEPT.get(kind))), kind);
            kept.add(kind);
        }
        assertEquals(KEPT.keySet(), kept);
    }

    private static List<Path> workflows() throws IOException {
        try (var files = Files.list(GITHUB.resolve("workflows"))) {
            return files.sorted().toList();
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object content = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            return new ObjectMapper().valueToTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
