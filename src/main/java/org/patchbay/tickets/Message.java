package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** Words of one person about a ticket, with a line of its history. Never removed, and changed only by erasure. */
@Entity
public class Message extends OrganisationEntity {

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

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    /** The line of history that it was said with. */
    long eventId;

    @Enumerated(EnumType.STRING)
    Audience audience;

    long authorId;

    /** As they were called then; null once it is erased. */
    @Nullable
    String authorName;

    /** Null once it is erased. */
    @Nullable
    String text;

    Instant at;

    /** The texts that were said with these lines of history, by line, for some audiences. */
    public static Map<Long, String> textsOf(Collection<Long> events, Set<Audience> audiences) {
        return events.isEmpty()
                ? Map.of()
                : Message.<Message>list("eventId in ?1 and audience in ?2 and text is not null", events, audiences)
                        .stream()
                        .collect(Collectors.toMap(message -> message.eventId, message -> message.text));
    }

    /** The lines of a ticket's history that have a message. */
    static Set<Long> eventsOf(long ticketId) {
        return find("select eventId from Message where ticketId = ?1", ticketId).project(Long.class).stream()
                .collect(Collectors.toSet());
    }

    /**
     * Erases the texts of these tickets, and the names of their customers.
     *
     * @param customers their accounts
     */
    static void erase(Collection<Long> tickets, Collection<Long> customers) {
        update("text = null where ticketId in ?1", tickets);
        if (!customers.isEmpty()) {
            update("authorName = null where ticketId in ?1 and authorId in ?2", tickets, customers);
        }
    }
}
