package org.patchbay.conversations;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.patchbay.events.AppendedEvent;
import org.patchbay.events.NewEvent;

/**
 * Words of one person about a ticket, with a line of its history. The row is never removed; erasure and {@link Removal}
 * take the text. They are written when the line is, at the end of the transaction, and have a number in their
 * conversation from then on.
 */
public final class Message {

    static final List<String> COLUMNS = List.of(
            "conversation_id",
            "number",
            "ticket_id",
            "event_number",
            "audience",
            "author_id",
            "author_name",
            "by_customer",
            "by_bot",
            "client_id",
            "reply_to",
            "text",
            "kind",
            "content",
            "at");

    private final Matter matter;
    private final AppendedEvent event;
    private final Audience audience;
    private final Author author;
    private final Words words;
    private final Instant at;
    private long number;

    /**
     * The ticket that is spoken of.
     *
     * @param conversationId the ticket's own id, unless it continues what was said about another
     */
    public record Matter(long conversationId, long ticketId, long customerId) {}

    /**
     * Somebody, as they are called now.
     *
     * @param isBot whether it is another system that speaks
     */
    public record Author(NewEvent.By account, boolean isCustomer, boolean isBot) {

        /** No account has its number. */
        public static final Author SYSTEM = new Author(new NewEvent.By(0, null), false, false);
    }

    /**
     * A text that somebody says.
     *
     * @param clientId by which its author tells a repetition; null where a step is taken with it
     * @param replyTo the number of the message that it answers; null for none
     * @param attachments the ids of files that go with it
     * @param mentions the accounts of colleagues who are told of it
     */
    public record Words(
            String text,
            MessageKind kind,
            MessageContent content,
            @Nullable String clientId,
            @Nullable Long replyTo,
            List<Long> attachments,
            List<Long> mentions) {

        /** Those that are said with a step. */
        public static Words with(String text) {
            return new Words(text, MessageKind.TEXT, MessageContent.NONE, null, null, List.of(), List.of());
        }

        /** Those that begin a ticket, with their files. */
        public static Words with(String text, List<Long> attachments) {
            return new Words(text, MessageKind.TEXT, MessageContent.NONE, null, null, attachments, List.of());
        }

        /** An answer to a message: its author gives it once, because its id is always the same. */
        static Words answering(long number, String text, Map<String, String> answer) {
            var content = new MessageContent(List.of(), List.of(), new TreeMap<>(answer));
            return new Words(text, MessageKind.ANSWER, content, "answer/" + number, number, List.of(), List.of());
        }

        /**
         * Those that were meant for a conversation, and go to the one in which it goes on. They answer nothing there.
         */
        Words movedFrom(long conversation) {
            boolean answers = kind == MessageKind.ANSWER && replyTo != null;
            var id = answers ? "moved/" + conversation + "/" + replyTo : clientId;
            return new Words(text, kind, content, id, null, attachments, mentions);
        }

        /** Those of the system. */
        public static Words ofSystem(MessageKind kind, String text) {
            return new Words(text, kind, MessageContent.NONE, null, null, List.of(), List.of());
        }
    }

    Message(Matter matter, AppendedEvent event, Audience audience, Author author, Words words, Instant at) {
        this.matter = matter;
        this.event = event;
        this.audience = audience;
        this.author = author;
        this.words = words;
        this.at = at;
    }

    /**
     * Its number in the conversation.
     *
     * @throws IllegalStateException before it is written
     */
    public long number() {
        if (number == 0) {
            throw new IllegalStateException("The message has no number yet");
        }
        return number;
    }

    void number(long given) {
        number = given;
    }

    Matter matter() {
        return matter;
    }

    Author author() {
        return author;
    }

    /** When it was said. */
    public Instant at() {
        return at;
    }

    boolean isPublic() {
        return audience == Audience.PUBLIC;
    }

    /** Whether it was said for its own sake, and not with a step. */
    boolean isSaidAlone() {
        return words.clientId != null;
    }

    List<Long> attachments() {
        return words.attachments;
    }

    List<Long> mentions() {
        return words.mentions;
    }

    List<?> row() {
        return Arrays.asList(
                matter.conversationId,
                number,
                matter.ticketId,
                event.number(),
                audience,
                author.account.id(),
                author.account.name(),
                author.isCustomer,
                author.isBot,
                words.clientId,
                words.replyTo,
                words.text,
                words.kind,
                words.content.column(),
                at);
    }

    MessageView view() {
        return new MessageView(
                matter.conversationId,
                number(),
                matter.ticketId,
                words.kind,
                audience,
                new MessageView.AuthorView(author.account.id(), author.account.name(), author.isCustomer, author.isBot),
                words.clientId,
                words.replyTo,
                words.text,
                words.content.choices(),
                words.content.form(),
                words.content.answer(),
                List.of(),
                at,
                null);
    }
}
