package org.patchbay.tickets;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Message;
import org.patchbay.identity.Actor;
import org.patchbay.tickets.TicketRouter.Remark;
import org.patchbay.tickets.search.SearchIndexer.Origin;

/**
 * A ticket that is routed, and not stored yet.
 *
 * @param author who says the words; null for the one who opens it
 * @param words what the one who opens it says; null for nothing
 * @param remarks lines for its history
 * @param origin the names by which it is known
 */
public record NewTicket(
        Ticket ticket,
        Actor actor,
        Message.@Nullable Author author,
        Message.@Nullable Words words,
        List<Remark> remarks,
        Origin origin) {

    /** With words that are more than the ticket's text. */
    NewTicket saying(Message.Words whole) {
        return new NewTicket(ticket, actor, author, whole, remarks, origin);
    }

    /** As a part of another ticket, which begins with what somebody said there. */
    NewTicket splitFrom(long other, Message.Author speaker, Message.Words said) {
        ticket.splitFrom = other;
        var lines = Stream.concat(
                        remarks.stream(), Stream.of(new Remark(TicketEventType.SPLIT_FROM, Long.toString(other))))
                .toList();
        return new NewTicket(ticket, actor, speaker, said, lines, origin);
    }
}
