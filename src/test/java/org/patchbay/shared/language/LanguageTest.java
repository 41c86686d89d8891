package org.patchbay.shared.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The languages of mails. */
class LanguageTest {

    @Test
    void mailsComeInEveryLanguageOfThePages() throws IOException {
        var words = Files.readString(Path.of("src/main/webui/src/app/words.ts"));
        var languages = words.substring(words.indexOf("languages = {"), words.indexOf("} as const"));
        var tags = Pattern.compile("(\\w+): '")
                .matcher(languages)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertEquals(tags, Stream.of(Language.values()).map(Language::tag).collect(Collectors.toSet()));
    }

    @Test
    void whatSomebodyLikesBestIsChosenAndElseEnglish() {
        assertEquals(Language.DE, Language.of("de-AT"));
        assertEquals(Language.DE, Language.of("fr, de;q=0.8, en;q=0.5"));
        assertEquals(Language.EN, Language.of("en-GB, de;q=0.8"));
        for (var nothing : new String[] {null, "", "fr", "*", "!", "de;q=2"}) {
            assertEquals(Language.EN, Language.of(nothing));
        }
    }
}
