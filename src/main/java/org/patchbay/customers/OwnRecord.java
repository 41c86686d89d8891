package org.patchbay.customers;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.groups.OwnCustomers;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;

import io.quarkus.cache.CacheKey;
import io.quarkus.cache.CacheResult;

/** A customer sees what is theirs. */
@ApplicationScoped
class OwnRecord implements OwnCustomers {

    private final OfAccount ofAccount;

    OwnRecord(OfAccount ofAccount) {
        this.ofAccount = ofAccount;
    }

    @Override
    public Set<Long> of(Actor actor) {
        return actor.is(Role.CUSTOMER) ? ofAccount.customer(actor.accountId()) : Set.of();
    }

    /** Remembers, because every request of a customer asks, and an account is one customer's for ever. */
    @ApplicationScoped
    static class OfAccount {

        @CacheResult(cacheName = "customers-of-accounts")
        @Transactional
        Set<Long> customer(@CacheKey long accountId) {
            return Customer.byAccount(accountId)
                    .map(customer -> Set.of(customer.id))
                    .orElse(Set.of());
        }
    }
}
