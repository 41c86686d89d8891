package org.patchbay.groups;

import java.util.Optional;

/** Tells which customer an account belongs to; known to the feature above that keeps customers. */
public interface OwnCustomer {

    Optional<Long> ofAccount(long accountId);
}
