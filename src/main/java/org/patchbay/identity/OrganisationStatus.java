package org.patchbay.identity;

/** Whether an organisation is served. */
enum OrganisationStatus {
    ACTIVE,

    /** Nobody signs in and nothing is assigned; all data is kept. */
    SUSPENDED,

    /** As suspended, and removed with all its data once its grace period is over. */
    DELETED
}
