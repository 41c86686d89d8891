package org.patchbay.shared;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;

import io.vertx.core.http.HttpServerRequest;

/** A language in which people are written to: each that the pages have. */
public enum Language {
    EN,
    DE;

    private static final List<String> TAGS =
            Stream.of(values()).map(Language::tag).toList();

    /** As BCP 47 has it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What whoever asks likes best to read; English where that is none of these. */
    public static Language of(HttpServerRequest http) {
        return of(http.getHeader("Accept-Language"));
    }

    /**
     * As {@link #of(HttpServerRequest)}.
     *
     * @param wishedOrNull a tag of BCP 47, or many as {@code Accept-Language} has them
     */
    public static Language of(String wishedOrNull) {
        if (wishedOrNull == null) {
            return EN;
        }
        try {
            var found = Locale.lookupTag(LanguageRange.parse(wishedOrNull), TAGS);
            return found == null ? EN : valueOf(found.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
