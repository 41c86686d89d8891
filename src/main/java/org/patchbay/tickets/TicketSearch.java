package org.patchbay.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Search;

import io.quarkus.panache.common.Parameters;

/**
 * A search for tickets; null does not restrict.
 *
 * @param statuses any of these; none for all
 * @param openedTo exclusive
 */
public record TicketSearch(
        List<TicketStatus> statuses,
        Channel channel,
        Priority priority,
        Long queueId,
        Long agentId,
        Long customerId,
        Long groupId,
        String orderNumber,
        ReturnReason reason,
        Instant openedFrom,
        Instant openedTo,
        String text) {

    /** The tickets that an agent works on. */
    public static TicketSearch heldBy(long agentId) {
        return new TicketSearch(
                List.of(TicketStatus.IN_PROGRESS), null, null, null, agentId, null, null, null, null, null, null, null);
    }

    /** An order of the list; every one ends with the id, so that it is total. */
    public enum Sort {
        OLDEST("openedAt, id"),
        NEWEST("openedAt desc, id desc"),
        PRIORITY("priority, openedAt, id");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }

        /** The spelling of clients: {@code openedAt}, {@code -openedAt}, {@code priority}. */
        static Sort ofText(String text) {
            return switch (text) {
                case "openedAt" -> OLDEST;
                case "-openedAt" -> NEWEST;
                case "priority" -> PRIORITY;
                default -> throw ProblemType.BAD_REQUEST.because("sort is one of openedAt, -openedAt, priority.");
            };
        }

        private Cursor cursor(Ticket last) {
            return switch (this) {
                case OLDEST, NEWEST -> Cursor.at(last.openedAt, last.id);
                case PRIORITY -> Cursor.at(last.priority.rank(), last.openedAt, last.id);
            };
        }
    }

    /**
     * One page of the tickets, in an order.
     *
     * @param views makes the views of some tickets
     */
    Page<TicketView> page(
            Sort sort, String after, int limit, Function<List<Ticket>, Function<Ticket, TicketView>> views) {
        var conditions = new ArrayList<String>();
        var parameters = filters(conditions);
        if (after != null) {
            continueAfter(sort, after, conditions, parameters);
        }
        var rows =
                Ticket.search(where(conditions) + " order by " + sort.columns, parameters.map(), isLive(), limit + 1);
        return Page.of(rows, limit, views.apply(rows), sort::cursor);
    }

    long count() {
        var conditions = new ArrayList<String>();
        var parameters = filters(conditions);
        return Ticket.count(where(conditions), parameters.map(), isLive());
    }

    private boolean isLive() {
        return !statuses.isEmpty() && statuses.stream().allMatch(TicketStatus::isLive);
    }

    private Parameters filters(List<String> conditions) {
        var parameters = new Parameters();
        filter(conditions, parameters, "status in :statuses", "statuses", statuses.isEmpty() ? null : statuses);
        filter(conditions, parameters, "channel = :channel", "channel", channel);
        filter(conditions, parameters, "priority = :urgency", "urgency", priority);
        filter(conditions, parameters, "queueId = :queueId", "queueId", queueId);
        filter(conditions, parameters, "agentId = :agentId", "agentId", agentId);
        filter(conditions, parameters, "customerId = :customerId", "customerId", customerId);
        filter(conditions, parameters, "groupId = :groupId", "groupId", groupId);
        filter(conditions, parameters, "orderNumber = :orderNumber", "orderNumber", orderNumber);
        filter(conditions, parameters, "reason = :reason", "reason", reason);
        filter(conditions, parameters, "openedAt >= :openedFrom", "openedFrom", openedFrom);
        filter(conditions, parameters, "openedAt < :openedTo", "openedTo", openedTo);
        filter(conditions, parameters, Search.contains(":text", "note"), "text", Search.part(text));
        return parameters;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void continueAfter(Sort sort, String after, List<String> conditions, Parameters parameters) {
        switch (sort) {
            case OLDEST, NEWEST -> {
                var cursor = Cursor.decoded(after, 2);
                parameters.and("at", cursor.instant(0)).and("id", cursor.number(1));
                conditions.add(
                        sort == Sort.OLDEST
                                ? "openedAt >= :at and (openedAt > :at or id > :id)"
                                : "openedAt <= :at and (openedAt < :at or id < :id)");
            }
            case PRIORITY -> {
                var cursor = Cursor.decoded(after, 3);
                parameters
                        .and("priority", ofRank(cursor.number(0)))
                        .and("at", cursor.instant(1))
                        .and("id", cursor.number(2));
                conditions.add("priority >= :priority and (priority > :priority or openedAt > :at"
                        + " or openedAt = :at and id > :id)");
            }
        }
    }

    private static Priority ofRank(long rank) {
        return Stream.of(Priority.values())
                .filter(priority -> priority.rank() == rank)
                .findFirst()
                .orElseThrow(Cursor::bad);
    }

    private static void filter(
            List<String> conditions, Parameters parameters, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.and(name, value);
        }
    }
}
