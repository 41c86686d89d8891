package org.patchbay.identity;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How organisations come and go. */
@ConfigMapping(prefix = "patchbay.organisations")
interface OrganisationsConfig {

    /** The slug of the organisation that a sign-in means which names none. */
    String fallback();

    /** How long a deleted organisation can be brought back. */
    Duration purgeAfter();

    /** How often the purge looks for some that are due, or {@code off}. */
    String purgeEvery();

    /** Rows that a purge removes in one transaction. */
    int purgeBatch();
}
