package org.patchbay.privacy;

import io.smallrye.config.ConfigMapping;

/** How what was said is erased. */
@ConfigMapping(prefix = "patchbay.privacy")
interface PrivacyConfig {

    /** How often tickets are looked for that were kept long enough, or {@code off}. */
    String sweepEvery();

    /** Tickets, orders or audit entries that are erased in one transaction. */
    int batch();
}
