package org.patchbay.identity.organisations;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of an organisation's life. */
@ConfigMapping(prefix = "patchbay.organisations")
public interface OrganisationsConfig {

    /** The slug of the first organisation, which a sign-in means that names none. */
    String fallback();

    /** How long a deleted organisation can be brought back. */
    Duration purgeAfter();

    /** How often deleted organisations that are due are removed, such as {@code 1h}, or {@code off}. */
    String purgeEvery();

    /** Rows that are removed in one transaction. */
    int purgeBatch();
}
