package org.patchbay.tickets;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.tickets.TicketRouter.Remark;
import org.patchbay.tickets.search.SearchIndexer.Origin;

/**
 * A ticket that is routed, and not stored yet.
 *
 * @param text what the one who opens it says; null for nothing
 * @param remarks lines for its history
 * @param origin the names by which it is known
 */
public record NewTicket(
        Ticket ticket, Actor actor, @Nullable String text, List<Remark> remarks, Origin origin) {

    /** With a longer text than the ticket has. */
    NewTicket saying(String whole) {
        return new NewTicket(ticket, actor, whole, remarks, origin);
    }
}
