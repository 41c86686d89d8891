package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A colleague who is invited into a ticket. */
@Entity
class TicketColleague extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    long accountId;

    @Enumerated(EnumType.STRING)
    InvitedAs invitedAs;

    Instant invitedAt;

    static void create(long ticket, long account, InvitedAs as) {
        var row = new TicketColleague();
        row.ticketId = ticket;
        row.accountId = account;
        row.invitedAs = as;
        row.invitedAt = Times.now();
        row.persist();
    }

    static Optional<TicketColleague> of(long ticket, long account) {
        return find("ticketId = ?1 and accountId = ?2", ticket, account).firstResultOptional();
    }

    static List<TicketColleague> ofTickets(Collection<Long> tickets) {
        return list("ticketId in ?1 order by invitedAt, id", tickets);
    }

    static void deleteOf(long ticket) {
        delete("ticketId", ticket);
    }
}
