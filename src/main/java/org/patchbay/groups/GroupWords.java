package org.patchbay.groups;

import org.patchbay.shared.language.Words;

/** Texts about groups. */
public enum GroupWords implements Words {
    NO_GROUP("There is no group {0}."),
    NO_MEMBER("There is no account {0} in this group."),
    ROOT_HAS_NO_PARENT("The root has no parent."),
    BELOW_ITSELF("A group cannot be below itself."),
    ROOT_STAYS("The root is the organisation itself."),
    GROUPS_BELOW("Delete the groups below it first."),
    NAME_GROUP("Name the group: one of those you see."),
    TOO_DEEP("Groups are at most {0} deep.");

    private final String english;

    GroupWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
