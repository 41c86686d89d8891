package org.patchbay.groups;

import java.util.Optional;

/** Tells the customer of an account. The feature above that keeps customers implements it. */
public interface OwnCustomer {

    Optional<Long> ofAccount(long accountId);
}
