package org.patchbay.identity;

/**
 * Things of an organisation outside the database, such as files. Any bean of a feature above that implements this is
 * found.
 */
public interface OrganisationRemains {

    /**
     * Removes them before the rows that tell of them, in transactions of its own. An exception keeps the organisation's
     * rows until the next run.
     */
    void remove(long organisation);
}
