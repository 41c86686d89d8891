package org.patchbay.tickets;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.patchbay.queues.Priority;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.panache.common.Parameters;

import static java.util.Objects.requireNonNull;

/** An order of a list of tickets; every one ends with the id, so that it is total. */
public enum TicketSort {
    OLDEST("openedAt", "t.openedAt, t.id"),
    NEWEST("-openedAt", "t.openedAt desc, t.id desc"),
    PRIORITY("priority", "t.priority, t.openedAt, t.id"),
    /** Those that are found best, then the newest. */
    RELEVANCE("relevance", "%s desc, t.openedAt desc, t.id desc"),
    ANSWER_DUE("answerDueAt", "t.promises.answerDueAt, t.id"),
    RESOLUTION_DUE("resolutionDueAt", "t.promises.resolutionDueAt, t.id");

    private final String text;
    private final String columns;

    TicketSort(String text, String columns) {
        this.text = text;
        this.columns = columns;
    }

    /**
     * As clients write it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code bad-request} where there is no such order
     */
    public static TicketSort ofText(String text) {
        return Stream.of(values())
                .filter(sort -> sort.text.equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemType.BAD_REQUEST.because(
                        TicketWords.SORT,
                        Stream.of(values()).map(sort -> sort.text).collect(Collectors.joining(", "))));
    }

    /** @param score what says how well a ticket is found */
    String orderBy(String score) {
        return " order by " + columns.formatted(score);
    }

    /** Which tickets have a place in it; empty for all. */
    String condition() {
        return switch (this) {
            case ANSWER_DUE -> "t.promises.answerDueAt is not null";
            case RESOLUTION_DUE -> "t.promises.resolutionDueAt is not null and t.status <> PENDING";
            case OLDEST, NEWEST, PRIORITY, RELEVANCE -> "";
        };
    }

    Cursor cursor(Ticket ticket, long score) {
        return switch (this) {
            case OLDEST, NEWEST -> Cursor.at(ticket.openedAt, ticket.id);
            case PRIORITY -> Cursor.at(ticket.priority.rank(), ticket.openedAt, ticket.id);
            case RELEVANCE -> Cursor.at(score, ticket.openedAt, ticket.id);
            case ANSWER_DUE -> Cursor.at(requireNonNull(ticket.promises().answerDueAt()), ticket.id);
            case RESOLUTION_DUE -> Cursor.at(requireNonNull(ticket.promises().resolutionDueAt()), ticket.id);
        };
    }

    /**
     * The condition of what follows a page.
     *
     * @param after the cursor where it ended
     */
    String following(String after, String score, Parameters parameters) {
        return switch (this) {
            case OLDEST -> ascending(after, "t.openedAt", parameters);
            case ANSWER_DUE -> ascending(after, "t.promises.answerDueAt", parameters);
            case RESOLUTION_DUE -> ascending(after, "t.promises.resolutionDueAt", parameters);
            case NEWEST -> {
                ends(Cursor.decoded(after, 2), parameters);
                yield "t.openedAt <= :at and (t.openedAt < :at or t.id < :id)";
            }
            case PRIORITY -> {
                var cursor = Cursor.decoded(after, 3);
                ends(new Cursor(cursor.keys().subList(1, 3)), parameters.and("rank", ofRank(cursor.number(0))));
                yield "t.priority >= :rank and (t.priority > :rank or t.openedAt > :at"
                        + " or t.openedAt = :at and t.id > :id)";
            }
            case RELEVANCE -> {
                var cursor = Cursor.decoded(after, 3);
                ends(new Cursor(cursor.keys().subList(1, 3)), parameters.and("score", cursor.number(0)));
                yield "(%1$s < :score or %1$s = :score and (t.openedAt < :at or t.openedAt = :at and t.id < :id))"
                        .formatted(score);
            }
        };
    }

    private static String ascending(String after, String column, Parameters parameters) {
        ends(Cursor.decoded(after, 2), parameters);
        return "%1$s >= :at and (%1$s > :at or t.id > :id)".formatted(column);
    }

    private static void ends(Cursor cursor, Parameters parameters) {
        parameters.and("at", cursor.instant(0)).and("id", cursor.number(1));
    }

    private static Priority ofRank(long rank) {
        return Stream.of(Priority.values())
                .filter(priority -> priority.rank() == rank)
                .findFirst()
                .orElseThrow(Cursor::bad);
    }
}
