package org.patchbay.tags;

import org.patchbay.shared.language.Words;

/** Texts about tags. */
public enum TagWords implements Words {
    NO_TAG("There is no tag {0}."),
    ARCHIVED("Tag {0} is archived: nothing more gets it."),
    TOO_MANY("An organisation has at most {0} tags. Delete those that nothing bears.");

    private final String english;

    TagWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
