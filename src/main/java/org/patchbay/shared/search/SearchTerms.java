package org.patchbay.shared.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a text as a search reads them, whoever typed it on whatever keyboard: letters and digits in lower case,
 * without accents, ß as ss. Each word stands between two gaps, as in {@code _the_lamp_7qx_81_}, so that a part of a
 * word, a whole one and several in a row are all found as a part of the text. How they are found fast: {@link #grams}.
 */
public final class SearchTerms {

    private static final char GAP = '_';

    /** Characters that alter the one before, but in Japanese, where it is another letter then. */
    private static final Set<Integer> VOICED = Set.of(0x3099, 0x309A);

    /** Scripts whose marks people leave out: accents are of none of their own, vowels are of these. */
    private static final Set<UnicodeScript> MARKED =
            Set.of(UnicodeScript.INHERITED, UnicodeScript.HEBREW, UnicodeScript.ARABIC);

    /** Above it is what stands for two characters. */
    private static final long CHARACTERS = Character.MAX_CODE_POINT + 1L;

    private static final int DIGITS = Character.MAX_RADIX;

    private SearchTerms() {}

    /** A single gap where there are none. */
    public static String of(String text) {
        var words = new StringBuilder().append(GAP);
        Normalizer.normalize(folded(text), Normalizer.Form.NFKC).codePoints().forEach(each -> {
            if (isOfWord(each)) {
                words.appendCodePoint(each);
            } else if (words.charAt(words.length() - 1) != GAP) {
                words.append(GAP);
            }
        });
        return words.charAt(words.length() - 1) == GAP
                ? words.toString()
                : words.append(GAP).toString();
    }

    /** Taken apart, so that accents stand alone; what joins characters, or hyphenates, is seen by nobody. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(each -> !isAccent(each) && Character.getType(each) != Character.FORMAT)
                // By way of the upper case, which both of the Greek sigmas share.
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .forEach(each -> folded.append(letters(each)));
        return folded.toString();
    }

    /** Some letters Unicode does not take apart, though people type them so. */
    private static String letters(int codePoint) {
        return switch (codePoint) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ' -> "d";
            default -> Character.toString(codePoint);
        };
    }

    private static boolean isAccent(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK
                && MARKED.contains(UnicodeScript.of(codePoint))
                && !VOICED.contains(codePoint);
    }

    /** In India and around, vowels are marks. */
    private static boolean isOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Makes terms of what somebody typed: what stands between spaces, each the part of {@link #of} that it is. Nobody
     * looks for signs, so that there may be none.
     */
    public static List<String> terms(String typed) {
        return Arrays.stream(typed.split("(?U)\\s+"))
                .map(SearchTerms::of)
                .filter(words -> words.length() > 1)
                .map(words -> words.substring(1, words.length() - 1))
                .distinct()
                .toList();
    }

    /** How well words are found where a term is among them: whole, from the beginning of a word, or inside one. */
    public static String whole(String term) {
        return GAP + term + GAP;
    }

    /** As {@link #whole}. */
    public static String beginning(String term) {
        return GAP + term;
    }

    /**
     * Each character of the words and each two that are neighbours, as tokens of one organisation for a full-text
     * index: what is looked up in it are rows of that organisation and of no other. A row with all {@link #sought}
     * tokens of a term has the term, or its parts in another order.
     */
    public static String grams(long organisation, String words) {
        var pairs = pairs(words).map(gram -> token(organisation, gram));
        var singles = singles(words).map(gram -> token(organisation, gram));
        return Stream.concat(singles, pairs).distinct().collect(Collectors.joining(" "));
    }

    /**
     * Those tokens of a term that must be there, as MySQL's boolean mode writes it; no more than some.
     *
     * @param most of them; they are enough where few texts have all of these
     */
    public static String sought(long organisation, String term, int most) {
        var pairs = pairs(term).distinct().limit(most).toList();
        return (pairs.isEmpty() ? singles(term).distinct().limit(most) : pairs.stream())
                .map(gram -> "+" + token(organisation, gram))
                .collect(Collectors.joining(" "));
    }

    private static Stream<Long> singles(String words) {
        return words.codePoints().filter(each -> each != GAP).mapToObj(each -> (long) each);
    }

    private static Stream<Long> pairs(String words) {
        var all = words.codePoints().toArray();
        return IntStream.range(1, all.length)
                .filter(i -> all[i - 1] != GAP && all[i] != GAP)
                .mapToObj(i -> all[i - 1] * CHARACTERS + all[i]);
    }

    /** Of letters, digits and an underscore: no parser takes it apart, and no list of stopwords has it. */
    private static String token(long organisation, long gram) {
        return Long.toString(organisation, DIGITS) + GAP + Long.toString(gram, DIGITS);
    }
}
