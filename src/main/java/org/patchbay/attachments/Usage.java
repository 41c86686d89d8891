package org.patchbay.attachments;

import org.patchbay.shared.tenancy.NativeSql;

/** How many bytes all files of an organisation take. The sum is kept: to add them up would cost with their number. */
final class Usage {

    private Usage() {}

    /** @return whether there was room: so many bytes are taken now */
    static boolean take(long bytes, long most) {
        return bytes <= most && (add(bytes, most) || begin() && add(bytes, most));
    }

    private static boolean add(long bytes, long most) {
        var sql = """
                update attachment_usage set bytes = bytes + :bytes
                where organisation_id = :organisation and bytes <= :room""";
        return NativeSql.of(sql).set("bytes", bytes).set("room", most - bytes).update() == 1;
    }

    /** Of two who begin at once one finds the other's row. */
    private static boolean begin() {
        return NativeSql.of("insert ignore into attachment_usage (organisation_id, bytes) values (:organisation, 0)")
                        .update()
                == 1;
    }

    static void giveBack(long bytes) {
        NativeSql.of("update attachment_usage set bytes = bytes - :bytes where organisation_id = :organisation")
                .set("bytes", bytes)
                .update();
    }
}
