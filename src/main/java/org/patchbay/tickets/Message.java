package org.patchbay.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Tuple;

import org.patchbay.events.AppendedEvent;
import org.patchbay.events.NewEvent;
import org.patchbay.identity.Actor;
import org.patchbay.shared.persistence.BeforeCommit;
import org.patchbay.shared.persistence.BeforeCommit.Step;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.MultiRowSql;
import org.patchbay.shared.tenancy.NativeSql;

/**
 * Words of one person about a ticket, with a line of its history, whose number is the message's. Never removed, and
 * changed only by erasure. They are written when the line is, at the end of the transaction.
 *
 * @param event the line of history that it is said with
 * @param author as they are called now
 */
public record Message(
        AppendedEvent event, long ticketId, Audience audience, NewEvent.By author, String text, Instant at) {

    /** The readers of a message. */
    public enum Audience {
        /** The customer, and all who see the ticket. */
        PUBLIC,
        /** Staff alone. */
        INTERNAL;

        /** The audiences to which somebody who sees the ticket belongs. */
        static Set<Audience> of(Actor reader) {
            return reader.isOnlyCustomer() ? EnumSet.of(PUBLIC) : EnumSet.allOf(Audience.class);
        }
    }

    private static final List<String> COLUMNS =
            List.of("ticket_id", "event_number", "audience", "author_id", "author_name", "text", "at");

    /** The messages of one transaction. */
    private record Pending(long organisation, List<Message> messages) implements Runnable {

        @Override
        public void run() {
            MultiRowSql.insert(
                    organisation,
                    "message",
                    COLUMNS,
                    messages.stream().<List<?>>map(Message::row).toList());
        }
    }

    /** Adds it to the transaction under way, as its event. */
    public void append() {
        BeforeCommit.collector(
                        Step.MESSAGES, Pending.class, () -> new Pending(CurrentOrganisation.id(), new ArrayList<>()))
                .messages()
                .add(this);
    }

    private List<?> row() {
        return Arrays.asList(ticketId, event.number(), audience, author.id(), author.name(), text, at);
    }

    /** The texts that were said with these lines of history, by the numbers of the lines, for some audiences. */
    public static Map<Long, String> textsOf(Collection<Long> events, Set<Audience> audiences) {
        return events.isEmpty()
                ? Map.of()
                : NativeSql.of("""
                        select event_number, text from message where organisation_id = :organisation
                        and event_number in (:events) and audience in (:audiences) and text is not null""")
                        .set("events", events)
                        .set("audiences", audiences.stream().map(Audience::name).toList())
                        .list(Tuple.class)
                        .stream()
                        .collect(Collectors.toMap(
                                row -> row.get("event_number", Number.class).longValue(),
                                row -> row.get("text", String.class)));
    }

    /**
     * Erases the texts of these tickets, and the names of their customers.
     *
     * @param customers their accounts
     */
    static void erase(Collection<Long> tickets, Collection<Long> customers) {
        NativeSql.of("""
                update message set text = null
                where organisation_id = :organisation and ticket_id in (:tickets)""").set("tickets", tickets).update();
        if (!customers.isEmpty()) {
            NativeSql.of("""
                    update message set author_name = null where organisation_id = :organisation
                    and ticket_id in (:tickets) and author_id in (:customers)""")
                    .set("tickets", tickets)
                    .set("customers", customers)
                    .update();
        }
    }
}
