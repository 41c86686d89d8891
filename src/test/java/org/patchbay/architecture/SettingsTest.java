package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.Api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Settings of Quarkus that we read. Build-time settings exist on a JVM, by the packaged properties, and not in a native
 * executable, which then does not start.
 */
class SettingsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    /** A setting's name in a text, however it is looked up: by an annotation, an expression or a call. */
    private static final Pattern READ = Pattern.compile("\"[^\"\\n]*?(?<![\\w.])(quarkus\\.[\\w.-]+)");

    private static final Pattern REFERRED_TO = Pattern.compile("\\$\\{(quarkus\\.[\\w.-]+)");

    private static Set<String> atRunTime;

    @BeforeAll
    static void readWhatQuarkusSaysOfItsSettings() throws IOException {
        atRunTime = new HashSet<>();
        var models = SettingsTest.class.getClassLoader().getResources(MODEL);
        for (var model : Collections.list(models)) {
            for (var item : new ObjectMapper().readTree(model).findParents("phase")) {
                addWhereOfRunTime(item);
            }
        }
    }

    private static void addWhereOfRunTime(JsonNode item) {
        if (item.path("phase").asText().equals("RUN_TIME")) {
            item.findValuesAsText("property").forEach(atRunTime::add);
        }
    }

    @Test
    void whatIsReadOfQuarkusIsThereAtRunTime() throws IOException {
        var read = new TreeSet<String>();
        for (var source : sources()) {
            READ.matcher(Files.readString(source)).results().forEach(found -> read.add(found.group(1)));
        }
        assertFalse(read.isEmpty());
        read.removeAll(atRunTime);
        assertEquals(Set.of(), read, "read, and not there in a native executable");
    }

    @Test
    void settingsReferToWhatIsThereAtRunTime() throws IOException {
        var referredTo = new TreeSet<String>();
        REFERRED_TO.matcher(Files.readString(SETTINGS)).results().forEach(found -> referredTo.add(found.group(1)));
        referredTo.removeAll(atRunTime);
        assertEquals(Set.of(), referredTo);
    }

    @Test
    void theApiIsWhereItsGuardsLookForIt() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(SETTINGS)) {
            settings.load(file);
        }
        assertEquals(Api.PATH, settings.getProperty("quarkus.rest.path"));
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
