package org.patchbay.shared.language;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1    | Try again in 1 second.      | Versuchen Sie es in einer Sekunde noch einmal.",
                "2    | Try again in 2 seconds.     | Versuchen Sie es in 2 Sekunden noch einmal.",
                "3600 | Try again in 3,600 seconds. | Versuchen Sie es in 3.600 Sekunden noch einmal."
            })
    void whatIsCountedIsCountedAsTheLanguageDoes(long seconds, String english, String german) {
        said(CommonWords.SECONDS.with(seconds), english, german);
    }

    @Test
    void anIdIsWrittenAsItIs() {
        said(CommonWords.VERSION.with(4711), "The current version is 4711.", "Die jetzige Version ist 4711.");
    }

    @Test
    void aPartIsInTheSameLanguage() {
        said(
                ValueWords.IS.with("limit", ValueWords.WHOLE_NUMBER.with()),
                "limit is a whole number.",
                "limit ist eine ganze Zahl.");
    }

    @Test
    void whatSomebodyWroteIsNoPattern() {
        for (var text : List.of("{0}", "{", "it's", "''", "{0,number}", "a {1} b")) {
            said(
                    CommonWords.GIVEN_TWICE.with(text),
                    text + " is given more than once.",
                    text + " ist mehr als einmal angegeben.");
        }
    }

    @Test
    void whatIsMissingIsSaidToBe() {
        said(CommonWords.VERSION.with((Object) null), "The current version is null.", "Die jetzige Version ist null.");
    }

    private static void said(Sentence sentence, String english, String german) {
        assertEquals(english, sentence.toString());
        assertEquals(english, sentence.in(Language.EN));
        assertEquals(german, sentence.in(Language.DE));
    }
}
