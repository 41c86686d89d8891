package org.patchbay.conversations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import static java.util.Objects.requireNonNull;

/**
 * The tables of conversations, as they are read. In SQL, because their keys begin with the organisation, and Hibernate
 * allows no tenant column in a key.
 */
final class ConversationRows {

    private static final String CONVERSATION = """
            select id, customer_id, ticket_id, last_number, last_public_number,
            timestampdiff(microsecond, '1970-01-01', last_at) last_micros,
            timestampdiff(microsecond, '1970-01-01', unanswered_since) unanswered_micros
            from conversation %s where organisation_id = :organisation and %s""";

    private static final String MESSAGE = """
            select conversation_id, number, ticket_id, audience, author_id, author_name, by_customer, by_bot, client_id,
            reply_to, text, kind, content, timestampdiff(microsecond, '1970-01-01', at) micros,
            timestampdiff(microsecond, '1970-01-01', removed_at) removed_micros
            from message %s where organisation_id = :organisation and conversation_id = :conversation and %s""";

    /** One is numbered only in a range of the key, whatever its length. */
    private static final String SEEN = "ticket_id in (:tickets) and audience in (:audiences)";

    private static final String ANSWERS = """
            number > :number and audience = 'PUBLIC' and not by_customer and text is not null
            order by number desc limit :size""";

    private static final String TOLD = """
            audience = 'PUBLIC' and text is not null order by number desc limit :size""";

    private static final String REPEATED = """
            select conversation_id, author_id, client_id from message force index (uk_message_client)
            where organisation_id = :organisation and conversation_id in (:conversations)
            and author_id in (:authors) and client_id in (:clients)""";

    private static final String LAST_NUMBERS = """
            select id, last_number from conversation force index (primary)
            where organisation_id = :organisation and id in (:conversations)""";

    private static final String LAST_PUBLIC = """
            select m.by_customer, timestampdiff(microsecond, '1970-01-01', m.at) micros
            from conversation c force index (primary)
            straight_join message m force index (primary) on m.organisation_id = c.organisation_id
            and m.conversation_id = c.id and m.number = c.last_public_number
            where c.organisation_id = :organisation and c.id = :conversation""";

    private static final String PARTICIPANTS = """
            select conversation_id, account_id, name, is_customer, is_bot, read_up_to, delivered_up_to
            from participant force index (primary)
            where organisation_id = :organisation and conversation_id in (:conversations)
            and (is_customer or wrote_publicly or :all)
            order by conversation_id, is_customer desc, name""";

    private static final String READ_BY_CUSTOMER = """
            select coalesce(max(read_up_to), 0) from participant force index (primary)
            where organisation_id = :organisation and conversation_id = :conversation and is_customer""";

    private static final String OF_TICKETS = """
            select conversation_id, number from message force index (ix_message_ticket)
            where organisation_id = :organisation and ticket_id in (:tickets)""";

    private static final String ERASE_AUTHORS = """
            update message force index (ix_message_ticket) set author_name = null
            where organisation_id = :organisation and ticket_id in (:tickets) and author_id in (:accounts)""";

    private static final String ERASE_PARTICIPANTS = """
            update participant set name = null where organisation_id = :organisation
            and conversation_id in (select m.conversation_id from message m force index (ix_message_ticket)
            where m.organisation_id = :organisation and m.ticket_id in (:tickets))
            and account_id in (:accounts)""";

    private static final String GIVE = """
            update conversation force index (primary) set customer_id = :to
            where organisation_id = :organisation and id in (:conversations) and customer_id = :from""";

    private static final String IDS = """
            select id from conversation force index (ix_conversation_customer)
            where organisation_id = :organisation and customer_id = :customer""";

    private ConversationRows() {}

    /**
     * A conversation.
     *
     * @param lastPublicNumber of the last message that the customer may read; 0 for none
     */
    record Conversation(
            long id,
            long customerId,
            long ticketId,
            long lastNumber,
            long lastPublicNumber,
            Instant lastAt,
            @Nullable Instant unansweredSince) {

        private static Conversation of(Tuple row) {
            return new Conversation(
                    number(row, "id"),
                    number(row, "customer_id"),
                    number(row, "ticket_id"),
                    number(row, "last_number"),
                    number(row, "last_public_number"),
                    requireNonNull(time(row, "last_micros")),
                    time(row, "unanswered_micros"));
        }
    }

    /** A message, as its author tells it from others. */
    record Repetition(
            long conversation, long author, @Nullable String clientId) {

        static Repetition of(Saying saying) {
            return new Repetition(
                    saying.conversation(),
                    saying.actor().accountId(),
                    saying.words().clientId());
        }
    }

    static Optional<Conversation> find(long id) {
        return NativeSql.of(CONVERSATION.formatted("force index (primary)", "id = :id"))
                .set("id", id)
                .list(Tuple.class)
                .stream()
                .map(Conversation::of)
                .findFirst();
    }

