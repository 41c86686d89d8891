package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The class names of {@code src/docs/glossary.md}. */
class GlossaryTest {

    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.\\w+)?`");

    @Test
    void noRetiredWordIsAClassName() throws IOException {
        var retired = named(halves()[1]);
        assertFalse(retired.isEmpty());
        retired.retainAll(classes());
        assertEquals(Set.of(), retired);
    }

    @Test
    void everyClassItNamesIsThere() throws IOException {
        var named = named(halves()[0]);
        named.removeAll(classes());
        assertEquals(Set.of(), named);
    }

    private static String[] halves() throws IOException {
        return Files.readString(Path.of("src/docs/glossary.md")).split("## Retired", 2);
    }

    private static Set<String> named(String text) {
        return CLASS.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
