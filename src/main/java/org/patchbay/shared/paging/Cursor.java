package org.patchbay.shared.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

/** The end of a page: the sort keys of its last row. Opaque to clients, so that sort keys can change. */
public record Cursor(List<String> keys) {

    public static Cursor at(Object... keys) {
        return new Cursor(List.of(keys).stream().map(Object::toString).toList());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code bad-cursor} where the text was not made by us */
    public static Cursor decoded(String text, int keys) {
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var cursor = new Cursor(List.of(decoded.split("~", -1)));
            if (cursor.keys.size() == keys) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            // Reported below like a cursor of another list.
        }
        throw bad();
    }

    /** The id at the end of a page of a list by id; 0, before all ids, without a cursor. */
    public static long id(@Nullable String text) {
        return text == null ? 0 : decoded(text, 1).number(0);
    }

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("~", keys).getBytes(StandardCharsets.UTF_8));
    }

    public long number(int index) {
        try {
            return Long.parseLong(keys.get(index));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    public Instant instant(int index) {
        try {
            return Times.parse(keys.get(index));
        } catch (DateTimeException e) {
            throw bad();
        }
    }

    public static RuntimeException bad() {
        return ProblemType.BAD_CURSOR.because(CommonWords.BAD_CURSOR);
    }
}