    /**
     * The one of which was spoken last comes first.
     *
     * @param at of the last one of the page before, with its id
     */
    static List<Conversation> ofCustomer(long customer, Instant at, long id, int size) {
        return NativeSql.of(CONVERSATION.formatted("force index (ix_conversation_customer)", """
                        customer_id = :customer and last_at <= :at and (last_at < :at or id < :id)
                        order by last_at desc, id desc limit :size"""))
                .set("customer", customer)
                .set("at", at)
                .set("id", id)
                .set("size", size)
                .list(Tuple.class)
                .stream()
                .map(Conversation::of)
                .toList();
    }

    static Map<Long, Long> lastNumbers(long organisation, Collection<Long> conversations) {
        return NativeSql.in(organisation, LAST_NUMBERS).set("conversations", conversations).list(Tuple.class).stream()
                .collect(Collectors.toMap(row -> number(row, "id"), row -> number(row, "last_number")));
    }

    /** The next ones after a number, in their order. */
    static List<MessageView> after(ReadableMessages readable, long number, int size) {
        return views(readable.query(MESSAGE.formatted(
                        "force index (primary)", "number > :number and " + SEEN + " order by number limit :size"))
                .set("number", number)
                .set("size", size));
    }

    /** The last ones before a number, in their order. */
    static List<MessageView> before(ReadableMessages readable, long number, int size) {
        return views(readable.query(MESSAGE.formatted(
                                "force index (primary)",
                                "number < :number and " + SEEN + " order by number desc limit :size"))
                        .set("number", number)
                        .set("size", size))
                .reversed();
    }

    /** The last ones of staff to the customer after a number, in their order. */
    static List<MessageView> answersAfter(long conversation, long number, int size) {
        return views(NativeSql.of(MESSAGE.formatted("force index (primary)", ANSWERS))
                        .set("conversation", conversation)
                        .set("number", number)
                        .set("size", size))
                .reversed();
    }

    /** The last ones that the customer may read, in their order. */
    static List<MessageView> toldCustomer(long conversation, int size) {
        return views(NativeSql.of(MESSAGE.formatted("force index (primary)", TOLD))
                        .set("conversation", conversation)
                        .set("size", size))
                .reversed();
    }

    /** Up to where the customer has read; 0 for nowhere. */
    static long readByCustomer(long conversation) {
        return NativeSql.of(READ_BY_CUSTOMER).set("conversation", conversation).number();
    }

    static Optional<MessageView> ofClient(long conversation, long author, String clientId) {
        return views(NativeSql.of(MESSAGE.formatted(
                                "force index (uk_message_client)", "author_id = :author and client_id = :client"))
                        .set("conversation", conversation)
                        .set("author", author)
                        .set("client", clientId))
                .stream()
                .findFirst();
    }

    /** Those that were said before. */
    static Set<Repetition> repeated(Collection<Saying> sayings) {
        return NativeSql.of(REPEATED)
                .set("conversations", sayings.stream().map(Saying::conversation).toList())
                .set(
                        "authors",
                        sayings.stream()
                                .map(saying -> saying.actor().accountId())
                                .toList())
                .set(
                        "clients",
                        sayings.stream()
                                .map(saying -> saying.words().clientId())
                                .toList())
                .list(Tuple.class)
                .stream()
                .map(row -> new Repetition(
                        number(row, "conversation_id"), number(row, "author_id"), row.get("client_id", String.class)))
                .collect(Collectors.toSet());
    }

    /** When the customer was left to answer: the time of the last public message, where staff or we wrote it. */
    static Optional<Instant> turnOfCustomer(long conversation) {
        return NativeSql.of(LAST_PUBLIC).set("conversation", conversation).list(Tuple.class).stream()
                .filter(row -> !isTrue(row, "by_customer"))
                .map(row -> requireNonNull(time(row, "micros")))
                .findFirst();
    }

    static boolean exists(ReadableMessages readable, long number) {
        return message(readable, number).isPresent();
    }

    static Optional<MessageView> message(ReadableMessages readable, long number) {
        return after(readable, number - 1, 1).stream()
                .filter(message -> message.number() == number)
                .findFirst();
    }

    /** The number of the line of history that a message was said with. */
    static long eventOf(long conversation, long number) {
        return NativeSql.of("""
                        select event_number from message force index (primary) where organisation_id = :organisation
                        and conversation_id = :conversation and number = :number""")
                .set("conversation", conversation)
                .set("number", number)
                .number();
    }

    /** @return whether there were words */
    static boolean removeText(long conversation, long number) {
        return NativeSql.of("""
                                update message force index (primary) set text = null, content = null, removed_at = :now
                                where organisation_id = :organisation and conversation_id = :conversation
                                and number = :number and text is not null""")
                        .set("conversation", conversation)
                        .set("number", number)
                        .set("now", Times.now())
                        .update()
                == 1;
    }

    static void fileRemoved(long conversation, long number) {
        NativeSql.of("""
                        update message force index (primary) set removed_at = :now where organisation_id = :organisation
                        and conversation_id = :conversation and number = :number""")
                .set("conversation", conversation)
                .set("number", number)
                .set("now", Times.now())
                .update();
    }

