package org.patchbay.tickets;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.groups.OwnCustomers;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;

/** An agent sees whom they work for. */
@ApplicationScoped
class CustomersServed implements OwnCustomers {

    @Override
    @Transactional
    public Set<Long> of(Actor actor) {
        return actor.is(Role.AGENT) ? Ticket.customersServedBy(actor.accountId()) : Set.of();
    }
}
