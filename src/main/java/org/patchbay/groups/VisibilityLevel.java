package org.patchbay.groups;

/** What a member of a group sees of what belongs to groups. */
public enum VisibilityLevel {
    /** What they work on themselves. */
    OWN,
    /** All of the group. */
    GROUP,
    /** All of the group and of those below it. */
    SUBTREE,
    /** All of the organisation. */
    ORGANISATION
}