    /**
     * Those who take part in conversations, by their ids.
     *
     * @param all also staff of whom the customer has not heard
     */
    static Map<Long, List<ParticipantView>> participants(Collection<Long> conversations, boolean all) {
        return conversations.isEmpty()
                ? Map.of()
                : NativeSql.of(PARTICIPANTS)
                        .set("conversations", conversations)
                        .set("all", all)
                        .list(Tuple.class)
                        .stream()
                        .collect(Collectors.groupingBy(
                                row -> number(row, "conversation_id"),
                                Collectors.mapping(ConversationRows::participant, Collectors.toList())));
    }

    private static ParticipantView participant(Tuple row) {
        return new ParticipantView(
                number(row, "account_id"),
                row.get("name", String.class),
                isTrue(row, "is_customer"),
                isTrue(row, "is_bot"),
                number(row, "read_up_to"),
                number(row, "delivered_up_to"));
    }

    /** Positions go forward only, and to no message that is not there. */
    static void moves(long conversation, Actor reader, long readUpTo, long deliveredUpTo) {
        NativeSql.of("""
                        insert into participant (organisation_id, conversation_id, account_id, name, is_customer,
                        is_bot, wrote_publicly, read_up_to, delivered_up_to)
                        select c.organisation_id, c.id, :account, :name, :customer, :bot, false,
                        least(:read, c.last_number), least(:delivered, c.last_number)
                        from conversation c force index (primary)
                        where c.organisation_id = :organisation and c.id = :conversation
                        on duplicate key update name = values(name),
                        read_up_to = greatest(read_up_to, values(read_up_to)),
                        delivered_up_to = greatest(delivered_up_to, values(delivered_up_to))""")
                .set("conversation", conversation)
                .set("account", reader.accountId())
                .set("name", reader.name())
                .set("customer", reader.isOnlyCustomer())
                .set("bot", reader.isProgram())
                .set("read", readUpTo)
                .set("delivered", Math.max(readUpTo, deliveredUpTo))
                .update();
    }

    static Map<Long, String> textsOf(Collection<Long> events, Set<Audience> audiences) {
        return NativeSql.of("""
                        select event_number, text from message force index (uk_message_event)
                        where organisation_id = :organisation
                        and event_number in (:events) and audience in (:audiences) and text is not null""")
                .set("events", events)
                .set("audiences", audiences.stream().map(Audience::name).toList())
                .list(Tuple.class)
                .stream()
                .collect(Collectors.toMap(row -> number(row, "event_number"), row -> row.get("text", String.class)));
    }

    /** The numbers of messages about tickets, by their conversations. */
    static Map<Long, Set<Long>> numbersOf(Collection<Long> tickets) {
        return NativeSql.of(OF_TICKETS).set("tickets", tickets).list(Tuple.class).stream()
                .collect(Collectors.groupingBy(
                        row -> number(row, "conversation_id"),
                        Collectors.mapping(row -> number(row, "number"), Collectors.toSet())));
    }

    static void eraseTexts(Collection<Long> tickets) {
        NativeSql.of("""
                update message force index (ix_message_ticket) set text = null, client_id = null, content = null
                where organisation_id = :organisation and ticket_id in (:tickets)""").set("tickets", tickets).update();
    }

    static void eraseNames(Collection<Long> tickets, Collection<Long> accounts) {
        for (var sql : List.of(ERASE_AUTHORS, ERASE_PARTICIPANTS)) {
            NativeSql.of(sql).set("tickets", tickets).set("accounts", accounts).update();
        }
    }

    static List<Long> idsOf(long customer) {
        return NativeSql.of(IDS).set("customer", customer).longs();
    }

    static void give(List<Long> conversations, long from, long to) {
        NativeSql.of(GIVE)
                .set("conversations", conversations)
                .set("from", from)
                .set("to", to)
                .update();
    }

    private static List<MessageView> views(NativeSql query) {
        return query.list(Tuple.class).stream().map(ConversationRows::view).toList();
    }

    private static MessageView view(Tuple row) {
        var content = MessageContent.ofColumn(row.get("content", String.class));
        return new MessageView(
                number(row, "conversation_id"),
                number(row, "number"),
                number(row, "ticket_id"),
                MessageKind.valueOf(row.get("kind", String.class)),
                Audience.valueOf(row.get("audience", String.class)),
                new MessageView.AuthorView(
                        number(row, "author_id"),
                        row.get("author_name", String.class),
                        isTrue(row, "by_customer"),
                        isTrue(row, "by_bot")),
                row.get("client_id", String.class),
                value(row, "reply_to"),
                row.get("text", String.class),
                content.choices(),
                content.form(),
                content.answer(),
                List.of(),
                requireNonNull(time(row, "micros")),
                time(row, "removed_micros"));
    }

    private static long number(Tuple row, String column) {
        return requireNonNull(value(row, column));
    }

    private static @Nullable Long value(Tuple row, String column) {
        var number = row.get(column, Number.class);
        return number == null ? null : number.longValue();
    }

    private static boolean isTrue(Tuple row, String column) {
        var value = row.get(column);
        return value instanceof Boolean bit ? bit : ((Number) value).intValue() != 0;
    }

    private static @Nullable Instant time(Tuple row, String column) {
        var micros = value(row, column);
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
