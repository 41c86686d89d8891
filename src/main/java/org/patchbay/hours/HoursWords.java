package org.patchbay.hours;

import org.patchbay.shared.language.Words;

/** Texts about business hours. */
public enum HoursWords implements Words {
    NO_HOURS("There are no business hours {0}.");

    private final String english;

    HoursWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
