package org.patchbay.shared.search;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Filters by a part of a text, as a reader finds it: by the weights with which the collation compares. Neither case nor
 * accents matter, a composed character is found by its parts, ß by ss. LIKE compares character by character, and would
 * miss a match of another length.
 */
public final class Search {

    private static final String CONTAINS =
            "locate(weight_string(cast(? as char character set utf8mb4) collate utf8mb4_0900_ai_ci),"
                    + " weight_string(? collate utf8mb4_0900_ai_ci))";

    private Search() {}

    /** The text to look for, or null for no filter. */
    public static @Nullable String part(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * A condition of HQL: that a full-text index finds this in the column, alone and without its ranking.
     *
     * @param column with the name of its row
     * @param parameter of the query, with what to look for as boolean mode writes it
     */
    public static String matches(String column, String parameter) {
        // Of what SQL says, HQL knows no type, and compares it with its like.
        return "sql('match(?) against(? in boolean mode)', %s, %s) > sql('0')".formatted(column, parameter);
    }

    /**
     * A condition of HQL: that one of the columns contains the part.
     *
     * @param parameter of the query, such as {@code ?1}
     */
    public static String contains(String parameter, String... columns) {
        return Stream.of(columns)
                .map(column -> "cast(sql('%s', %s, %s) as Integer) > 0".formatted(CONTAINS, parameter, column))
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
