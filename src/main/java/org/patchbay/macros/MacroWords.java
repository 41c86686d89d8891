package org.patchbay.macros;

import org.patchbay.shared.language.Words;

/** Texts about macros. */
enum MacroWords implements Words {
    NO_MACRO("There is no macro {0}."),
    TOO_MANY("There are {0} macros already. Delete one first."),
    UNKNOWN_VALUE("The macro says {0}, which is not known of this ticket.");

    private final String english;

    MacroWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
