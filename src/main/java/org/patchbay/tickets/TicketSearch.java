package org.patchbay.tickets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import jakarta.persistence.TypedQuery;

import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldFilter;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.paging.Page;
import org.patchbay.tickets.attributes.TicketFieldValue;
import org.patchbay.tickets.search.Sought;

import io.quarkus.panache.common.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;

import static java.util.Objects.requireNonNull;

/**
 * A search for tickets; null does not restrict.
 *
 * @param statuses any of these; none for all
 * @param openedTo exclusive, as are the others
 * @param dueBefore of live ones: when a promise ends, or ended
 * @param invitedId the account of a colleague who is invited into them
 * @param tagIds all of these
 * @param fields all of these
 */
public record TicketSearch(
        List<TicketStatus> statuses,
        @Nullable Channel channel,
        @Nullable Priority priority,
        @Nullable Long queueId,
        @Nullable Long agentId,
        @Nullable Long customerId,
        @Nullable Long groupId,
        @Nullable String orderNumber,
        @Nullable ReturnReason reason,
        @Nullable Instant openedFrom,
        @Nullable Instant openedTo,
        @Nullable Instant answerDueBefore,
        @Nullable Instant resolutionDueBefore,
        @Nullable Sought sought,
        @Nullable Instant dueBefore,
        @Nullable Long invitedId,
        List<Long> tagIds,
        List<FieldFilter> fields) {

    private static final String NO_SCORE = "0L";

    private static final String DUE = "t.status in (OPEN, OFFERED, IN_PROGRESS, PENDING)"
            + " and (t.promises.answerDueAt < :due and t.promises.leftAt is null"
            + " or t.promises.resolutionDueAt < :due and t.status <> PENDING)";

    private static final String INVITED = "t.status in (OPEN, OFFERED, IN_PROGRESS, PENDING)"
            + " and t.id in (select c.ticketId from TicketColleague c where c.accountId = :invited)";

    private static final String TAGGED = "t.id in (select g.ticketId from TicketTag g where g.tagId = :tag%d)";

    /** The tickets that an agent works on. */
    public static TicketSearch heldBy(long agentId) {
        return new TicketSearch(
                List.of(TicketStatus.IN_PROGRESS),
                null,
                null,
                null,
                agentId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /** The order of whom none was asked for. */
    public TicketSort usualSort() {
        return sought == null ? TicketSort.NEWEST : TicketSort.RELEVANCE;
    }

    /** @param score how well it was found, where that decides the order; else 0 */
    @RegisterForReflection
    record Found(Ticket ticket, long score) {}

    /**
     * One page of the tickets, in an order.
     *
     * @param views makes the views of some tickets
     */
    Page<TicketView> page(
            TicketSort wished,
            @Nullable String after,
            int limit,
            Function<List<Ticket>, Function<Ticket, TicketView>> views) {
        var sort = wished == TicketSort.RELEVANCE && !isSought() ? TicketSort.NEWEST : wished;
        var conditions = new ArrayList<String>();
        var parameters = filters(conditions);
        var score = sort == TicketSort.RELEVANCE && sought != null ? sought.score(parameters) : NO_SCORE;
        add(conditions, sort.condition());
        if (after != null) {
            conditions.add(sort.following(after, score, parameters));
        }
        var rows = query("select t, " + score, conditions, sort.orderBy(score), parameters, Found.class)
                .setMaxResults(limit + 1)
                .getResultList();
        var view = views.apply(rows.stream().map(Found::ticket).toList());
        return Page.of(
                rows, limit, found -> view.apply(found.ticket()), last -> sort.cursor(last.ticket(), last.score()));
    }

    long count() {
        var conditions = new ArrayList<String>();
        var parameters = filters(conditions);
        return query("select count(*)", conditions, "", parameters, Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(
            String select, List<String> conditions, String order, Parameters parameters, Class<T> type) {
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var join = sought == null ? "" : sought.join();
        var query = Ticket.getEntityManager().createQuery(select + " from Ticket t" + join + where + order, type);
        parameters.map().forEach(query::setParameter);
        if (isLive() && sought == null) {
            query.unwrap(Query.class).addQueryHint("ix_ticket_waiting");
        }
        return query;
    }

    private boolean isSought() {
        return sought != null && !sought.terms().isEmpty();
    }

    /**
     * Live tickets are few, and found by their status; MySQL would rather read all tickets in the order of the list.
     */
    private boolean isLive() {
        return dueBefore != null || !statuses.isEmpty() && statuses.stream().allMatch(TicketStatus::isLive);
    }

    private Parameters filters(List<String> conditions) {
        var parameters = new Parameters();
        filter(conditions, parameters, "t.status in :statuses", "statuses", statuses.isEmpty() ? null : statuses);
        filter(conditions, parameters, "t.channel = :channel", "channel", channel);
        filter(conditions, parameters, "t.priority = :urgency", "urgency", priority);
        filter(conditions, parameters, "t.queueId = :queueId", "queueId", queueId);
        filter(conditions, parameters, "t.agentId = :agentId", "agentId", agentId);
        filter(conditions, parameters, "t.customerId = :customerId", "customerId", customerId);
        filter(conditions, parameters, "t.groupId = :groupId", "groupId", groupId);
        filter(conditions, parameters, "t.orderNumber = :orderNumber", "orderNumber", orderNumber);
        filter(conditions, parameters, "t.reason = :reason", "reason", reason);
        filter(conditions, parameters, "t.openedAt >= :openedFrom", "openedFrom", openedFrom);
        filter(conditions, parameters, "t.openedAt < :openedTo", "openedTo", openedTo);
        filter(conditions, parameters, "t.promises.answerDueAt < :answerDue", "answerDue", answerDueBefore);
        filter(
                conditions,
                parameters,
                "t.promises.resolutionDueAt < :resolutionDue and t.status <> PENDING",
                "resolutionDue",
                resolutionDueBefore);
        add(conditions, sought == null ? "" : sought.condition(parameters));
        filter(conditions, parameters, DUE, "due", dueBefore);
        filter(conditions, parameters, INVITED, "invited", invitedId);
        for (int i = 0; i < tagIds.size(); i++) {
            filter(conditions, parameters, TAGGED.formatted(i), "tag" + i, tagIds.get(i));
        }
        for (int i = 0; i < fields.size(); i++) {
            add(conditions, fields.get(i), i, parameters);
        }
        return parameters;
    }

    private static void add(List<String> conditions, FieldFilter field, int place, Parameters parameters) {
        var value = "v." + column(field.least() == null ? requireNonNull(field.most()) : field.least());
        var bounds = new ArrayList<>(List.of("v.fieldId = :field" + place));
        parameters.and("field" + place, field.fieldId());
        if (Objects.equals(field.least(), field.most())) {
            filter(bounds, parameters, value + " = :least" + place, "least" + place, field.least());
        } else {
            filter(bounds, parameters, value + " >= :least" + place, "least" + place, field.least());
            filter(bounds, parameters, value + " <= :most" + place, "most" + place, field.most());
        }
        conditions.add(
                "t.id in (select v.ticketId from TicketFieldValue v where " + String.join(" and ", bounds) + ")");
    }

    /** Of {@link TicketFieldValue}. */
    private static String column(Object value) {
        return switch (value) {
            case BigDecimal number -> "number";
            case LocalDate date -> "date";
            default -> "text";
        };
    }

    private static void filter(
            List<String> conditions, Parameters parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.and(name, value);
        }
    }

    private static void add(List<String> conditions, String condition) {
        if (!condition.isEmpty()) {
            conditions.add(condition);
        }
    }
}
