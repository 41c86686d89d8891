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
        // The visibility of a request depends on this very answer, which must not wait for itself.
        return CurrentVisibility.ofEverything(() -> Customer.acting(accountId).map(Customer::heir));
    }
}
