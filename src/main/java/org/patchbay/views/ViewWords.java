package org.patchbay.views;

import org.patchbay.shared.language.Words;

/** Texts about saved views. */
enum ViewWords implements Words {
    NO_VIEW("There is no saved view {0}."),
    SHARED("Supervisors keep the views that others see, too."),
    TOO_MANY("There are {0} of them already. Delete one first."),
    MISSING("{0} {1} does not exist.");

    private final String english;

    ViewWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
