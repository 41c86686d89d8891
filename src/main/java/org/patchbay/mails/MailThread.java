package org.patchbay.mails;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.NativeSql;

/**
 * The mails that were sent about a conversation.
 *
 * @param messageIds in the order of their sending
 * @param toldUpTo the last message of staff that one of them told; 0 for none
 */
record MailThread(List<String> messageIds, long toldUpTo) {

    /** As many of the first and of the last ones are referred to: a header has an end. */
    private static final int MOST_AT_EACH_END = 20;

    static MailThread of(long conversation) {
        var rows = NativeSql.of("""
                select message_id, told_up_to from mail force index (primary)
                where organisation_id = :organisation and conversation_id = :conversation
                order by delivery_id""").set("conversation", conversation).list(Tuple.class);
        return new MailThread(
                rows.stream().map(row -> row.get("message_id", String.class)).toList(),
                rows.stream()
                        .mapToLong(row -> row.get("told_up_to", Number.class).longValue())
                        .max()
                        .orElse(0));
    }

    /** When the last mail about unread answers was sent; empty where none was. */
    static Optional<Instant> lastUnread(long conversation) {
        return NativeSql.of("""
                        select timestampdiff(microsecond, '1970-01-01', sent_at) from mail force index (primary)
                        where organisation_id = :organisation and conversation_id = :conversation and kind = 'UNREAD'
                        order by delivery_id desc limit 1""").set("conversation", conversation).longs().stream()
                .findFirst()
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** As a header has them, in lines that every server takes. */
    String references() {
        int size = messageIds.size();
        var some = size <= 2 * MOST_AT_EACH_END
                ? messageIds
                : Stream.concat(
                                messageIds.subList(0, MOST_AT_EACH_END).stream(),
                                messageIds.subList(size - MOST_AT_EACH_END, size).stream())
                        .toList();
        return String.join("\r\n ", some);
    }

    static void sent(long conversation, long delivery, MailKind kind, String messageId, long toldUpTo, Instant at) {
        NativeSql.of("""
                        insert into mail (organisation_id, conversation_id, delivery_id, kind, message_id, told_up_to,
                        sent_at) values (:organisation, :conversation, :delivery, :kind, :message, :told, :at)""")
                .set("conversation", conversation)
                .set("delivery", delivery)
                .set("kind", kind.name())
                .set("message", messageId)
                .set("told", toldUpTo)
                .set("at", at)
                .update();
    }
}
