package org.patchbay.tickets;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Message;
import org.patchbay.identity.Actor;
import org.patchbay.tickets.TicketRouter.Remark;
import org.patchbay.tickets.search.SearchIndexer.Origin;

/**
 * A ticket that is routed, and not stored yet.
 *
 * @param words what the one who opens it says; null for nothing
 * @param remarks lines for its history
 * @param origin the names by which it is known
 */
public record NewTicket(
        Ticket ticket, Actor actor, Message.@Nullable Words words, List<Remark> remarks, Origin origin) {

    /** With words that are more than the ticket's text. */
    NewTicket saying(Message.Words whole) {
        return new NewTicket(ticket, actor, whole, remarks, origin);
    }
}
