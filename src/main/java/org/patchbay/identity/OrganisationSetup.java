package org.patchbay.identity;

/**
 * Rows that a feature above needs in every organisation from its beginning. Any bean that implements this is found; one
 * with a higher {@code @Priority} goes first.
 */
public interface OrganisationSetup {

    /** Makes them, in the transaction that makes the organisation, which may be another organisation's. */
    void setUp(long organisation, String name);
}
