package org.patchbay.shared.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/** {@link Words} in other languages than English, read once; natively while the executable is built. */
final class Translations {

    private static final Map<Language, Properties> BY_LANGUAGE = read();

    private Translations() {}

    /** In English where the language lacks it. */
    static String of(String key, String english, Language language) {
        return language == Language.EN
                ? english
                : requireNonNull(BY_LANGUAGE.get(language)).getProperty(key, english);
    }

    private static Map<Language, Properties> read() {
        var read = new EnumMap<Language, Properties>(Language.class);
        Arrays.stream(Language.values())
                .filter(language -> language != Language.EN)
                .forEach(language -> read.put(language, read("/words_" + language.tag() + ".properties")));
        return read;
    }

    private static Properties read(String file) {
        var read = new Properties();
        try (var in = Translations.class.getResourceAsStream(file)) {
            read.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
