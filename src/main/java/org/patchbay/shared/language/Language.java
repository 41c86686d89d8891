package org.patchbay.shared.language;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;

/** A language of mails to people: one for each language of the pages. */
public enum Language {
    EN,
    DE;

    private static final List<String> TAGS =
            Stream.of(values()).map(Language::tag).toList();

    /** The tag of BCP 47. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The language of the request under way; English outside of requests. */
    public static Language ofReader() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return EN;
        }
        var request = container.instance(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? EN : of(request.request());
    }

    /** The language that the request's sender prefers; English where it is none of these. */
    public static Language of(HttpServerRequest http) {
        return of(http.getHeader("Accept-Language"));
    }

    /**
     * As {@link #of(HttpServerRequest)}.
     *
     * @param wished a tag of BCP 47, or several in the form of {@code Accept-Language}
     */
    public static Language of(@Nullable String wished) {
        if (wished == null) {
            return EN;
        }
        try {
            var found = Locale.lookupTag(LanguageRange.parse(wished), TAGS);
            return found == null ? EN : valueOf(found.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
