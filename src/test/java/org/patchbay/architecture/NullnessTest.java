package org.patchbay.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A type says with {@code @Nullable} of JSpecify that it may be null, and NullAway checks it. */
class NullnessTest {

    private static final Pattern SAID_BY_A_NAME = Pattern.compile("\\b[a-z]\\w*OrNull\\b");
    private static final Pattern OF_ANOTHER_LIBRARY =
            Pattern.compile("import (?!org\\.jspecify\\.annotations\\.)[\\w.]+\\.(Nullable|Nonnull|NonNull);");
    private static final Pattern UNEXPLAINED =
            Pattern.compile("(?<!//[^\\n]{1,120}\\n[ ]{0,40})@SuppressWarnings\\([^)]*\"NullAway");

    @Test
    void noNameSaysWhatATypeSays() throws IOException {
        assertEquals(List.of(), found(SAID_BY_A_NAME));
    }

    @Test
    void thereIsOneNullable() throws IOException {
        assertEquals(List.of(), found(OF_ANOTHER_LIBRARY));
    }

    @Test
    void whatIsNotCheckedSaysWhy() throws IOException {
        assertEquals(List.of(), found(UNEXPLAINED));
    }

    private static List<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(text(file))
                            .results()
                            .map(match -> file.getFileName() + ": " + match.group()))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
