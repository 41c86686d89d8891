package org.patchbay.drafts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import static java.util.function.Predicate.not;

/** A draft as it is stored. In SQL, because its key begins with the organisation. */
record DraftRow(
        long ticketId,
        String kind,
        String text,
        @Nullable Long replyTo,
        List<Long> attachmentIds,
        int version,
        Instant changedAt) {

    private static final String SELECT = """
            select ticket_id, kind, text, reply_to, attachment_ids, version,
            timestampdiff(microsecond, '1970-01-01', changed_at) micros
            from draft force index (primary) where organisation_id = :organisation and account_id = :account and\s""";

    static List<DraftRow> page(long account, long ticket, String kind, int size) {
        return rows(NativeSql.of(SELECT + """
                        ticket_id >= :ticket and (ticket_id > :ticket or kind > :kind)
                        order by ticket_id, kind limit :size""")
                .set("account", account)
                .set("ticket", ticket)
                .set("kind", kind)
                .set("size", size));
    }

    static List<DraftRow> ofTicket(long account, long ticket) {
        return rows(NativeSql.of(SELECT + "ticket_id = :ticket order by kind")
                .set("account", account)
                .set("ticket", ticket));
    }

    /** Keeps others from changing it meanwhile. */
    static Optional<DraftRow> locked(long account, long ticket, String kind) {
        return rows(NativeSql.of(SELECT + "ticket_id = :ticket and kind = :kind for update")
                        .set("account", account)
                        .set("ticket", ticket)
                        .set("kind", kind))
                .stream()
                .findFirst();
    }

    static long countOf(long account) {
        return NativeSql.of(
                        "select count(*) from draft where organisation_id = :organisation and account_id = :account")
                .set("account", account)
                .number();
    }

    /** @return false where another device made one at the same moment */
    static boolean insert(long account, long ticket, String kind, DraftRequest draft, int version) {
        var sql = """
                insert ignore into draft (organisation_id, account_id, ticket_id, kind, text, reply_to, attachment_ids,
                version, changed_at) values (:organisation, :account, :ticket, :kind, :text, :replyTo, :files,
                :version, :now)""";
        return written(sql, account, ticket, kind, draft, version) == 1;
    }

    static void update(long account, long ticket, String kind, DraftRequest draft, int version) {
        var sql = """
                update draft set text = :text, reply_to = :replyTo, attachment_ids = :files, version = :version,
                changed_at = :now where organisation_id = :organisation and account_id = :account
                and ticket_id = :ticket and kind = :kind""";
        written(sql, account, ticket, kind, draft, version);
    }

    private static int written(String sql, long account, long ticket, String kind, DraftRequest draft, int version) {
        return NativeSql.of(sql)
                .set("account", account)
                .set("ticket", ticket)
                .set("kind", kind)
                .set("text", draft.text())
                .set("replyTo", draft.replyTo())
                .set(
                        "files",
                        draft.attachmentIds().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .set("version", version)
                .set("now", Times.now())
                .update();
    }

    static void delete(long account, long ticket, String kind) {
        NativeSql.of("""
                        delete from draft where organisation_id = :organisation and account_id = :account
                        and ticket_id = :ticket and kind = :kind""")
                .set("account", account)
                .set("ticket", ticket)
                .set("kind", kind)
                .update();
    }

    static void deleteOfTicket(long ticket) {
        NativeSql.of("delete from draft where organisation_id = :organisation and ticket_id = :ticket")
                .set("ticket", ticket)
                .update();
    }

    private static List<DraftRow> rows(NativeSql query) {
        return query.list(Tuple.class).stream().map(DraftRow::of).toList();
    }

    private static DraftRow of(Tuple row) {
        var replyTo = row.get("reply_to", Number.class);
        return new DraftRow(
                row.get("ticket_id", Number.class).longValue(),
                row.get("kind", String.class),
                row.get("text", String.class),
                replyTo == null ? null : Long.valueOf(replyTo.longValue()),
                Arrays.stream(row.get("attachment_ids", String.class).split(","))
                        .filter(not(String::isEmpty))
                        .map(Long::valueOf)
                        .toList(),
                row.get("version", Number.class).intValue(),
                Instant.EPOCH.plus(row.get("micros", Number.class).longValue(), ChronoUnit.MICROS));
    }
}
