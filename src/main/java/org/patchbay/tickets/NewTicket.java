package org.patchbay.tickets;

import java.util.List;

import org.patchbay.identity.Actor;
import org.patchbay.tickets.TicketRouter.Remark;
import org.patchbay.tickets.search.SearchIndexer.Origin;

/**
 * A ticket that is routed, and not stored yet.
 *
 * @param remarks lines for its history
 * @param origin the names by which it is known
 */
public record NewTicket(Ticket ticket, Actor actor, List<Remark> remarks, Origin origin) {}
