package org.patchbay.calls;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.tickets.InvitedAs;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketColleagues;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.WorkPermission;

/** The part that somebody has in a call, as its ticket tells it. */
@ApplicationScoped
class CallTicket {

    private final TicketColleagues colleagues;

    CallTicket(TicketColleagues colleagues) {
        this.colleagues = colleagues;
    }

    /** The part that somebody who sees the ticket may have in its call; nothing where they may have none. */
    Optional<LegRole> roleOf(Actor actor, Ticket ticket) {
        if (!ticket.status().isLive()) {
            return Optional.empty();
        }
        if (actor.isOnlyCustomer()) {
            return Optional.of(LegRole.CUSTOMER);
        }
        if (WorkPermission.isOf(actor, ticket)) {
            return Optional.of(LegRole.AGENT);
        }
        var invited = colleagues.invitation(ticket, actor.accountId()).map(CallTicket::roleOf);
        return invited.isPresent() || !actor.is(Role.SUPERVISOR, Role.ADMIN)
                ? invited
                : Optional.of(LegRole.SUPERVISOR);
    }

    private static LegRole roleOf(InvitedAs as) {
        return as == InvitedAs.JOIN ? LegRole.COLLEAGUE : LegRole.ADVISER;
    }

    /** The part of somebody who is in the call already; nothing where they have none any more. */
    Optional<LegRole> roleNow(Leg leg, Ticket ticket) {
        if (!ticket.status().isLive()) {
            return Optional.empty();
        }
        if (leg.role == LegRole.CUSTOMER) {
            return Optional.of(LegRole.CUSTOMER);
        }
        if (ticket.status() == TicketStatus.IN_PROGRESS && ticket.isHeldBy(leg.accountId)) {
            return Optional.of(LegRole.AGENT);
        }
        return leg.role == LegRole.SUPERVISOR
                ? Optional.of(LegRole.SUPERVISOR)
                : colleagues.invitation(ticket, leg.accountId).map(CallTicket::roleOf);
    }
}
