package org.patchbay.tickets.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.search.SearchTerms;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.tickets.TicketWords;

import io.quarkus.panache.common.Parameters;

/**
 * Terms that somebody looks for in the texts of tickets. Each must stand in one of those that they may read, whichever.
 * The index says where it may be, and the words whether it is.
 *
 * @param terms of {@link SearchTerms}; none where there is nothing that can be found
 */
public record Sought(List<String> terms) {

    /** In characters. */
    public static final int LONGEST = 200;

    private static final int MOST_TERMS = 10;

    /** In a term; together they are rare enough. */
    private static final int MOST_GRAMS = 12;

    /**
     * Gathers the tickets that the index leads to, before anything else is read: MySQL goes wrong where it looks into a
     * full-text index once for each row of another table.
     */
    private static final String JOIN = " join (select distinct w.ticketId as ticketId from SearchableText w where "
            + Search.matches("w.grams", ":grams") + " and locate(:term%1$d, w.words) > 0) hit on hit.ticketId = t.id";

    private static final String HAS =
            "exists (select 1 from SearchableText w where w.ticketId = t.id and locate(:term%1$d, w.words) > 0)";

    /** So large because of what fits into four bytes MySQL 8.0.12 announces eight, and sends four. */
    private static final long PART = 10_000_000_000L;

    private static final String SCORE = "(select max(case when locate(:whole%1$d, w.words) > 0 then " + 3 * PART
            + "L when locate(:begin%1$d, w.words) > 0 then " + 2 * PART + "L else " + PART
            + "L end) from SearchableText w where w.ticketId = t.id and locate(:term%1$d, w.words) > 0)";

    /**
     * Null where nothing is looked for.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code bad-request} where it is too much
     */
    public static @Nullable Sought of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.length() > LONGEST) {
            throw ProblemType.BAD_REQUEST.because(TicketWords.SEARCH_TOO_LONG, LONGEST);
        }
        var terms = SearchTerms.terms(typed);
        if (terms.size() > MOST_TERMS) {
            throw ProblemType.BAD_REQUEST.because(TicketWords.TOO_MANY_TERMS, MOST_TERMS);
        }
        return new Sought(terms);
    }

    /** Joins the list of tickets with those that have the term that is probably the rarest. */
    public String join() {
        return terms.isEmpty() ? "" : JOIN.formatted(rarest());
    }

    /** The other terms, which must be there, too; signs alone are found nowhere. */
    public String condition(Parameters parameters) {
        if (terms.isEmpty()) {
            return "1 = 0";
        }
        for (int i = 0; i < terms.size(); i++) {
            parameters.and("term" + i, terms.get(i));
        }
        int rarest = rarest();
        parameters.and("grams", SearchTerms.sought(CurrentOrganisation.id(), terms.get(rarest), MOST_GRAMS));
        return each(IntStream.range(0, terms.size()).filter(i -> i != rarest), HAS, " and ");
    }

    private int rarest() {
        return IntStream.range(0, terms.size())
                .boxed()
                .max(Comparator.comparing(i -> terms.get(i).length()))
                .orElseThrow();
    }

    /** How well a ticket is found: each term counts once, by where it is found best. */
    public String score(Parameters parameters) {
        for (int i = 0; i < terms.size(); i++) {
            parameters
                    .and("whole" + i, SearchTerms.whole(terms.get(i)))
                    .and("begin" + i, SearchTerms.beginning(terms.get(i)));
        }
        return each(IntStream.range(0, terms.size()), SCORE, " + ");
    }

    private static String each(IntStream places, String part, String between) {
        return places.mapToObj(part::formatted).collect(Collectors.joining(between));
    }
}
