package org.patchbay.customers;

import org.jspecify.annotations.Nullable;

/** The word of a shop for its customer; of all but the id, null where it says nothing. */
public record Vouched(
        String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language) {}
