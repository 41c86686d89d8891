package org.patchbay.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.patchbay.shared.CurrentOrganisation;
import org.patchbay.shared.NativeQueries;

/**
 * The tables of the feed, in SQL: the key of an event is its organisation and a number, and Hibernate allows no tenant
 * column in a key.
 */
@ApplicationScoped
class FeedStore {

    /** Events numbered or read at once. */
    static final int BATCH = 1000;

    private static final String COLUMNS =
            "type, about, ticket_id, status, customer_id, group_id, left_group_id, queue_id,"
                    + " agent_id, holder_id, presence, agent_groups, at";

    private final EntityManager entities;
    private final CurrentOrganisation currentOrganisation;

    FeedStore(EntityManager entities, CurrentOrganisation currentOrganisation) {
        this.entities = entities;
        this.currentOrganisation = currentOrganisation;
    }

    /** The organisations that have events without a number: one step through the index for each. */
    List<Long> toNumber() {
        return currentOrganisation.everywhere(() -> NativeQueries.longs(
                entities.createNativeQuery("select organisation_id from outbox group by organisation_id")));
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
                entities.createNativeQuery("update feed set last_number = last_number + ?2 where organisation_id = ?1")
                        .setParameter(1, organisation)
                        .setParameter(2, ids.size())
                        .executeUpdate();
            }
            return ids.size() == BATCH;
        });
    }

    private List<Long> lock(long organisation) {
        var found = NativeQueries.longs(entities.createNativeQuery(
                        "select last_number from feed where organisation_id = ?1 for update skip locked")
                .setParameter(1, organisation));
        return found.isEmpty() && begin(organisation) ? lock(organisation) : found;
    }

    /** @return whether this was the first time */
    private boolean begin(long organisation) {
        return entities.createNativeQuery(
                                "insert ignore into feed (organisation_id, last_number) select ?1, 0 from dual"
                                        + " where not exists (select 1 from feed where organisation_id = ?1)")
                        .setParameter(1, organisation)
                        .executeUpdate()
                > 0;
    }

    private List<Long> unnumbered(long organisation) {
        return NativeQueries.longs(
                entities.createNativeQuery("select id from outbox where organisation_id = ?1 order by id limit ?2")
                        .setParameter(1, organisation)
                        .setParameter(2, BATCH));
    }

    /** Uses the primary key: on the other one MySQL would read, and wait for, uncommitted rows of others. */
    private void number(long organisation, long last, List<Long> ids) {
        entities.createNativeQuery("insert into feed_event (organisation_id, number, " + COLUMNS + ")"
                        + " select organisation_id, :last + row_number() over (order by id), " + COLUMNS
                        + " from outbox force index (primary) where organisation_id = :organisation and id in (:ids)")
                .setParameter("organisation", organisation)
                .setParameter("last", last)
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createNativeQuery("delete o from outbox o force index (primary)"
                        + " where o.organisation_id = :organisation and o.id in (:ids)")
                .setParameter("organisation", organisation)
                .setParameter("ids", ids)
                .executeUpdate();
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
            for (var row : entities.createNativeQuery(
                            "select organisation_id, last_number from feed where organisation_id in (:organisations)",
                            Tuple.class)
                    .setParameter("organisations", organisations)
                    .getResultList()) {
                var tuple = (Tuple) row;
                numbers.put(number(tuple, 0), number(tuple, 1));
            }
            return numbers;
        });
    }

    /** The next events after a number, one batch. */
    List<FeedEvent> after(long organisation, long number) {
        return currentOrganisation.everywhere(() -> {
            var events = new ArrayList<FeedEvent>();
            for (var row : entities.createNativeQuery(
                            "select number, " + COLUMNS + ", timestampdiff(microsecond, '1970-01-01', at) as micros"
                                    + " from feed_event where organisation_id = ?1 and number > ?2 order by number"
                                    + " limit ?3",
                            Tuple.class)
                    .setParameter(1, organisation)
                    .setParameter(2, number)
                    .setParameter(3, BATCH)
                    .getResultList()) {
                events.add(FeedEvent.of((Tuple) row));
            }
            return events;
        });
    }

    /** All organisations with a feed. */
    List<Long> organisations() {
        return currentOrganisation.everywhere(
                () -> NativeQueries.longs(entities.createNativeQuery("select organisation_id from feed")));
    }

    /**
     * Removes some of the oldest events that happened before a time. The rest has no gaps.
     *
     * @return how many were removed
     */
    int removeBefore(long organisation, Instant time, int limit) {
        return currentOrganisation.everywhere(() -> entities.createNativeQuery(
                        "delete from feed_event where organisation_id = :organisation and number <= (select coalesce("
                                + "max(number), 0) from (select number, at from feed_event"
                                + " where organisation_id = :organisation order by number limit :limit) oldest"
                                + " where at < :time)")
                .setParameter("organisation", organisation)
                .setParameter("time", time)
                .setParameter("limit", limit)
                .executeUpdate());
    }

    private static long number(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }
}
