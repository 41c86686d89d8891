package org.patchbay.drafts;

import org.patchbay.shared.language.Words;

/** Texts about drafts. */
enum DraftWords implements Words {
    NO_DRAFT("You have no such draft."),
    TOO_MANY("You have {0} drafts already. Send or delete one first.");

    private final String english;

    DraftWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
