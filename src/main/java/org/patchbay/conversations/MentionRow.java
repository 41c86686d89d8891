package org.patchbay.conversations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.MultiRowSql;
import org.patchbay.shared.tenancy.NativeSql;

/** A mention as it is stored. In SQL, because its key begins with the organisation. */
record MentionRow(long conversation, long number, Instant at, boolean read) {

    private static final List<String> COLUMNS = List.of("account_id", "conversation_id", "message_number", "at");

    private static final String SELECT = """
            select m.conversation_id, m.message_number, timestampdiff(microsecond, '1970-01-01', m.at) micros,
            case when p.read_up_to >= m.message_number then 1 else 0 end is_read
            from mention m force index (ix_mention_at) left join participant p force index (primary)
            on p.organisation_id = m.organisation_id and p.conversation_id = m.conversation_id
            and p.account_id = m.account_id
            where m.organisation_id = :organisation and m.account_id = :account and\s""";

    /** Writes those of messages that have their numbers. */
    static void insert(long organisation, Collection<Message> messages) {
        var rows = new ArrayList<List<?>>();
        messages.forEach(message -> message.mentions()
                .forEach(account ->
                        rows.add(List.of(account, message.matter().conversationId(), message.number(), message.at()))));
        MultiRowSql.insert(organisation, "mention", COLUMNS, rows);
    }

    /** The latest first. */
    static List<MentionRow> before(long account, Instant at, long conversation, long number, int size) {
        return rows(NativeSql.of(SELECT + """
                        m.at <= :at and (m.at < :at or m.conversation_id < :conversation
                        or m.conversation_id = :conversation and m.message_number < :number)
                        order by m.at desc, m.conversation_id desc, m.message_number desc limit :size""")
                .set("account", account)
                .set("at", at)
                .set("conversation", conversation)
                .set("number", number)
                .set("size", size));
    }

    /** The latest of those that are not read. */
    static List<MentionRow> unread(long account, int size) {
        return rows(NativeSql.of(SELECT + """
                        (p.read_up_to is null or p.read_up_to < m.message_number)
                        order by m.at desc limit :size""").set("account", account).set("size", size));
    }

    private static List<MentionRow> rows(NativeSql query) {
        return query.list(Tuple.class).stream()
                .map(row -> new MentionRow(
                        row.get("conversation_id", Number.class).longValue(),
                        row.get("message_number", Number.class).longValue(),
                        Instant.EPOCH.plus(row.get("micros", Number.class).longValue(), ChronoUnit.MICROS),
                        row.get("is_read", Number.class).intValue() == 1))
                .toList();
    }
}
