package org.patchbay.deliveries;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.NativeSql;

import static java.util.Objects.requireNonNull;

/** The table of deliveries, whose rows nobody but the holder of their lane changes while they wait. */
final class DeliveryRows {

    private static final String VIEW = """
            select id, kind, lane, attempts, problem, parked_at is not null is_parked,
            timestampdiff(microsecond, '1970-01-01', created_at) created_micros,
            timestampdiff(microsecond, '1970-01-01', tried_at) tried_micros
            from delivery force index (uk_delivery_id) where organisation_id = :organisation and %s""";

    private static final String FIRST = """
            select id, payload, attempts from delivery force index (ix_delivery_lane)
            where organisation_id = :organisation and kind = :kind and lane = :lane and parked_at is null
            order by id limit 1""";

    private static final String WAITING = """
            select id from delivery force index (ix_delivery_lane) where organisation_id = :organisation
            and kind = :kind and lane = :lane and parked_at is null limit 1 for update""";

    private DeliveryRows() {}

    static void add(String kind, String lane, String payload, Instant now) {
        NativeSql.of("""
                        insert into delivery (organisation_id, kind, lane, payload, attempts, created_at)
                        values (:organisation, :kind, :lane, :payload, 0, :now)""")
                .set("kind", kind)
                .set("lane", lane)
                .set("payload", payload)
                .set("now", now)
                .update();
    }

    /** The first one of a lane that waits. */
    static Optional<Delivery> first(DeliveryLane lane) {
        return NativeSql.of(FIRST).set("kind", lane.kind()).set("lane", lane.lane()).list(Tuple.class).stream()
                .findFirst()
                .map(row -> new Delivery(number(row, "id"), lane.lane(), row.get("payload", String.class), (int)
                        number(row, "attempts")));
    }

    /** As it is now, not as it was when the transaction began. */
    static boolean waitsIn(String kind, String lane) {
        return !NativeSql.of(WAITING)
                .set("kind", kind)
                .set("lane", lane)
                .longs()
                .isEmpty();
    }

    static void remove(long id) {
        NativeSql.of("delete from delivery where organisation_id = :organisation and id = :id")
                .set("id", id)
                .update();
    }

    /** Notes that an attempt failed. */
    static void failed(long id, String problem, Instant now, boolean isParked) {
        NativeSql.of("""
                        update delivery set attempts = attempts + 1, problem = :problem, tried_at = :now,
                        parked_at = :parked where organisation_id = :organisation and id = :id""")
                .set("id", id)
                .set("problem", problem)
                .set("now", now)
                .set("parked", isParked ? now : null)
                .update();
    }

    static void unpark(long id) {
        NativeSql.of("""
                update delivery set attempts = 0, parked_at = null
                where organisation_id = :organisation and id = :id""").set("id", id).update();
    }

    static @Nullable DeliveryView view(long id) {
        return views(NativeSql.of(VIEW.formatted("id = :id")).set("id", id)).stream()
                .findFirst()
                .orElse(null);
    }

    static List<DeliveryView> page(@Nullable DeliveryState state, long after, int size) {
        var which = state == null
                ? ""
                : state == DeliveryState.PARKED ? " and parked_at is not null" : " and parked_at is null";
        return views(NativeSql.of(VIEW.formatted("id > :after" + which + " order by id limit :size"))
                .set("after", after)
                .set("size", size));
    }

    private static List<DeliveryView> views(NativeSql query) {
        return query.list(Tuple.class).stream()
                .map(row -> new DeliveryView(
                        number(row, "id"),
                        row.get("kind", String.class),
                        row.get("lane", String.class),
                        number(row, "is_parked") == 0 ? DeliveryState.WAITING : DeliveryState.PARKED,
                        (int) number(row, "attempts"),
                        row.get("problem", String.class),
                        requireNonNull(time(row, "created_micros")),
                        time(row, "tried_micros")))
                .toList();
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }

    private static @Nullable Instant time(Tuple row, String column) {
        var micros = row.get(column, Number.class);
        return micros == null ? null : Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
    }
}
