package org.patchbay.identity;

/** There is a new organisation. Fired inside that transaction, which may be another organisation's. */
public record OrganisationCreated(long id, String name) {}
