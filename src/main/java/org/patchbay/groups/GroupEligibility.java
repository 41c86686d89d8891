package org.patchbay.groups;

/**
 * The tickets that members of groups may be given. The feature above that knows them implements it; it is called in the
 * transaction of the change.
 */
public interface GroupEligibility {

    /** An account joined or left a group, or its visibility level there changed. */
    void membershipChanged(long accountId);

    /** A group, with all groups below it, moved below another. */
    void groupsMoved();
}
