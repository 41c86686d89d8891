package org.patchbay.shared.language;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonValue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A sentence to somebody whose language need not be known yet. The log has it in English, JSON in the reader's
 * language. {@link Words} make it.
 *
 * @param key of its translations
 * @param english with the places of its arguments
 */
@RegisterForReflection
public record Sentence(String key, String english, List<@Nullable Object> arguments) {

    /** Carries the sentence of a problem's detail to where it is said. */
    private static final String OF_PROBLEM = "sentence";

    static Sentence of(String key, String english, @Nullable Object... arguments) {
        return new Sentence(key, english, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }

    /** A text that others have said already, in a language of theirs; it has no translations. */
    public static Sentence verbatim(String text) {
        return of("", "{0}", text);
    }

    /** The detail of a problem; empty where it has none of ours. */
    public static Optional<Sentence> of(HttpProblem problem) {
        return Optional.ofNullable((Sentence) problem.getParameters().get(OF_PROBLEM));
    }

    public HttpProblem.Builder into(HttpProblem.Builder problem) {
        return problem.withDetail(toString()).with(OF_PROBLEM, this);
    }

    /** Whether a field of a problem is for {@link #of(HttpProblem)} alone. */
    public static boolean isCarriedBy(String field) {
        return field.equals(OF_PROBLEM);
    }

    public String in(Language language) {
        // Without quoting: nobody who writes a sentence thinks of it.
        var format = new MessageFormat(Translations.of(key, english, language).replace("'", "''"), language.locale());
        var formats = format.getFormatsByArgumentIndex();
        return format.format(IntStream.range(0, arguments.size())
                .mapToObj(i -> argument(arguments.get(i), i < formats.length ? formats[i] : null, language))
                .toArray());
    }

    /** A number without a format is an id or the like, whose digits nobody groups. */
    private static Object argument(Object argument, @Nullable Format format, Language language) {
        if (argument instanceof Sentence part) {
            return part.in(language);
        }
        return format == null ? String.valueOf(argument) : argument;
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Language.EN);
    }

    @JsonValue
    public String toReader() {
        return in(Language.ofReader());
    }
}
