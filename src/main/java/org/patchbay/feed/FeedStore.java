package org.patchbay.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

/**
 * The tables of the feed, in SQL: the key of an event is its organisation and a number, and Hibernate allows no tenant
 * column in a key.
 */
@ApplicationScoped
class FeedStore {

    /** Events numbered or read at once. */
    static final int BATCH = 1000;

    private static final String COLUMNS = """
            type, about, ticket_id, status, customer_id, group_id, left_group_id, queue_id,
            agent_id, holder_id, presence, agent_groups, at""";

    private static final String NUMBER = """
            insert into feed_event (organisation_id, number, %1$s)
            select organisation_id, :last + row_number() over (order by id), %1$s
            from outbox force index (primary)
            where organisation_id = :organisation and id in (:ids)""".formatted(COLUMNS);

    private static final String AFTER = """
            select number, %s, timestampdiff(microsecond, '1970-01-01', at) as micros
            from feed_event where organisation_id = :organisation and number > :number
            order by number limit :batch""".formatted(COLUMNS);

    private final CurrentOrganisation currentOrganisation;

    FeedStore(CurrentOrganisation currentOrganisation) {
        this.currentOrganisation = currentOrganisation;
    }

    /** The organisations that have events without a number: one step through the index for each. */
    List<Long> toNumber() {
        return currentOrganisation.everywhere(
                () -> NativeSql.everywhere("select organisation_id from outbox group by organisation_id")
                        .longs());
    }

    /**
     * Numbers new events, unless another replica does so now.
     *
     * <p>One plain read chooses the rows. It sees everything or nothing of each transaction, and everything before it:
     * so numbers ascend within transactions and from cause to effect. Rows read with {@code skip locked} would not do:
     * a transaction that commits during the read is missed with its first row and found with its last. Nobody else
     * removes these rows, because the feed's row is locked until the commit. So the numbers become visible in order.
     *
     * @return whether there may be more
     */
    boolean number(long organisation) {
        return currentOrganisation.everywhere(() -> {
            var last = lock(organisation);
            var ids = last.isEmpty() ? List.<Long>of() : unnumbered(organisation);
            if (!ids.isEmpty()) {
                number(organisation, last.getFirst(), padded(ids));
                NativeSql.in(organisation, """
                        update feed set last_number = last_number + :count
                        where organisation_id = :organisation""").set("count", ids.size()).update();
            }
            return ids.size() == BATCH;
        });
    }

    private List<Long> lock(long organisation) {
        var found = NativeSql.in(organisation, """
                select last_number from feed where organisation_id = :organisation for update skip locked""").longs();
        return found.isEmpty() && begin(organisation) ? lock(organisation) : found;
    }

    /** @return whether this was the first time */
    private boolean begin(long organisation) {
        return NativeSql.in(organisation, """
                        insert ignore into feed (organisation_id, last_number) select :organisation, 0 from dual
                        where not exists (select 1 from feed where organisation_id = :organisation)""").update() > 0;
    }

    private List<Long> unnumbered(long organisation) {
        return NativeSql.in(organisation, """
                select id from outbox where organisation_id = :organisation
                order by id limit :batch""").set("batch", BATCH).longs();
    }

    /** Uses the primary key: on the other one MySQL would read, and wait for, uncommitted rows of others. */
    private void number(long organisation, long last, List<Long> ids) {
        NativeSql.in(organisation, NUMBER).set("last", last).set("ids", ids).update();
        NativeSql.in(organisation, """
                delete o from outbox o force index (primary)
                where o.organisation_id = :organisation and o.id in (:ids)""").set("ids", ids).update();
    }

    /** Padded to the next power of two, so that there are few statements to be parsed. */
    private static List<Long> padded(List<Long> ids) {
        var padded = new ArrayList<>(ids);
        int size = ids.size() == 1 ? 1 : Integer.highestOneBit(ids.size() - 1) << 1;
        padded.addAll(Collections.nCopies(size - ids.size(), ids.getLast()));
        return padded;
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

    /** The next events after a number, one batch. */
    List<FeedEvent> after(long organisation, long number) {
        return currentOrganisation.everywhere(() -> {
            var events = new ArrayList<FeedEvent>();
            for (var row : NativeSql.in(organisation, AFTER)
                    .set("number", number)
                    .set("batch", BATCH)
                    .list(Tuple.class)) {
                events.add(FeedEvent.of(row));
            }
            return events;
        });
    }

    /** All organisations with a feed. */
    List<Long> organisations() {
        return currentOrganisation.everywhere(
                () -> NativeSql.everywhere("select organisation_id from feed").longs());
    }

    /**
     * Removes some of the oldest events that happened before a time. The rest has no gaps.
     *
     * @return how many were removed
     */
    int removeBefore(long organisation, Instant time, int limit) {
        return currentOrganisation.everywhere(() -> NativeSql.in(organisation, """
                delete from feed_event where organisation_id = :organisation and number <= (
                select coalesce(max(number), 0) from (select number, at from feed_event
                where organisation_id = :organisation order by number limit :limit) oldest
                where at < :time)""")
                .set("time", time)
                .set("limit", limit)
                .update());
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
