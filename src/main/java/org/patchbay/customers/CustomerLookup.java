package org.patchbay.customers;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.OwnCustomer;

import io.quarkus.cache.CacheResult;

/** Remembers the customer of an account: every request of a customer asks, and it never changes. */
@ApplicationScoped
class CustomerLookup implements OwnCustomer {

    @Override
    @CacheResult(cacheName = "customers-of-accounts")
    @Transactional
    public Optional<Long> ofAccount(long accountId) {
        if (accountId < 0) {
            // They have no account: so Customers has them act.
            return Optional.of(-accountId);
        }
        // The visibility of a request depends on this very answer, which must not wait for itself.
        return CurrentVisibility.ofEverything(
                () -> Customer.byAccount(accountId).map(Customer::heir));
    }
}
