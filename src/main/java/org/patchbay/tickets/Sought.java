package org.patchbay.tickets;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.patchbay.shared.CurrentOrganisation;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Search;
import org.patchbay.shared.SearchTerms;

import io.quarkus.panache.common.Parameters;

/**
 * Terms that somebody looks for in the texts of tickets. Each must stand in one of those that they may read, whichever.
 * The index says where it may be, and the words whether it is.
 *
 * @param terms of {@link SearchTerms}; none where there is nothing that can be found
 */
record Sought(List<String> terms) {

    /** In characters. */
    static final int LONGEST = 200;

    private static final int MOST_TERMS = 10;

    /** In a term; together they are rare enough. */
    private static final int MOST_GRAMS = 12;

    /** Of one term: MySQL would go through the index for each ticket that has the first, were there two of these. */
    private static final String FINDS = "t.id in (select w.ticketId from SearchableText w where "
            + Search.matches("w.grams", ":grams") + " and locate(:term%1$d, w.words) > 0)";

    private static final String HAS =
            "exists (select 1 from SearchableText w where w.ticketId = t.id and locate(:term%1$d, w.words) > 0)";

    private static final String SCORE =
            "(select max(case when locate(:whole%1$d, w.words) > 0 then 3L when locate(:begin%1$d, w.words) > 0 then 2L"
                    + " else 1L end) from SearchableText w where w.ticketId = t.id and locate(:term%1$d, w.words) > 0)";

    /**
     * Null where nothing is looked for.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code bad-request} where it is too much
     */
    static Sought of(String typedOrNull) {
        if (typedOrNull == null || typedOrNull.isBlank()) {
            return null;
        }
        if (typedOrNull.length() > LONGEST) {
            throw ProblemType.BAD_REQUEST.because(TicketWords.SEARCH_TOO_LONG, LONGEST);
        }
        var terms = SearchTerms.terms(typedOrNull);
        if (terms.size() > MOST_TERMS) {
            throw ProblemType.BAD_REQUEST.because(TicketWords.TOO_MANY_TERMS, MOST_TERMS);
        }
        return new Sought(terms);
    }

    /** Signs alone are found nowhere. */
    String condition(Parameters parameters) {
        if (terms.isEmpty()) {
            return "1 = 0";
        }
        for (int i = 0; i < terms.size(); i++) {
            parameters.and("term" + i, terms.get(i));
        }
        int rarest = IntStream.range(0, terms.size())
                .boxed()
                .max(Comparator.comparing(i -> terms.get(i).length()))
                .orElseThrow();
        parameters.and("grams", SearchTerms.sought(CurrentOrganisation.id(), terms.get(rarest), MOST_GRAMS));
        return each(i -> (i == rarest ? FINDS : HAS).formatted(i), " and ");
    }

    /** How well a ticket is found: each term counts once, by where it is found best. */
    String score(Parameters parameters) {
        for (int i = 0; i < terms.size(); i++) {
            parameters
                    .and("whole" + i, SearchTerms.whole(terms.get(i)))
                    .and("begin" + i, SearchTerms.beginning(terms.get(i)));
        }
        return each(SCORE::formatted, " + ");
    }

    private String each(IntFunction<String> part, String between) {
        return IntStream.range(0, terms.size()).mapToObj(part).collect(Collectors.joining(between));
    }
}
