package org.patchbay.shared.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class SearchTest {

    private static final Pattern LIKE = Pattern.compile("\\b(\\w+) like [?:]", Pattern.CASE_INSENSITIVE);

    /** Columns of our own texts, compared byte for byte. */
    private static final List<String> OURS = List.of("path");

    @Test
    void blanksLookForNothing() {
        assertNull(Search.part(null));
        assertNull(Search.part(" \t"));
        assertEquals("a b", Search.part(" a b "));
    }

    /** LIKE finds neither ß by ss nor an accent that stands alone. */
    @Test
    void noWordOfPeopleIsSearchedByLike() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertEquals(
                    List.of(),
                    sources.filter(path -> path.toString().endsWith(".java"))
                            .flatMap(path -> LIKE.matcher(read(path)).results().map(found -> found.group(1)))
                            .filter(column -> !OURS.contains(column))
                            .toList());
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalStateException(path.toString(), e);
        }
    }
}
