package org.patchbay.replies;

import org.patchbay.shared.language.Words;

/** Texts about saved replies. */
enum ReplyWords implements Words {
    NO_REPLY("There is no saved reply {0}."),
    SHARED("Supervisors keep the replies that everybody sees.");

    private final String english;

    ReplyWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
