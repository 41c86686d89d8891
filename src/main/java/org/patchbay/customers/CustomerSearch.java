package org.patchbay.customers;

import org.jspecify.annotations.Nullable;

/** Which customers are looked for; null for all. */
record CustomerSearch(
        @Nullable String text,
        @Nullable Long groupId,
        @Nullable String externalId,
        @Nullable Long tagId) {}
