package org.patchbay.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.Attachments;
import org.patchbay.shared.tenancy.MultiRowSql;

import static java.util.Objects.requireNonNull;

/**
 * The messages of one transaction, and their way into the tables. Each conversation counts its messages, so the number
 * of the first one here is known when the conversation's row is locked.
 */
final class PendingMessages implements Runnable {

    private static final List<String> CONVERSATION = List.of(
            "id", "customer_id", "ticket_id", "last_number", "last_public_number", "last_at", "unanswered_since");

    /** MySQL sets one column after the other: {@code last_number} is that of before until its own turn. */
    private static final String GOES_ON = """
            unanswered_since = case when values(last_public_number) = 0 then unanswered_since
            when values(unanswered_since) is null then null
            else coalesce(unanswered_since, values(unanswered_since)) end,
            last_public_number = if(values(last_public_number) = 0, last_public_number,
            last_number + values(last_public_number)),
            last_number = last_number + values(last_number),
            ticket_id = values(ticket_id), last_at = values(last_at)""";

    private static final List<String> PARTICIPANT = List.of(
            "conversation_id",
            "account_id",
            "name",
            "is_customer",
            "is_bot",
            "wrote_publicly",
            "read_up_to",
            "delivered_up_to");

    private static final String READS_ON = """
            name = values(name), wrote_publicly = wrote_publicly or values(wrote_publicly),
            read_up_to = greatest(read_up_to, values(read_up_to)),
            delivered_up_to = greatest(delivered_up_to, values(delivered_up_to))""";

    private final long organisation;
    private final List<Message> messages = new ArrayList<>();

    /** The messages of one conversation. */
    private record Part(List<Message> messages) {

        List<?> row() {
            var last = messages.getLast();
            return Arrays.asList(
                    last.matter().conversationId(),
                    last.matter().customerId(),
                    last.matter().ticketId(),
                    messages.size(),
                    lastPublic(),
                    last.at(),
                    unansweredSince());
        }

        /** Counted from 1; 0 for none. */
        private int lastPublic() {
            int last = messages.size();
            while (last > 0 && !messages.get(last - 1).isPublic()) {
                last--;
            }
            return last;
        }

        private @Nullable Instant unansweredSince() {
            Instant since = null;
            for (var message : messages) {
                if (message.isPublic()) {
                    since = message.author().isCustomer() ? (since == null ? message.at() : since) : null;
                }
            }
            return since;
        }

        void number(long last) {
            long number = last - messages.size();
            for (var message : messages) {
                message.number(++number);
            }
        }
    }

    PendingMessages(long organisation) {
        this.organisation = organisation;
    }

    void add(Message message) {
        messages.add(message);
    }

    @Override
    public void run() {
        var parts = new LinkedHashMap<Long, Part>();
        messages.forEach(
                message -> parts.computeIfAbsent(message.matter().conversationId(), id -> new Part(new ArrayList<>()))
                        .messages
                        .add(message));
        number(parts);
        MultiRowSql.insert(
                organisation,
                "message",
                Message.COLUMNS,
                messages.stream().<List<?>>map(Message::row).toList());
        messages.forEach(message ->
                Attachments.said(message.attachments(), message.matter().conversationId(), message.number()));
        MentionRow.insert(organisation, messages);
        var said = messages.stream().filter(Message::isSaidAlone).toList();
        MultiRowSql.insertOrUpdate(
                organisation,
                "participant",
                PARTICIPANT,
                said.stream().<List<?>>map(PendingMessages::reads).toList(),
                READS_ON);
    }

    private void number(Map<Long, Part> parts) {
        int changed = MultiRowSql.insertOrUpdate(
                organisation,
                "conversation",
                CONVERSATION,
                parts.values().stream().<List<?>>map(Part::row).toList(),
                GOES_ON);
        if (changed == parts.size()) {
            // MySQL counts a row that was there already twice, so all of them are new.
            parts.values().forEach(part -> part.number(part.messages.size()));
        } else {
            var last = ConversationRows.lastNumbers(organisation, parts.keySet());
            parts.forEach((id, part) -> part.number(requireNonNull(last.get(id))));
        }
    }

    /** Nobody has a message to read that is their own. */
    private static List<?> reads(Message message) {
        var author = message.author();
        return Arrays.asList(
                message.matter().conversationId(),
                author.account().id(),
                author.account().name(),
                author.isCustomer(),
                author.isBot(),
                message.isPublic(),
                message.number(),
                message.number());
    }
}
