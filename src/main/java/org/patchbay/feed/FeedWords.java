package org.patchbay.feed;

import org.patchbay.shared.language.Words;

/** Texts for those who listen. */
enum FeedWords implements Words {
    TOO_MANY("This account has {0,choice,0#no open connections|1#1 open connection|1<{0} open connections} here.");

    private final String english;

    FeedWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
