package org.patchbay.calls.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.engine.JanusClient.Handle;
import org.patchbay.calls.engine.MediaServer.LostRoom;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

/**
 * A connection of a device with Janus. Its row is there before the connection is made, so of several who would make it
 * one does. All of this needs a transaction.
 *
 * @param leg the device's
 * @param of the leg that is heard by it; {@link #SENT} for what the device sends
 * @param isAbandoned whether whoever was to make it is gone
 * @param handle null while it is being made
 * @param feed by which others hear what the device sends; null with all others
 */
record JanusLine(
        long leg,
        long of,
        String node,
        boolean isAbandoned,
        @Nullable Handle handle,
        @Nullable Long feed) {

    static final long SENT = 0;

    private static final String OF_CALL = """
            select leg_id, of_leg_id, node, session_id, handle_id, feed_id,
            case when session_id is null and made_at < :longAgo then 1 else 0 end as abandoned
            from media_line force index (primary)
            where organisation_id = :organisation and call_id = :call
            order by leg_id, of_leg_id""";

    private static final String ALL = """
            select organisation_id, call_id, leg_id, of_leg_id, node, session_id from media_line
            where session_id is not null order by organisation_id, call_id, of_leg_id""";

    private static final String FORGET = """
            delete from media_line
            where organisation_id = :organisation and call_id = :call and node = :node""";

    /** A replica that has not made it by then is gone. */
    private static final Duration MAKING = Duration.ofSeconds(15);

    /** A line of all organisations. */
    record Known(LostRoom room, long leg, long of, long session) {

        boolean isSent() {
            return of == SENT;
        }
    }

    boolean isSent() {
        return of == SENT;
    }

    /** Whether the device can be heard by it. */
    boolean isHeard() {
        return isSent() && feed != null;
    }

    static List<JanusLine> ofCall(long call) {
        return NativeSql.of(OF_CALL)
                .set("call", call)
                .set("longAgo", Times.now().minus(MAKING))
                .list(Tuple.class)
                .stream()
                .map(JanusLine::of)
                .toList();
    }

    private static JanusLine of(Tuple row) {
        var node = row.get("node", String.class);
        var session = number(row, "session_id");
        var handle = number(row, "handle_id");
        return new JanusLine(
                row.get("leg_id", Number.class).longValue(),
                row.get("of_leg_id", Number.class).longValue(),
                node,
                row.get("abandoned", Number.class).intValue() == 1,
                session == null || handle == null ? null : new Handle(node, session, handle),
                number(row, "feed_id"));
    }

    private static @Nullable Long number(Tuple row, String column) {
        var number = row.get(column, Number.class);
        return number == null ? null : number.longValue();
    }

    /** Whether the caller is the one who is to make it. */
    static boolean claim(MediaRoom room, long leg, long of) {
        return NativeSql.of("""
                        insert ignore into media_line (organisation_id, call_id, leg_id, of_leg_id, node, made_at)
                        values (:organisation, :call, :leg, :of, :node, :now)""")
                        .set("call", room.callId())
                        .set("leg", leg)
                        .set("of", of)
                        .set("node", room.node())
                        .set("now", Times.now())
                        .update()
                == 1;
    }

    /** Keeps what was made of a claim; false where it was taken back meanwhile. */
    static boolean made(long call, long leg, long of, Handle handle, @Nullable Long feed) {
        return NativeSql.of("""
                        update media_line set session_id = :session, handle_id = :handle, feed_id = :feed
                        where organisation_id = :organisation and call_id = :call
                        and leg_id = :leg and of_leg_id = :of and session_id is null""")
                        .set("call", call)
                        .set("leg", leg)
                        .set("of", of)
                        .set("session", handle.session())
                        .set("handle", handle.id())
                        .set("feed", feed)
                        .update()
                == 1;
    }

    /** Removes it; false where somebody else did. */
    boolean remove(long call) {
        return remove(call, leg, of, handle == null ? null : handle.session());
    }

    /** Takes a claim back. */
    static void unclaim(long call, long leg, long of) {
        remove(call, leg, of, null);
    }

    private static boolean remove(long call, long leg, long of, @Nullable Long session) {
        return NativeSql.of("""
                        delete from media_line
                        where organisation_id = :organisation and call_id = :call
                        and leg_id = :leg and of_leg_id = :of and session_id <=> :session""")
                        .set("call", call)
                        .set("leg", leg)
                        .set("of", of)
                        .set("session", session)
                        .update()
                == 1;
    }

    static void forget(LostRoom lost) {
        NativeSql.of(FORGET).set("call", lost.callId()).set("node", lost.node()).update();
    }

    /** Of all organisations; of each room, those by which devices send come first. */
    static List<Known> all() {
        return NativeSql.everywhere(ALL).list(Tuple.class).stream()
                .map(row -> new Known(
                        new LostRoom(
                                row.get("organisation_id", Number.class).longValue(),
                                row.get("call_id", Number.class).longValue(),
                                row.get("node", String.class)),
                        row.get("leg_id", Number.class).longValue(),
                        row.get("of_leg_id", Number.class).longValue(),
                        row.get("session_id", Number.class).longValue()))
                .toList();
    }

    /** How many lines each node has. */
    static Map<String, Long> load() {
        return NativeSql.everywhere("select node, count(*) as lines_there from media_line group by node")
                .list(Tuple.class)
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("node", String.class),
                        row -> row.get("lines_there", Number.class).longValue()));
    }
}
