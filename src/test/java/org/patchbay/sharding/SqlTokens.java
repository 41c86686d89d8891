package org.patchbay.sharding;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a statement, in lower case and without backquotes. */
final class SqlTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|\"[^\"]*+\"|`[^`]+`|[\\w@$]+|<=>|<>|!=|<=|>=|->>|->|\\S");
    private static final Pattern NAME = Pattern.compile("[a-z_][\\w$]*");

    /** The words that end the name of a table, and so are no alias. */
    private static final Set<String> AFTER_A_TABLE = Set.of(
            "where",
            "on",
            "using",
            "join",
            "left",
            "right",
            "inner",
            "cross",
            "natural",
            "straight_join",
            "set",
            "order",
            "group",
            "limit",
            "union",
            "for",
            "having",
            "force",
            "use",
            "ignore",
            "select",
            "values",
            "window",
            "partition",
            "lock");

    private final List<String> tokens;

    SqlTokens(String sql) {
        tokens = TOKEN.matcher(sql)
                .results()
                .map(MatchResult::group)
                .map(token -> token.replace("`", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    int size() {
        return tokens.size();
    }

    /** Empty beyond both ends. */
    String at(int position) {
        return position < 0 || position >= tokens.size() ? "" : tokens.get(position);
    }

    boolean is(int position, String... words) {
        return Set.of(words).contains(at(position));
    }

    boolean isName(int position) {
        return NAME.matcher(at(position)).matches() && !AFTER_A_TABLE.contains(at(position));
    }

    boolean isValue(int position) {
        var token = at(position);
        return token.equals("?") || token.matches("\\d+") || token.matches("'\\d+'");
    }

    /** Which parameter a question mark is, from 0 on. */
    int parameter(int position) {
        return (int) tokens.subList(0, position).stream().filter("?"::equals).count();
    }

    /** The position of the parenthesis that closes this one. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (at(i).equals("(")) {
                depth++;
            } else if (at(i).equals(")") && --depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Whether a query begins at this parenthesis. */
    boolean opensAQuery(int open) {
        int inner = open;
        while (at(inner).equals("(")) {
            inner++;
        }
        return inner > open && is(inner, "select", "with");
    }
}
