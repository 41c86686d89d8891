package org.patchbay.identity;

/** Whether an organisation is served. */
enum OrganisationStatus {
    ACTIVE,

    /** No sign-in and no assignment; all data is kept. */
    SUSPENDED,

    /** As suspended, and removed with all its data after the grace period. */
    DELETED
}
