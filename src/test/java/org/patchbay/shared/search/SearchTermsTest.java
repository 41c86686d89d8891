package org.patchbay.shared.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.language.Texts;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Terms that are read of a text. {@code TicketTextTest} finds tickets by them. */
class SearchTermsTest {

    /** Letters of many scripts, joined and alone, accents, digits, signs and spaces. */
    private static final List<String> PIECES = List.of(
            "a", "B", "i", "é", "e\u0301", "ß", "ẞ", "ﬁ", "Æ", "Ø", "ł", "İ", "ı", "Σ", "ς", "Ж", "й", "漢", "字", "が",
            "カ", "한", "국", "ก", "ำ", "क", "ी", "ש", "\u05b8", "ب", "\u064e", "𠮷", "𝔸", "²", "½", "7", "0", "Q", "X",
            "-", "/", ".", ",", "_", "\"", "+", "*", "😀", "\u00ad", "\u200d", " ", "\n", "\u00a0", "\u3000");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> Texts.composed(String.join("", pieces)));
    }

    /** A text, and a part of it. */
    record Part(String text, String part) {}

    @Provide
    Arbitrary<Part> parts() {
        return Combinators.combine(
                        texts(),
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(0, 80))
                .as((text, one, other) -> {
                    int length = text.codePointCount(0, text.length());
                    int from = text.offsetByCodePoints(0, Math.min(one, other) % (length + 1));
                    int to = text.offsetByCodePoints(0, Math.max(one, other) % (length + 1));
                    return new Part(text, text.substring(Math.min(from, to), Math.max(from, to)));
                });
    }

    @Property
    void anyPartOfAnyTextIsAmongItsWords(@ForAll("parts") Part part) {
        var words = SearchTerms.of(part.text);
        for (var term : SearchTerms.terms(part.part)) {
            assertTrue(words.contains(term), term + " in " + words);
        }
    }

    /** So the index leads to whatever has the term. */
    @Property
    void whatIsSoughtOfATermIsAmongTheGramsOfWhatHasIt(@ForAll("parts") Part part) {
        var grams = Set.of(SearchTerms.grams(42, SearchTerms.of(part.text)).split(" "));
        for (var term : SearchTerms.terms(part.part)) {
            for (var gram : SearchTerms.sought(42, term, 12).split(" ")) {
                assertTrue(gram.matches("\\+[0-9a-z]+_[0-9a-z]{2,}"), gram);
                assertTrue(grams.contains(gram.substring(1)), gram + " of " + term);
            }
        }
    }

    @Property
    void wordsOfWordsAreTheSame(@ForAll("texts") String text) {
        var words = SearchTerms.of(text);
        assertEquals(words, SearchTerms.of(words));
        assertEquals(words.toLowerCase(Locale.ROOT), words);
    }

    @Test
    void wordsStandBetweenGaps() {
        assertEquals("_the_lamp_7qx_81_", SearchTerms.of("The lamp: 7QX-81!"));
        assertEquals("_", SearchTerms.of(" ... "));
        assertEquals(List.of("lamp", "7qx_81"), SearchTerms.terms(" lamp \u3000 !! 7QX-81, LAMP "));
    }

    /** Else a token would be as long as no index takes it, or one that another organisation has. */
    @Test
    void tokensAreOfOneOrganisation() {
        assertNotEquals(SearchTerms.grams(1, "_a_"), SearchTerms.grams(2, "_a_"));
        var tokens = SearchTerms.grams(
                Long.MAX_VALUE, SearchTerms.of(Character.toString(Character.MAX_CODE_POINT - 0xFFFF) + "a漢字"));
        assertTrue(Arrays.stream(tokens.split(" ")).allMatch(token -> token.length() >= 4 && token.length() < 84));
    }
}
