package org.patchbay.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The manual tells every setting of ours, as the code has it. */
class ConfigurationReferenceTest {

    private static final Path PAGE = Path.of("src/docs/guide/configuration.md");
    private static final Pattern READ = Pattern.compile("@ConfigProperty\\(name = \"(patchbay\\.[\\w.-]+)\"");

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        var written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        var now = ConfigurationReference.read().page();
        Files.writeString(PAGE, now);
        assertTrue(written.equals(now), PAGE + " was not what the code says; it is now: look at it, and commit it");
    }

    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        assertEquals(Set.of(), ConfigurationReference.read().withoutMeaning());
    }

    @Test
    void everySettingOfOursIsThere() throws IOException {
        var reference = ConfigurationReference.read();
        var unknown = new TreeSet<String>();
        reference.packaged().stringPropertyNames().stream()
                .filter(name -> name.startsWith("patchbay."))
                .forEach(unknown::add);
        for (var source : ConfigurationReference.sources()) {
            READ.matcher(Files.readString(source)).results().forEach(found -> unknown.add(found.group(1)));
        }
        assertTrue(unknown.contains("patchbay.public-url"));
        unknown.removeAll(reference.names());
        assertEquals(Set.of(), unknown, "not in a mapping, nor among the other settings of the reference");
    }
}
