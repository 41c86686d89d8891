package org.patchbay.customers.merges;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of merges of customers. */
@ConfigMapping(prefix = "patchbay.customers")
interface MergesConfig {

    /** How long a merge of two customers can be undone. */
    Duration mergeUndoableFor();
}
