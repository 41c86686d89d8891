package org.patchbay.replies;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in braces, in whose place a text gets values. Braces that are not closed are just text. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private Placeholders() {}

    /** A text with the values of its placeholders, which are not looked into again. */
    public static String filled(String text, Function<String, String> valueOf) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(valueOf.apply(found.group(1))));
    }

    static Stream<String> in(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1));
    }
}
