package org.patchbay.groups;

/** How much a member of a group sees of the data that belongs to groups. */
public enum VisibilityLevel {
    /** Their own work. */
    OWN,
    /** All of the group. */
    GROUP,
    /** All of the group and of those below it. */
    SUBTREE,
    /** All of the organisation. */
    ORGANISATION
}
