package org.patchbay.identity;

/** An organisation was made. Fired inside that transaction, which may be another organisation's. */
public record OrganisationCreated(long id, String name) {}
