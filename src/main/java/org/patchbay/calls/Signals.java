package org.patchbay.calls;

import java.util.List;

import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.NativeSql;

/** The signals of devices to each other, in the database until the call is over. */
final class Signals {

    private static final String TO = """
            select number, from_leg_id, type, body from call_signal force index (primary)
            where organisation_id = :organisation and call_id = :call and number > :after
            and to_leg_id = :leg order by number""";

    private Signals() {}

    /** Adds one to a call, which the caller has locked. */
    static void add(Call call, long from, long to, SignalType type, String body) {
        NativeSql.of("""
                        insert into call_signal (organisation_id, call_id, number, from_leg_id, to_leg_id, type, body)
                        values (:organisation, :call, :number, :from, :to, :type, :body)""")
                .set("call", call.id)
                .set("number", call.nextSignal())
                .set("from", from)
                .set("to", to)
                .set("type", type.name())
                .set("body", body)
                .update();
    }

    /** Those to a leg after a number, in their order. */
    static List<SignalView> to(long call, long leg, long after) {
        return NativeSql.of(TO).set("call", call).set("leg", leg).set("after", after).list(Tuple.class).stream()
                .map(row -> new SignalView(
                        row.get("number", Number.class).longValue(),
                        row.get("from_leg_id", Number.class).longValue(),
                        SignalType.valueOf(row.get("type", String.class)),
                        row.get("body", String.class)))
                .toList();
    }

    static void deleteOf(long call) {
        NativeSql.of("delete from call_signal where organisation_id = :organisation and call_id = :call")
                .set("call", call)
                .update();
    }
}
