package org.patchbay.privacy;

import org.patchbay.shared.language.Words;

/** Texts about erasures. */
enum PrivacyWords implements Words {
    NO_ERASURE("Nobody asked that customer {0} be erased."),
    LIVE_TICKETS("The customer has {0,choice,1#one live ticket|1<{0} live tickets}. End {0,choice,1#it|1<them} first,"
            + " or have {0,choice,1#it|1<them} cancelled.");

    private final String english;

    PrivacyWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
