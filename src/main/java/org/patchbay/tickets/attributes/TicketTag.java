package org.patchbay.tickets.attributes;

import java.util.Collection;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** A tag that a ticket bears: a copy by which the ticket is found. */
@Entity
public class TicketTag extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    long tagId;

    public static void add(long ticket, long tag) {
        var row = new TicketTag();
        row.ticketId = ticket;
        row.tagId = tag;
        row.persist();
    }

    public static void remove(long ticket, Collection<Long> tags) {
        if (!tags.isEmpty()) {
            delete("ticketId = ?1 and tagId in ?2", ticket, tags);
        }
    }
}
