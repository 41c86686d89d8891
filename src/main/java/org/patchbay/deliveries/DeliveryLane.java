package org.patchbay.deliveries;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.NativeSql;

/**
 * A lane that has something to deliver. A worker takes it by counting its fence, holds it until it is due again, and
 * loses it to the next one: a former holder names a fence that is no longer the lane's, and changes nothing. To add to
 * a lane locks it until the commit, as does ending it, so that none ends with a delivery in it.
 */
record DeliveryLane(long organisation, String kind, String lane, long fence, boolean active) {

    private static final String OPEN = """
            insert into delivery_lane (organisation_id, kind, lane, due_at, fence)
            values (:organisation, :kind, :lane, :due, 0) on duplicate key update fence = fence""";

    private static final String DUE = """
            select l.organisation_id, l.kind, l.lane, l.fence, o.status from delivery_lane l
            straight_join organisation o on o.id = l.organisation_id
            where l.due_at <= :now order by l.due_at limit :limit""";

    private static final String IT = " where organisation_id = :organisation and kind = :kind and lane = :lane";

    /** Has somebody look into the lane at a time; one that is there keeps its own, as after a failure. */
    static void open(String kind, String lane, Instant dueAt) {
        NativeSql.of(OPEN).set("kind", kind).set("lane", lane).set("due", dueAt).update();
    }

    /** The lanes of all organisations that are due, read without a lock: only the first entries of the index. */
    static List<DeliveryLane> due(Instant now, int limit) {
        return NativeSql.everywhere(DUE).set("now", now).set("limit", limit).list(Tuple.class).stream()
                .map(row -> new DeliveryLane(
                        row.get("organisation_id", Number.class).longValue(),
                        row.get("kind", String.class),
                        row.get("lane", String.class),
                        row.get("fence", Number.class).longValue(),
                        "ACTIVE".equals(row.get("status", String.class))))
                .toList();
    }

    /** This lane, once its fence is counted. */
    DeliveryLane taken() {
        return new DeliveryLane(organisation, kind, lane, fence + 1, active);
    }

    /** @return whether it was due and nobody else took it */
    boolean take(Instant now, Instant until) {
        return statement("update delivery_lane set fence = fence + 1, due_at = :time" + IT
                                + " and fence = :fence and due_at <= :now")
                        .set("time", until)
                        .set("now", now)
                        .update()
                > 0;
    }

    /** @return whether it is still held; from then on until the commit it is locked */
    boolean dueAt(Instant time) {
        return statement("update delivery_lane set due_at = :time" + IT + " and fence = :fence")
                        .set("time", time)
                        .update()
                > 0;
    }

    void end() {
        statement("delete from delivery_lane" + IT + " and fence = :fence").update();
    }

    private NativeSql statement(String sql) {
        return NativeSql.of(sql).set("kind", kind).set("lane", lane).set("fence", fence);
    }
}
