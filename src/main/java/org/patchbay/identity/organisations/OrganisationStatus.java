package org.patchbay.identity.organisations;

/** Whether an organisation is served. */
public enum OrganisationStatus {
    ACTIVE,

    /** No sign-in and no assignment; all data is kept. */
    SUSPENDED,

    /** As suspended, and removed with all its data after the grace period. */
    DELETED
}
