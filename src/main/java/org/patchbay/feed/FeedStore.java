package org.patchbay.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.patchbay.events.EventRow;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

/** The events as the feed reads them, and how long it keeps them. */
@ApplicationScoped
class FeedStore {

    /** Events read at once. */
    static final int BATCH = 1000;

    private static final String AFTER = """
            select e.number, type, about, e.ticket_id, status, customer_id, group_id, left_group_id, queue_id,
            agent_id, holder_id, presence, agent_groups, conversation_id, m.number message_number, audience, remark, %s
            from event e force index (primary) left join message m force index (uk_message_event)
            on m.organisation_id = e.organisation_id and m.event_number = e.number
            where e.organisation_id = :organisation and e.number > :number
            order by e.number limit :batch""".formatted(EventRow.at("e"));

    private final CurrentOrganisation currentOrganisation;

    FeedStore(CurrentOrganisation currentOrganisation) {
        this.currentOrganisation = currentOrganisation;
    }

    /** The last numbers of these feeds; feeds without events are left out. */
    Map<Long, Long> lastNumbers(Collection<Long> organisations) {
        return currentOrganisation.everywhere(() -> {
            var numbers = new HashMap<Long, Long>();
            for (var row : NativeSql.everywhere("""
                    select organisation_id, last_number from feed where organisation_id in (:organisations)""")
                    .set("organisations", organisations)
                    .list(Tuple.class)) {
                numbers.put(number(row, "organisation_id"), number(row, "last_number"));
            }
            return numbers;
        });
    }

    /** The next events after a number, one batch; none where one of them is not kept any more. */
    List<FeedEvent> after(long organisation, long number) {
        return currentOrganisation.everywhere(
                () -> {
                    var events = NativeSql.in(organisation, AFTER)
                            .set("number", number)
                            .set("batch", BATCH)
                            .list(Tuple.class)
                            .stream()
                            .map(row -> FeedEvent.of(new EventRow(row)))
                            .toList();
                    boolean whole = events.isEmpty() || events.getLast().number() - number == events.size();
                    return whole ? events : List.of();
                });
    }

    /**
     * The organisations with events that nobody looked at yet and that happened before a time, and when the oldest of
     * these happened. One statement finds them: most organisations have none.
     */
    Map<Long, Instant> oldest(Instant before) {
        return currentOrganisation.everywhere(() -> {
            var oldest = new HashMap<Long, Instant>();
            for (var row : NativeSql.everywhere("""
                    select f.organisation_id, %s from feed f join event e force index (primary)
                    on e.organisation_id = f.organisation_id and e.number = (
                    select o.number from event o force index (primary)
                    where o.organisation_id = f.organisation_id and o.number > f.purged_number
                    order by o.number limit 1)
                    where e.at < :before""".formatted(EventRow.at("e")))
                    .set("before", before)
                    .list(Tuple.class)) {
                oldest.put(number(row, "organisation_id"), new EventRow(row).at());
            }
            return oldest;
        });
    }

    /**
     * Looks at some of the oldest events that it never looked at, and that happened before a time. It removes all but
     * lines of tickets, which stay as long as their tickets.
     *
     * @return at how many it looked
     */
    int removeBefore(long organisation, Instant time, int limit) {
        return currentOrganisation.everywhere(() -> {
            long purged = NativeSql.in(organisation, """
                    select coalesce(max(purged_number), 0) from feed
                    where organisation_id = :organisation""").number();
            var old = NativeSql.in(organisation, """
                    select count(*) as seen, coalesce(max(number), 0) as last from (
                    select number, at from event force index (primary)
                    where organisation_id = :organisation and number > :purged
                    order by number limit :limit) oldest where at < :time""")
                    .set("purged", purged)
                    .set("time", time)
                    .set("limit", limit)
                    .list(Tuple.class)
                    .getFirst();
            int seen = (int) number(old, "seen");
            if (seen > 0) {
                remove(organisation, purged, number(old, "last"));
            }
            return seen;
        });
    }

    private static void remove(long organisation, long after, long last) {
        NativeSql.in(organisation, """
                delete e from event e force index (primary) where e.organisation_id = :organisation
                and e.number > :after and e.number <= :last
                and e.ticket_id is null""").set("after", after).set("last", last).update();
        NativeSql.in(organisation, """
                update feed set purged_number = :last
                where organisation_id = :organisation""").set("last", last).update();
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
